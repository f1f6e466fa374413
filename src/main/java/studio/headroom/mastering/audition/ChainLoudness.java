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
import studio.headroom.dsp.loudness.InterpolationKernel;
import studio.headroom.dsp.loudness.LoudnessMeter;
import studio.headroom.dsp.loudness.PeakMeter;
import studio.headroom.engine.OfflineRender;
import studio.headroom.mastering.ChainRender;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.Sources;
import studio.headroom.mastering.audition.Levels.Level;
import studio.headroom.project.Insert;

/// Measures how loud prints are, through a chain or past it: integrated loudness and true peak by
/// ITU-R BS.1770-5. What was measured is remembered, for prints do not change. One thread at a time.
public final class ChainLoudness {
    private static final int MOST = 64;
    private static final int BLOCK = 8192;

    private record Key(Path file, List<List<Object>> chain) {}

    private final Map<Key, Level> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Level> eldest) {
            return size() > MOST;
        }
    };

    /// A print through a chain; past it where that is empty.
    ///
    /// @return negative infinity for what is silent
    /// @throws IOException when it cannot be read
    /// @throws OfflineRender.Canceled when the progress said so
    public Level of(Path print, List<Insert> chain, Progress progress) throws IOException {
        Key key = new Key(print, chain.stream().map(ChainLoudness::sound).toList());
        Level before = known.get(key);
        if (before != null) {
            return before;
        }
        try (SampleSource source = Sources.randomAccess(print, progress)) {
            Level level = chain.isEmpty() ? plain(source, progress) : rendered(source, chain, progress);
            known.put(key, level);
            return level;
        }
    }

    /// What of an effect can be heard.
    private static List<Object> sound(Insert insert) {
        SortedMap<String, Double> values = insert.values().asMap();
        return List.of(insert.type(), values);
    }

    /// Listens to what a stereo bus makes of a sound: mono is heard from both sides.
    private static final class Ear implements SampleSink {
        private final AudioFormat format;
        private final LoudnessMeter loudness;
        private final PeakMeter peaks;
        private final float[][] sides = new float[2][];

        Ear(int sampleRate) {
            format = new AudioFormat(sampleRate, 2);
            loudness = new LoudnessMeter(format);
            peaks = new PeakMeter(format, InterpolationKernel.KAISER_16);
        }

        @Override
        public AudioFormat format() {
            return format;
        }

        @Override
        public void write(float[][] sound, int offset, int count) {
            sides[0] = sound[0];
            sides[1] = sound[sound.length - 1];
            loudness.makeRoom();
            loudness.process(sides, offset, count);
            peaks.process(sides, offset, count);
        }

        @Override
        public void close() {}

        Level level() {
            loudness.finish();
            peaks.finish();
            return new Level(loudness.integratedLufs(), peaks.truePeakDbtp());
        }
    }

    private static Level plain(SampleSource source, Progress progress) throws IOException {
        Ear ear = new Ear(source.format().sampleRate());
        float[][] block = new float[source.format().channels()][BLOCK];
        for (long at = 0; at < source.frames(); at += BLOCK) {
            int count = (int) Math.min(BLOCK, source.frames() - at);
            source.read(at, block, 0, count);
            ear.write(block, 0, count);
            if (progress.canceled()) {
                throw new OfflineRender.Canceled();
            }
        }
        return ear.level();
    }

    private static Level rendered(SampleSource source, List<Insert> chain, Progress progress) throws IOException {
        Ear ear = new Ear(source.format().sampleRate());
        ChainRender.run(source, 0, chain, source.frames(), ear, "Measuring the master", progress);
        return ear.level();
    }
}
