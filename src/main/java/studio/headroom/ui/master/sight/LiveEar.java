package studio.headroom.ui.master.sight;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.headroom.concurrent.FrameRing;
import studio.headroom.dsp.analysis.LiveSpectrum;
import studio.headroom.engine.live.StripTap;
import studio.headroom.ui.model.StereoImage;

/// Listens to what is heard, for the pictures that move with it. UI thread.
final class LiveEar {
    /// Twelfths of an octave.
    static final int BANDS = 121;

    private static final int CHUNK = 4096;

    private final Supplier<Optional<StripTap>> source;
    private final LiveSpectrum spectrum;
    private final StereoImage image;
    private final float[][] chunk = new float[StripTap.ROWS][CHUNK];
    private @Nullable StripTap tap;
    private @Nullable FrameRing ring;
    private boolean changed;
    private boolean heard;

    LiveEar(int sampleRate, Supplier<Optional<StripTap>> source) {
        this.source = source;
        spectrum = new LiveSpectrum(sampleRate, BANDS);
        image = new StereoImage(sampleRate);
    }

    LiveSpectrum spectrum() {
        return spectrum;
    }

    StereoImage image() {
        return image;
    }

    /// Whether the spectrum has changed with the last frame.
    boolean changed() {
        return changed;
    }

    /// Whether anything but silence was heard since it began to listen or was told to forget.
    boolean heard() {
        return heard;
    }

    /// Takes in what has sounded since the last frame.
    void frame(double seconds) {
        StripTap there = source.get().orElse(null);
        if (there != tap) {
            rest();
            tap = there;
            ring = there == null ? null : there.open();
        }
        changed = false;
        FrameRing from = ring;
        if (from == null) {
            return;
        }
        boolean came = false;
        for (int n = from.take(chunk, CHUNK); n > 0; n = from.take(chunk, CHUNK)) {
            came = true;
            take(chunk[0], chunk[1], n);
        }
        if (!came && heard) {
            spectrum.rest(seconds);
            changed = true;
        }
    }

    /// Takes in frames.
    void take(float[] left, float[] right, int frames) {
        changed |= spectrum.add(left, right, frames);
        image.add(left, right, frames);
        for (int i = 0; i < frames && !heard; i++) {
            heard = left[i] != 0 || right[i] != 0;
        }
    }

    /// Forgets what was heard.
    void forget() {
        spectrum.clear();
        image.clear();
        heard = false;
        changed = true;
    }

    /// Listens no more, until the next frame.
    void rest() {
        if (tap != null && ring != null) {
            tap.close(ring);
        }
        tap = null;
        ring = null;
    }
}
