package studio.headroom.mastering.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.headroom.dsp.dither.BitDepthMeter;
import studio.headroom.files.audio.codec.SampleFormat;

/// The bits that samples really use, against those that the file has for them.
final class DepthDetector implements Detector {
    private final Optional<SampleFormat> stored;
    private final BitDepthMeter meter = new BitDepthMeter();

    /// @param stored how the file holds samples; nothing where that says little, as in lossy files
    DepthDetector(Optional<SampleFormat> stored) {
        this.stored = stored;
    }

    @Override
    public void process(float[][] chunk, int count, long at) {
        if (stored.isPresent()) {
            meter.process(chunk, 0, count);
        }
    }

    @Override
    public void finish(long frames, List<Finding> findings) {
        int used = meter.bits();
        if (stored.isEmpty()
                || used > Limits.PADDED_BITS
                || used >= stored.get().bits()) {
            return;
        }
        findings.add(Finding.at(
                FindingKind.PADDED_BITS,
                Severity.WARNING,
                new Place(0, frames, used),
                stored.get().bits(),
                String.format(
                        Locale.ROOT,
                        "The file has room for %s samples, but they use only %d bits: it was made from a file of fewer"
                                + " bits, and dither or rounding is in it already.",
                        stored.get().label(),
                        used)));
    }
}
