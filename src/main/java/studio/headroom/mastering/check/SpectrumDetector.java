package studio.headroom.mastering.check;

import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.dsp.analysis.FoldSpectrum;

/// What reads spectra shares one transform: mono, shelves, noise.
final class SpectrumDetector implements Detector {
    /// Lines of 12 to 17 Hz at 44.1 and 48 kHz.
    private static final double WINDOW_SECONDS = 0.12;

    private final FoldSpectrum spectrum;
    private final MonoDetector mono;
    private final @Nullable ShelfDetector shelf;
    private final NoiseDetector noise;
    private final FoldSpectrum.Listener all;

    /// @param coded whether the file itself is lossy: its encoder ends the spectrum, which says nothing of what it was
    ///     made from
    SpectrumDetector(AudioFormat format, boolean coded) {
        spectrum = FoldSpectrum.of(WINDOW_SECONDS, format.sampleRate(), format.channels());
        mono = new MonoDetector(format, spectrum.size());
        ShelfDetector ends = coded ? null : new ShelfDetector(format.sampleRate(), spectrum.size());
        shelf = ends;
        noise = new NoiseDetector(format.sampleRate(), spectrum.size());
        all = (total, folded, at) -> {
            mono.window(total, folded, at);
            if (ends != null) {
                ends.window(total);
            }
            noise.window(total, at);
        };
    }

    @Override
    public void process(float[][] chunk, int count, long at) {
        spectrum.process(chunk, 0, count, all);
    }

    @Override
    public void finish(long frames, List<Finding> findings) {
        mono.finish(findings);
        if (shelf != null) {
            shelf.finish(frames, findings);
        }
        noise.finish(findings);
    }
}
