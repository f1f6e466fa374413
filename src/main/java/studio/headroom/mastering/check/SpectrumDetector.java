package studio.headroom.mastering.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.dsp.analysis.FoldSpectrum;

/// What reads spectra shares one transform: mono, shelves, noise. Where a sound is faded, shelves have one of their
/// own.
final class SpectrumDetector implements Detector {
    /// Lines of 12 to 17 Hz at 44.1 and 48 kHz.
    private static final double WINDOW_SECONDS = 0.12;

    private final FoldSpectrum spectrum;
    private final @Nullable MonoDetector mono;
    private final @Nullable ShelfDetector shelf;
    private final @Nullable NoiseDetector noise;

    private SpectrumDetector(AudioFormat format, boolean levels, boolean ends) {
        int rate = format.sampleRate();
        spectrum = FoldSpectrum.of(WINDOW_SECONDS, rate, format.channels());
        mono = levels ? new MonoDetector(format, spectrum.size()) : null;
        shelf = ends ? new ShelfDetector(rate, spectrum.size()) : null;
        noise = levels ? new NoiseDetector(rate, spectrum.size()) : null;
    }

    /// @param plain whether where the spectrum ends is no matter: the file itself is lossy, whose encoder ends it, or
    ///     another one looks at the sound before it is faded
    static SpectrumDetector of(AudioFormat format, boolean plain) {
        return new SpectrumDetector(format, true, !plain);
    }

    /// Looks for nothing but where the spectrum ends.
    static SpectrumDetector ends(AudioFormat format) {
        return new SpectrumDetector(format, false, true);
    }

    private void window(float[] total, float[] folded, long at) {
        if (mono != null) {
            mono.window(total, folded, at);
        }
        if (shelf != null) {
            shelf.window(total);
        }
        if (noise != null) {
            noise.window(total, at);
        }
    }

    @Override
    public void process(float[][] chunk, int count, long at) {
        spectrum.process(chunk, 0, count, this::window);
    }

    @Override
    public void finish(long frames, List<Finding> findings) {
        if (mono != null) {
            mono.finish(findings);
        }
        if (shelf != null) {
            shelf.finish(frames, findings);
        }
        if (noise != null) {
            noise.finish(findings);
        }
    }
}
