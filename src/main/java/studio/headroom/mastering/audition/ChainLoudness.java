package studio.headroom.mastering.audition;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.audio.SampleSource;
import studio.headroom.dsp.loudness.LoudnessMeter;
import studio.headroom.engine.OfflineRender;
import studio.headroom.mastering.ChainRender;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.Sources;
import studio.headroom.project.Insert;

/// Measures how loud prints are, through a chain or past it: integrated loudness by
/// ITU-R BS.1770-5. What was measured is remembered, for prints do not change. One thread at a time.
public final class ChainLoudness {
    private static final int MOST = 64;
    private static final int BLOCK = 8192;

    private record Key(Path file, List<List<Object>> chain) {}

    private final Map<Key, Double> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Double> eldest) {
            return size() > MOST;
        }
    };

    /// A print through a chain; past it where that is empty.
    ///
    /// @return LUFS, or negative infinity for what is silent
    /// @throws IOException when it cannot be read
    /// @throws OfflineRender.Canceled when the progress said so
    public double of(Path print, List<Insert> chain, Progress progress) throws IOException {
        Key key = new Key(print, chain.stream().map(ChainLoudness::sound).toList());
        Double before = known.get(key);
        if (before != null) {
            return before;
        }
        try (SampleSource source = Sources.randomAccess(print, progress)) {
            double lufs = chain.isEmpty() ? plain(source, progress) : rendered(source, chain, progress);
            known.put(key, lufs);
            return lufs;
        }
    }

    /// What of an effect can be heard.
    private static List<Object> sound(Insert insert) {
        SortedMap<String, Double> values = insert.values().asMap();
        return List.of(insert.type(), values);
    }

    /// The format that a stereo bus gives a sound: mono is heard from both sides.
    private static LoudnessMeter meter(AudioFormat format) {
        return new LoudnessMeter(new AudioFormat(format.sampleRate(), 2));
    }

    private static double plain(SampleSource source, Progress progress) throws IOException {
        LoudnessMeter meter = meter(source.format());
        float[][] block = new float[source.format().channels()][BLOCK];
        float[][] stereo = {block[0], block[block.length - 1]};
        for (long at = 0; at < source.frames(); at += BLOCK) {
            int count = (int) Math.min(BLOCK, source.frames() - at);
            source.read(at, block, 0, count);
            meter.makeRoom();
            meter.process(stereo, 0, count);
            if (progress.canceled()) {
                throw new OfflineRender.Canceled();
            }
        }
        meter.finish();
        return meter.integratedLufs();
    }

    private static double rendered(SampleSource source, List<Insert> chain, Progress progress) throws IOException {
        LoudnessMeter meter = meter(source.format());
        SampleSink sink = new SampleSink() {
            @Override
            public AudioFormat format() {
                return new AudioFormat(source.format().sampleRate(), 2);
            }

            @Override
            public void write(float[][] sound, int offset, int count) {
                meter.makeRoom();
                meter.process(new float[][] {sound[0], sound[sound.length - 1]}, offset, count);
            }

            @Override
            public void close() {}
        };
        ChainRender.run(source, 0, chain, source.frames(), sink, "Measuring the master", progress);
        meter.finish();
        return meter.integratedLufs();
    }
}
