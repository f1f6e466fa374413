package studio.headroom.mastering.sight;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.InsertState;
import studio.headroom.engine.StripProbe;
import studio.headroom.engine.plan.PlannedInsert;
import studio.headroom.engine.plan.PlannedStrip;

/// Watches how far the effects of a chain turn down while it is rendered. Each reduction is set to the frames of the
/// sound that it falls on, latencies taken off. One render.
final class Reductions {
    static final int STEP_FRAMES = 1024;

    private final int steps;
    private final Map<String, float[]> byInsert = new HashMap<>();

    Reductions(long frames) {
        steps = (int) Math.max(1, (frames + STEP_FRAMES - 1) / STEP_FRAMES);
    }

    /// @param strip the one that holds the chain
    @Nullable
    StripProbe probe(PlannedStrip strip) {
        List<PlannedInsert> chain = strip.chain();
        float[][] rows = new float[chain.size()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new float[steps];
            byInsert.put(chain.get(i).insert().id(), rows[i]);
        }
        return new Probe(rows);
    }

    /// What was seen, in the order of the chain.
    Map<String, Reduction> finish(List<String> ids) {
        Map<String, Reduction> all = new LinkedHashMap<>();
        for (String id : ids) {
            float[] row = byInsert.get(id);
            if (row != null) {
                all.put(id, new Reduction(STEP_FRAMES, row));
            }
        }
        return all;
    }

    private static final class Probe implements StripProbe {
        private final float[][] rows;
        /// The frame of the render at which the chunk begins.
        private long position;

        private int late;

        Probe(float[][] rows) {
            this.rows = rows;
        }

        @Override
        public void before(int index, float[][] io, int channels, int frames) {}

        @Override
        public void insert(int index, float[][] io, int channels, InsertState state, int frames, long nanos) {
            late += state.latency();
            float reduction = (float) -state.gainReductionDb();
            if (reduction > 0) {
                float[] row = rows[index];
                long from = Math.max(0, position - late) / STEP_FRAMES;
                long to = (position - late + frames - 1) / STEP_FRAMES;
                for (int step = (int) from; step <= to && step < row.length; step++) {
                    row[step] = Math.max(row[step], reduction);
                }
            }
        }

        @Override
        public void strip(float[][] pre, float[][] post, int frames, long nanos) {
            position += frames;
            late = 0;
        }
    }
}
