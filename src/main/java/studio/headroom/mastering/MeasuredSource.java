package studio.headroom.mastering;

import java.io.IOException;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.audio.SampleSource;
import studio.headroom.dsp.loudness.LoudnessMeter;
import studio.headroom.dsp.loudness.LoudnessReport;

/// Measures a sound on a thread of its own while it is read from its beginning to its end for something else.
final class MeasuredSource implements SampleSource {
    private static final int BLOCK = 8192;

    private final SampleSource source;
    private final String name;
    private final LoudnessMeter loudness;
    private final Measurement.Rest rest;
    private final Relay relay;
    private long position;

    /// @param source stays open
    /// @param name what it is called in errors
    /// @throws IOException when loudness is not defined for it
    MeasuredSource(SampleSource source, String name) throws IOException {
        Measurement.require(source.format(), name);
        this.source = source;
        this.name = name;
        loudness = new LoudnessMeter(source.format());
        rest = new Measurement.Rest(source.format());
        relay = new Relay(new Meter());
    }

    private final class Meter implements SampleSink {
        @Override
        public AudioFormat format() {
            return source.format();
        }

        @Override
        public void write(float[][] block, int offset, int count) {
            loudness.makeRoom();
            loudness.process(block, offset, count);
            rest.write(block, offset, count);
        }

        @Override
        public void close() {}
    }

    @Override
    public AudioFormat format() {
        return source.format();
    }

    @Override
    public long frames() {
        return source.frames();
    }

    @Override
    public void read(long start, float[][] target, int offset, int count) throws IOException {
        source.read(start, target, offset, count);
        if (start == position && start + count <= source.frames()) {
            relay.write(target, offset, count);
            position += count;
        }
    }

    /// Ends the measurement, after what was not read yet has been read too.
    LoudnessReport report() throws IOException {
        if (source.frames() == 0) {
            throw Measurement.noSound(name);
        }
        float[][] block = new float[source.format().channels()][BLOCK];
        while (position < source.frames()) {
            read(position, block, 0, (int) Math.min(BLOCK, source.frames() - position));
        }
        relay.close();
        loudness.finish();
        rest.close();
        return LoudnessReport.of(
                loudness, rest.peaks(), rest.statistics(), source.format().channels(), position);
    }

    /// Ends without a report; the source stays open.
    @Override
    public void close() throws IOException {
        relay.close();
    }
}
