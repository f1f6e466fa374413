package studio.headroom.mastering;

import java.io.IOException;
import java.util.List;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.audio.SampleSource;
import studio.headroom.project.Insert;

/// Renders a chain in two parts, each on a thread of its own: while the second works on a block, the first makes the
/// next one. The result has the bits of [ChainRender], which a chain that cannot be parted so goes through.
final class SplitRender {
    /// Shorter sounds are over before a thread is worth it.
    private static final double SHORTEST_SECONDS = 5;

    private SplitRender() {}

    /// As [ChainRender#run(SampleSource, double, List, long, SampleSink, String, Progress)], with a gain of 0 dB.
    ///
    /// @param source read from its beginning to its end, on another thread
    static void run(
            SampleSource source, List<Insert> chain, long frames, SampleSink sink, String step, Progress progress)
            throws IOException {
        boolean worth = frames >= SHORTEST_SECONDS * source.format().sampleRate()
                && Runtime.getRuntime().availableProcessors() > 1;
        int cut = worth ? cut(chain) : 0;
        // The effects of the second part hear their sound as late as they would in one piece.
        if (cut == 0 || ChainRender.shape(source, chain.subList(0, cut)).latency() != 0) {
            ChainRender.run(source, 0, chain, frames, sink, step, progress);
        } else {
            run(source, chain.subList(0, cut), chain.subList(cut, chain.size()), frames, sink, step, progress);
        }
    }

    /// How many effects the first part has so that both cost alike; 0 where there is nothing to part.
    static int cut(List<Insert> chain) {
        int all = chain.stream().mapToInt(EffectCost::of).sum();
        int best = 0;
        int least = all;
        int first = 0;
        for (int i = 1; i < chain.size(); i++) {
            first += EffectCost.of(chain.get(i - 1));
            int longest = Math.max(first, all - first);
            if (longest < least) {
                least = longest;
                best = i;
            }
        }
        return best;
    }

    private static void run(
            SampleSource source,
            List<Insert> first,
            List<Insert> second,
            long frames,
            SampleSink sink,
            String step,
            Progress progress)
            throws IOException {
        AudioFormat between = new AudioFormat(
                source.format().sampleRate(), ChainRender.shape(source, first).channels());
        int late = ChainRender.shape(new SoundPipe(between, frames), second).latency();
        // What the first part rings on after the end is heard in the second one while that is late.
        SoundPipe pipe = new SoundPipe(between, frames + late);
        Progress quiet = new Progress() {
            @Override
            public boolean canceled() {
                return pipe.abandoned() || progress.canceled();
            }
        };
        Thread helper = Thread.ofPlatform().daemon().name("chain").start(() -> {
            try {
                ChainRender.run(source, 0, first, frames + late, pipe, step, quiet);
                pipe.end(null);
            } catch (IOException | RuntimeException | Error e) {
                pipe.end(e);
            }
        });
        try {
            ChainRender.run(pipe, 0, second, frames, sink, step, progress);
        } finally {
            pipe.abandon();
            join(helper);
        }
    }

    private static void join(Thread helper) throws IOException {
        try {
            helper.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
