package studio.headroom.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.param.Param;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

/// Long runs of edits of every kind while a song sounds.
class LiveSequenceTest {
    private static final int FRAMES = 48_000 * 12;
    private static final int EDITS = 30;
    /// Where a single edit is made and where that is over, and the peak of the loudest sound.
    private static final int EDIT = 512 * 50;

    private static final int END = EDIT + 512 * 25;
    private static final double TRACK = 0.1;
    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    /// Effects that forget soon, and those of their controls that the effects move without a step.
    private static final List<EffectType> TAME = List.of("utility", "eq", "limiter").stream()
            .map(id -> Catalogue.find(id).orElseThrow())
            .toList();

    private static final BiPredicate<EffectType, Param> MOVED = (type, param) -> switch (type.id()) {
        case "utility" -> List.of("gain", "balance", "width").contains(param.id());
        case "eq" -> param.id().endsWith(".gain");
        default -> param.id().equals("lookahead");
    };

    private final TestSong song = new TestSong()
            .media("mono", TestSong.sine(FRAMES, 100, 0.1))
            .media("stereo", TestSong.sine(FRAMES, 100, 0.1), TestSong.sine(FRAMES, 100, 0.07));
    private Project project = song.project();
    private long allocated;

    private LiveRig sounding(RandomEdits edits, int threads) {
        for (int i = 0; i < 40; i++) {
            project = edits.edited(project);
        }
        return new LiveRig(song, project, FRAMES, threads);
    }

    private void render(LiveRig rig, int subBlocks) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        rig.render(subBlocks, subBlocks);
        allocated += THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private void use(LiveRig rig, RenderGraph next) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        rig.use(next);
        allocated += THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    /// Edits as soon as that is possible, with faders moved in between, and waits until all is over.
    private void play(LiveRig rig, RandomEdits edits, long seed) {
        Random random = new Random(seed);
        for (int edit = 0; edit < EDITS; ) {
            render(rig, 1 + random.nextInt(8));
            if (random.nextInt(6) == 0 && !project.strips().isEmpty()) {
                moveAFader(rig, random);
            }
            if (rig.graph().settled()) {
                for (int n = random.nextInt(3); n >= 0; n--, edit++) {
                    project = edits.edited(project);
                }
                RenderGraph next = rig.next(project);
                // Between being compiled and being used the older one goes on.
                render(rig, 1 + random.nextInt(8));
                use(rig, next);
            }
        }
        for (int i = 0; i < 2000 && !done(rig); i++) {
            render(rig, 1 + random.nextInt(8));
            if (rig.graph().settled() && !done(rig)) {
                use(rig, rig.next(project));
            }
        }
        assertThat(done(rig)).isTrue();
    }

    /// Whether it has settled and nothing is to be left out; then it is the whole project, for a farewell parts from
    /// something.
    private boolean done(LiveRig rig) {
        return rig.graph().settled() && !rig.graph().plan().inTransition();
    }

    private void moveAFader(LiveRig rig, Random random) {
        List<Strip> strips = new ArrayList<>(project.strips());
        int index = random.nextInt(strips.size());
        Strip strip = strips.get(index);
        double db = -random.nextInt(20);
        strips.set(index, strip.withControls(strip.controls().with(StripControls.VOLUME, db)));
        project = project.withStrips(strips);
        int param = StripControls.PARAMS.indexOf(StripControls.VOLUME.id());
        rig.graph().move(rig.numbers.of(strip.id()), Move.SET.of(param), db);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 1", "4, 1", "5, 1", "6, 3", "7, 3", "8, 3"})
    void editsAreSmoothAndEndWhereAFreshSongIs(long seed, int threads) {
        RandomEdits edits = new RandomEdits(seed, song.project().media(), TAME, MOVED);
        try (LiveRig rig = sounding(edits, threads)) {
            render(rig, 8);
            for (int i = 0; i < 100; i++) {
                render(rig, 8);
            }
            play(rig, edits, seed);
            int settled = (int) rig.clock();
            while (rig.clock() < settled + 48_000) {
                render(rig, 8);
            }
            float[][] heard = rig.mix();
            float[][] fresh = fresh(heard[0].length);
            double peak = 0;
            for (int i = 0; i < settled; i++) {
                peak = Math.max(peak, Math.max(Math.abs(heard[0][i]), Math.abs(heard[1][i])));
            }
            assertThat(peak).isGreaterThan(0.01);
            for (int c = 0; c < 2; c++) {
                assertSmooth(heard[c], settled, peak);
                for (int i = settled + 24_000; i < heard[c].length; i++) {
                    assertThat(Math.abs(heard[c][i] - fresh[c][i]))
                            .as("frame %d", i)
                            .isLessThan(1e-5f);
                }
            }
        }
    }

    /// A fade of 20 ms from all that sounds to nothing has corners of peak/960; a song of sines of 100 Hz bends by
    /// peak·(2π·100/48000)² itself, a fifth of that. With a change of latency one part goes another way while the
    /// others
    /// are held back: two fades, whose corners may meet; and the mix may be softer than its parts, which cancel in
    /// it. A
    /// step of a four-hundredth of the peak would be more than that.
    private static void assertSmooth(float[] heard, int to, double peak) {
        double bound = 2.5 * peak / 960;
        for (int i = 10_000; i < to; i++) {
            if (!(second(heard, i) < bound)) {
                assertThat(second(heard, i)).as("frame %d", i).isLessThan(bound);
            }
        }
    }

    /// In a song that waits for nothing, an edit bends no more than one straight fade of 20 ms from the sound before to
    /// the
    /// sound after, be it of a part that the others cancel: y = old + d·p with p' and, at a corner, p'' of 1/960.
    /// Where
    /// something is late, one part goes another way while the others are held back: two such fades.
    @ParameterizedTest
    @CsvSource({
        "101, false",
        "102, false",
        "103, false",
        "104, false",
        "101, true",
        "104, true",
        "111, true",
        "119, true"
    })
    void aSingleEditBendsNoMoreThanItsFade(long seed, boolean late) {
        List<EffectType> types = late ? TAME : TAME.subList(0, TAME.size() - 1);
        RandomEdits edits = new RandomEdits(seed, song.project().media(), types, MOVED);
        for (int n = 0; n < 60; n++) {
            Project before = project;
            project = edits.edited(project);
            if (n >= 30) {
                assertOneFade(before, project, late ? 2 : 1);
            }
        }
    }

    private void assertOneFade(Project before, Project after, int fades) {
        float[][] old = untouched(before);
        float[][] next = untouched(after);
        float[][] heard;
        try (LiveRig rig = new LiveRig(song, before, END + 512, 1)) {
            rig.render(EDIT / 64, 8);
            rig.edit(after);
            rig.settle(after, 8);
            rig.render((int) (END - rig.clock()) / 64, 8);
            heard = rig.mix();
        }
        for (int c = 0; c < 2; c++) {
            double difference = Math.max(TRACK, Math.max(peak(old[c]), peak(next[c])));
            double slope = 0;
            double own = 0;
            for (int i = EDIT; i < EDIT + 4000; i++) {
                double d = (double) next[c][i] - old[c][i];
                difference = Math.max(difference, Math.abs(d));
                slope = Math.max(slope, Math.abs(d - ((double) next[c][i - 1] - old[c][i - 1])));
                own = Math.max(own, Math.max(second(old[c], i), second(next[c], i)));
            }
            double bound = fades * (own + difference / 960 + 2 * slope / 960) + 1e-6;
            for (int i = EDIT - 2; i < heard[c].length; i++) {
                if (second(heard[c], i) >= bound) {
                    assertThat(second(heard[c], i))
                            .as("frame %d of %s", i, after)
                            .isLessThan(bound);
                }
            }
        }
    }

    private float[][] untouched(Project whole) {
        try (LiveRig rig = new LiveRig(song, whole, END, 1)) {
            rig.render(END / 64, 8);
            return rig.mix();
        }
    }

    private static double peak(float[] x) {
        double peak = 0;
        for (float sample : x) {
            peak = Math.max(peak, Math.abs(sample));
        }
        return peak;
    }

    private static double second(float[] x, int i) {
        return Math.abs(x[i] - 2.0 * x[i - 1] + x[i - 2]);
    }

    private float[][] fresh(int frames) {
        try (LiveRig rig = new LiveRig(song, project, frames, 1)) {
            rig.render(frames / 64, 8);
            return rig.mix();
        }
    }

    @ParameterizedTest
    @CsvSource({"11, 1", "12, 1", "13, 3", "14, 3", "15, 3"})
    void editsOfAnyKindBreakNothing(long seed, int threads) {
        RandomEdits edits = new RandomEdits(seed, song.project().media(), Catalogue.types());
        try (LiveRig rig = sounding(edits, threads)) {
            play(rig, edits, seed);
            for (float[] channel : rig.mix()) {
                for (float sample : channel) {
                    assertThat(Float.isFinite(sample)).isTrue();
                }
            }
            assertThat(rig.graphs()).isGreaterThan(EDITS / 3);
        }
    }

    @Test
    void theThreadThatRendersAllocatesNothing() {
        List<EffectType> types = Catalogue.types();
        // The first run links what the second one uses.
        for (int run = 0; run < 3; run++) {
            project = song.project();
            RandomEdits edits = new RandomEdits(21, song.project().media(), types);
            try (LiveRig rig = sounding(edits, 1)) {
                allocated = 0;
                play(rig, edits, 21);
            }
        }
        assertThat(allocated).isZero();
    }
}
