package studio.headroom.mastering;

import java.io.IOException;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.dsp.loudness.InterpolationKernel;
import studio.headroom.dsp.loudness.LoudnessMeter;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.dsp.loudness.PeakMeter;

/// Measures what a file holds while it is written: each block is read from the file again and decoded. The figures are
/// those of [Measurement] on the complete file.
final class ReadBack implements SampleSink {
    private static final int BLOCK = 8192;

    private final FileOutput output;
    private final LoudnessMeter loudness;
    private final Measurement.Rest rest;
    private final PeakMeter wide;
    private final float[][] block;
    private long frames;

    /// @param output one that [FileOutput#readsBack]; whoever gave it closes it
    ReadBack(FileOutput output) {
        this.output = output;
        loudness = new LoudnessMeter(output.format());
        rest = new Measurement.Rest(output.format());
        wide = new PeakMeter(output.format(), InterpolationKernel.KAISER_16_WIDE);
        block = new float[output.format().channels()][BLOCK];
    }

    @Override
    public AudioFormat format() {
        return output.format();
    }

    @Override
    public void write(float[][] source, int offset, int count) throws IOException {
        output.write(source, offset, count);
        for (int done = 0; done < count; ) {
            int run = Math.min(BLOCK, count - done);
            output.readBack(frames, block, 0, run);
            loudness.makeRoom();
            loudness.process(block, 0, run);
            rest.write(block, 0, run);
            wide.process(block, 0, run);
            frames += run;
            done += run;
        }
    }

    /// Ends the measurement.
    LoudnessReport report() {
        loudness.finish();
        rest.close();
        wide.finish();
        return LoudnessReport.of(
                loudness, rest.peaks(), rest.statistics(), output.format().channels(), frames);
    }

    /// The true peak in dBTP that the wide kernel reads, after [#report()].
    double widePeak() {
        return wide.truePeakDbtp();
    }

    @Override
    public void close() {}
}
