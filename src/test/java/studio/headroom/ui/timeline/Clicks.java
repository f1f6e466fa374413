package studio.headroom.ui.timeline;

import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;

/// Strokes that fade, a steady number a minute, with silence of the same length as each second bar.
///
/// @param frames its length
/// @param tempo strokes a minute
/// @param first the frame of the first stroke
/// @param peak the largest sample, above 0
record Clicks(int sampleRate, long frames, double tempo, long first, float peak) implements SampleSource {
    @Override
    public AudioFormat format() {
        return new AudioFormat(sampleRate, 1);
    }

    @Override
    public void read(long start, float[][] target, int offset, int count) {
        double beat = 60.0 * sampleRate / tempo;
        for (int i = 0; i < count; i++) {
            double since = start + i - first;
            boolean sounds = start + i < frames && since >= 0;
            double stroke = sounds ? since - Math.floor(since / beat) * beat : 0;
            // A stroke of 40 ms that begins at its height.
            double left = 1 - stroke / (0.04 * sampleRate);
            target[0][offset + i] = sounds && left > 0 ? (float) (peak * left * left * Math.cos(stroke * 0.13)) : 0;
        }
    }
}
