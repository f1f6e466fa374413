package studio.headroom.dsp.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import studio.headroom.audio.AudioFormat;

/// How far the peaks of a program stand above its root mean square in each [ToneBand]. One thread.
/// Results do not depend on how the stream is cut.
public final class BandCrest {
    private static final int BANDS = ToneBand.values().length;

    private final BandPowers powers;

    /// @param format one or two channels
    public BandCrest(AudioFormat format) {
        powers = new BandPowers(
                format.sampleRate(),
                Arrays.stream(ToneBand.values())
                        .limit(BANDS - 1)
                        .mapToDouble(ToneBand::toHz)
                        .toArray());
    }

    /// Takes in `count` frames of `in[channel][offset ..)`.
    public void process(float[][] in, int offset, int count) {
        int done = 0;
        while (done < count) {
            done += powers.fill(in, offset + done, count - done);
            if (powers.isFull()) {
                powers.measure();
            }
        }
    }

    /// Ends the program.
    ///
    /// @return in dB for each band in its order; 0 for silence
    public List<Double> finish() {
        powers.measure();
        return IntStream.range(0, BANDS).mapToObj(powers::crestDb).toList();
    }
}
