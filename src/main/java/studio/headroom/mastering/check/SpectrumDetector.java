package studio.headroom.mastering.check;

import java.util.List;
import studio.headroom.audio.AudioFormat;
import studio.headroom.dsp.analysis.FoldSpectrum;

/// What reads spectra shares one transform: mono, shelves, noise.
final class SpectrumDetector implements Detector {
    /// Lines of 12 to 17 Hz at 44.1 and 48 kHz.
    private static final double WINDOW_SECONDS = 0.12;

    private final FoldSpectrum spectrum;
    private final MonoDetector mono;
    private final ShelfDetector shelf;
    private final NoiseDetector noise;
    private final FoldSpectrum.Listener all;

    SpectrumDetector(AudioFormat format) {
        spectrum = FoldSpectrum.of(WINDOW_SECONDS, format.sampleRate(), format.channels());
        mono = new MonoDetector(format, spectrum.size());
        shelf = new ShelfDetector(format.sampleRate(), spectrum.size());
        noise = new NoiseDetector(format.sampleRate(), spectrum.size());
        all = (total, folded, at) -> {
            mono.window(total, folded, at);
            shelf.window(total);
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
        shelf.finish(frames, findings);
        noise.finish(findings);
    }
}
