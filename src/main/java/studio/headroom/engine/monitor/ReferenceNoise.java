package studio.headroom.engine.monitor;

import java.util.Arrays;
import studio.headroom.concurrent.RealTime;
import studio.headroom.dsp.generator.BandNoise;

/// Pink noise as loud as a sine of [#LEVEL_DB], in place of what is played, so that a sound level meter in the room can
/// tell how loud that is (SMPTE RP 200; Katz, JAES 48(9), 2000): it reads 0 on a K-20 meter. It is made of what can be
/// heard alone ([BandNoise]), so that the room gets all of it at every sample rate. The sides have noise of their own.
///
/// It comes and goes by straight fades of 20 ms. While it is off nothing is touched. One thread at a time, the audio
/// thread.
@RealTime
public final class ReferenceNoise {
    /// As AES17 counts: a sine with peaks of full scale is 0 dBFS. Its root mean square is 3 dB less.
    public static final double LEVEL_DB = -20;

    private static final double RMS = Math.pow(10, LEVEL_DB / 20) * Math.sqrt(0.5);
    private static final int PLAYED = 2;

    private final BandNoise[] noise;
    private final Fade fade;
    /// Gains of the noise on the left and on the right, and of what is played.
    private final double[] from = {0, 0, 1};
    private final double[] to = {0, 0, 1};
    private final double[] next = new double[3];
    private boolean on;

    ReferenceNoise(int sampleRate) {
        noise = new BandNoise[] {new BandNoise(sampleRate, 1), new BandNoise(sampleRate, 2)};
        fade = new Fade(sampleRate);
    }

    /// @param left gain of the noise on the left, 0 for none
    /// @param played gain of what is played
    void set(double left, double right, double played) {
        next[0] = left;
        next[1] = right;
        next[PLAYED] = played;
        if (!Arrays.equals(next, to)) {
            double share = fade.share();
            for (int i = 0; i < to.length; i++) {
                from[i] = fade.rests() ? to[i] : from[i] + (to[i] - from[i]) * share;
                to[i] = next[i];
            }
            fade.begin();
            on = true;
        }
    }

    /// Changes `stereo[0 and 1][0 .. frames)` in place.
    public void process(float[][] stereo, int frames) {
        if (!on) {
            return;
        }
        int fading = Math.min(frames, fade.left());
        for (int channel = 0; channel < 2; channel++) {
            float[] out = stereo[channel];
            BandNoise source = noise[channel];
            for (int i = 0; i < frames; i++) {
                double share = i < fading ? fade.share(i) : 1;
                double played = from[PLAYED] + (to[PLAYED] - from[PLAYED]) * share;
                double gain = from[channel] + (to[channel] - from[channel]) * share;
                out[i] = (float) (played * out[i] + gain * RMS * source.next());
            }
            source.flush();
        }
        fade.advance(fading);
        on = !fade.rests() || to[PLAYED] != 1;
    }
}
