package studio.headroom.ui.master.sight;

import java.nio.IntBuffer;
import java.util.Arrays;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.sight.Waveform;
import studio.headroom.ui.theme.Token;

/// The waveforms of a print and of its master, one over the other, in pixels of the device. Drawn anew when what is
/// seen
/// changes, and otherwise moved about as it is. UI thread.
final class WavePicture {
    private static final double MASTER = 0.62;
    private static final double PRINT = 0.5;
    private static final int NOTHING = 0;

    private int masterOnly;
    private int printOnly;
    private int both;
    private int width;
    private int height;
    private int[] pixels = {};
    private float[] printMin = {};
    private float[] printMax = {};
    private float[] masterMin = {};
    private float[] masterMax = {};
    private @Nullable PixelBuffer<IntBuffer> buffer;
    private @Nullable Image image;

    /// Draws.
    ///
    /// @param w in pixels of the device, above 0
    /// @param framesPerPixel of the device
    Image draw(Waveform print, Waveform master, int w, int h, double origin, double framesPerPixel) {
        PixelBuffer<IntBuffer> into = buffer;
        Image shown = image;
        if (into == null || shown == null || w != width || h != height) {
            width = w;
            height = h;
            pixels = new int[w * h];
            printMin = new float[w];
            printMax = new float[w];
            masterMin = new float[w];
            masterMax = new float[w];
            into = new PixelBuffer<>(w, h, IntBuffer.wrap(pixels), PixelFormat.getIntArgbPreInstance());
            shown = new WritableImage(into);
            buffer = into;
            image = shown;
        }
        print.read(origin, framesPerPixel, printMin, printMax, w);
        master.read(origin, framesPerPixel, masterMin, masterMax, w);
        masterOnly = packed(Token.BG_0.towards(Token.ACCENT, MASTER));
        printOnly = packed(Token.BG_0.towards(Token.FG_1, PRINT));
        both = packed(Token.BG_0.towards(Token.ACCENT, MASTER).interpolate(Token.FG_1.color(), PRINT));
        Arrays.fill(pixels, NOTHING);
        for (int x = 0; x < w; x++) {
            column(x);
        }
        into.updateBuffer(_ -> null);
        return shown;
    }

    private void column(int x) {
        int printTop = row(printMax[x]);
        int printEnd = Math.max(printTop + 1, row(printMin[x]));
        int masterTop = row(masterMax[x]);
        int masterEnd = Math.max(masterTop + 1, row(masterMin[x]));
        int from = Math.min(printTop, masterTop);
        int to = Math.min(height, Math.max(printEnd, masterEnd));
        for (int y = from; y < to; y++) {
            boolean inPrint = y >= printTop && y < printEnd;
            boolean inMaster = y >= masterTop && y < masterEnd;
            pixels[y * width + x] = inPrint ? inMaster ? both : printOnly : inMaster ? masterOnly : NOTHING;
        }
    }

    private int row(float sample) {
        return Math.clamp(Math.round((1 - sample) * 0.5f * (height - 1)), 0, height - 1);
    }

    private static int packed(Color color) {
        return 255 << 24
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }
}
