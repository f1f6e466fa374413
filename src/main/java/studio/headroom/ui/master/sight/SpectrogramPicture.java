package studio.headroom.ui.master.sight;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import studio.headroom.dsp.analysis.LogSpectrum;
import studio.headroom.mastering.sight.Spectrogram;
import studio.headroom.ui.theme.Theme;

/// A spectrogram in pixels of the device, low frequencies below. Drawn anew when what is seen changes, and otherwise
/// given as it is. UI thread.
final class SpectrogramPicture {
    private static final int STEPS = 256;

    /// What a picture shows.
    private record Shown(
            @Nullable Spectrogram whole,
            @Nullable Spectrogram growing,
            int ready,
            int w,
            int h,
            double origin,
            double framesPerPixel,
            Theme theme) {}

    private final int[] levels = new int[LogSpectrum.ROWS];
    private final int[] colors = new int[STEPS];
    private int[] pixels = {};
    private int[] lowest = {};
    private int[] highest = {};
    private double[] middle = {};
    private @Nullable Shown shown;
    private @Nullable Theme colored;
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable Image image;

    /// Draws.
    ///
    /// @param whole as it was last, or null
    /// @param growing what it becomes, from its beginning on, or null
    /// @param w in pixels of the device, above 0
    /// @param framesPerPixel of the device
    Image draw(
            @Nullable Spectrogram whole,
            @Nullable Spectrogram growing,
            int w,
            int h,
            double origin,
            double framesPerPixel) {
        int ready = growing == null ? 0 : growing.ready();
        Shown now = new Shown(whole, growing, ready, w, h, origin, framesPerPixel, Theme.shown());
        Image made = image;
        if (made != null && now.equals(shown)) {
            return made;
        }
        PixelBuffer<IntBuffer> into = buffer;
        if (made == null || into == null || shown == null || shown.w != w || shown.h != h) {
            pixels = new int[w * h];
            into = new PixelBuffer<>(w, h, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            made = new WritableImage(into);
            buffer = into;
            image = made;
            place(h);
        }
        shown = now;
        color(now.theme);
        for (int x = 0; x < w; x++) {
            double frame = origin + x * framesPerPixel;
            boolean there = growing != null && growing.read(frame, framesPerPixel, levels, 1) == 1
                    || whole != null && whole.read(frame, framesPerPixel, levels, 1) == 1;
            if (!there) {
                Arrays.fill(levels, 0);
            }
            column(x, w, h);
        }
        into.updateBuffer(_ -> null);
        return made;
    }

    private void color(Theme theme) {
        if (theme != colored) {
            colored = theme;
            LevelColors scale = new LevelColors(theme);
            for (int step = 0; step < STEPS; step++) {
                colors[step] = scale.pixel(Spectrogram.db(step));
            }
        }
    }

    /// Which rows each pixel shows.
    private void place(int h) {
        lowest = new int[h];
        highest = new int[h];
        middle = new double[h];
        for (int y = 0; y < h; y++) {
            double top = LogSpectrum.ROWS * (1 - (double) y / h);
            double bottom = LogSpectrum.ROWS * (1 - (y + 1.0) / h);
            lowest[y] = (int) Math.clamp(Math.ceil(bottom - 0.5), 0, LogSpectrum.ROWS - 1);
            highest[y] = (int) Math.clamp(Math.ceil(top - 0.5) - 1, 0, LogSpectrum.ROWS - 1);
            middle[y] = Math.clamp((top + bottom) / 2 - 0.5, 0, LogSpectrum.ROWS - 1);
        }
    }

    private void column(int x, int w, int h) {
        for (int y = 0; y < h; y++) {
            int step;
            if (h < LogSpectrum.ROWS) {
                step = levels[lowest[y]];
                for (int row = lowest[y] + 1; row <= highest[y]; row++) {
                    step = Math.max(step, levels[row]);
                }
            } else {
                int row = (int) middle[y];
                int next = Math.min(row + 1, LogSpectrum.ROWS - 1);
                step = (int) (levels[row] + (middle[y] - row) * (levels[next] - levels[row]) + 0.5);
            }
            pixels[y * w + x] = colors[step];
        }
    }
}
