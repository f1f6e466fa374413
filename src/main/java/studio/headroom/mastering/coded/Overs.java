package studio.headroom.mastering.coded;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.dsp.loudness.InterpolationKernel;
import studio.headroom.dsp.loudness.PeakMeter;
import studio.headroom.dsp.loudness.TruePeakInterpolator;
import studio.headroom.mastering.FileLook;

/// Counts where decoded files pass full scale, for each time that a file is made: the first has the chain's limiter as
/// it is set, the last keeps its ceiling. Peaks by ITU-R BS.1770-5 Annex 2.
final class Overs implements FileLook {
    private static final int BLOCK = 4096;
    /// Peaks closer than this are heard as one place, in seconds.
    private static final double ONE_PLACE = 0.1;

    /// What was counted in one file.
    ///
    /// @param truePeakDbtp highest true peak
    /// @param samples of all channels whose true peak is above 0 dBTP
    /// @param places in which these lie: a tenth of a second apart at least
    record Count(double truePeakDbtp, long samples, int places) {}

    private final List<Counter> made = new ArrayList<>();

    @Override
    public SampleSink begin(AudioFormat format, long frames) {
        Counter counter = new Counter(format);
        made.add(counter);
        return counter;
    }

    /// Of the file as it was made first.
    Count first() {
        return made.getFirst().count();
    }

    /// Of the file that keeps its ceiling.
    Count last() {
        return made.getLast().count();
    }

    private static final class Counter implements SampleSink {
        private final AudioFormat format;
        private final PeakMeter meter;
        private final TruePeakInterpolator interpolator;
        private final float[] floors;
        private final float[][] peaks;
        private final long apart;
        private long samples;
        private int places;
        private long at;
        private long last;
        private boolean ended;

        Counter(AudioFormat format) {
            this.format = format;
            meter = new PeakMeter(format, InterpolationKernel.KAISER_16);
            interpolator = new TruePeakInterpolator(InterpolationKernel.KAISER_16, format.channels());
            floors = new float[format.channels()];
            Arrays.fill(floors, 1f);
            peaks = new float[format.channels()][BLOCK];
            apart = Math.round(ONE_PLACE * format.sampleRate());
            last = -apart - 1;
        }

        @Override
        public AudioFormat format() {
            return format;
        }

        @Override
        public void write(float[][] source, int offset, int count) {
            meter.process(source, offset, count);
            for (int done = 0; done < count; ) {
                int run = Math.min(BLOCK, count - done);
                look(source, offset + done, run);
                done += run;
            }
        }

        private void look(float[][] source, int offset, int count) {
            interpolator.peaksOfEach(source, offset, count, floors, peaks);
            for (int i = 0; i < count; i++) {
                for (float[] row : peaks) {
                    if (row[i] > 1f) {
                        samples++;
                        if (at + i - last > apart) {
                            places++;
                        }
                        last = at + i;
                    }
                }
            }
            at += count;
        }

        /// Hears the last frames, which the interpolation is late by.
        @Override
        public void close() {
            if (!ended) {
                ended = true;
                int late = interpolator.latency();
                look(new float[format.channels()][late], 0, late);
                meter.finish();
            }
        }

        Count count() {
            close();
            return new Count(meter.truePeakDbtp(), samples, places);
        }
    }
}
