package studio.headroom.ui.timeline;

import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.audio.SampleStream;
import studio.headroom.project.Media;

/// A made-up sound that looks like one: notes that fade, each of another level.
///
/// @param frames its length
record Tone(int sampleRate, int channels, long frames) {
    Tone(Media media, int sampleRate) {
        this(sampleRate, media.channels(), media.frames());
    }

    private float at(long frame) {
        long note = frame / (sampleRate / 4);
        float since = frame % (sampleRate / 4) / (sampleRate / 4f);
        float level = 0.25f + 0.7f * ((note * 7919) % 13) / 13f;
        // A sawtooth of 97 frames is cheap, and as loud as it is high.
        return level * (1 - since) * (1 - since) * (frame % 97 / 48.5f - 1);
    }

    private void fill(float[][] target, int offset, int count, long from) {
        for (int channel = 0; channel < channels; channel++) {
            for (int i = 0; i < count; i++) {
                long frame = from + i;
                target[channel][offset + i] = frame >= 0 && frame < frames ? at(frame) : 0;
            }
        }
    }

    SampleStream stream() {
        return new SampleStream() {
            private long position;

            @Override
            public AudioFormat format() {
                return new AudioFormat(sampleRate, channels);
            }

            @Override
            public long expectedFrames() {
                return frames;
            }

            @Override
            public int read(float[][] target, int offset, int count) {
                int some = (int) Math.min(count, frames - position);
                if (some <= 0) {
                    return -1;
                }
                fill(target, offset, some, position);
                position += some;
                return some;
            }

            @Override
            public void close() {}
        };
    }

    SampleSource source() {
        return new SampleSource() {
            @Override
            public AudioFormat format() {
                return new AudioFormat(sampleRate, channels);
            }

            @Override
            public long frames() {
                return frames;
            }

            @Override
            public void read(long start, float[][] target, int offset, int count) {
                fill(target, offset, count, start);
            }
        };
    }
}
