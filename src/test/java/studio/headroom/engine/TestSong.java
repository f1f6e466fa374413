package studio.headroom.engine;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.engine.media.DirectReader;
import studio.headroom.param.Param;
import studio.headroom.param.Values;
import studio.headroom.project.Clip;
import studio.headroom.project.Insert;
import studio.headroom.project.Lane;
import studio.headroom.project.Media;
import studio.headroom.project.PanLaw;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.project.Tempo;

/// A song in memory, built strip by strip, and what it sounds like.
final class TestSong {
    static final int RATE = 48_000;

    private final Map<String, float[][]> samples = new HashMap<>();
    private Project project = Project.empty("Test", RATE);

    /// A track that plays these samples from frame 0.
    TestSong track(String id, float[]... planar) {
        Media media = new Media("m-" + id, "media/" + id + ".wav", planar.length, planar[0].length, id);
        samples.put(media.id(), planar);
        List<Media> all = new ArrayList<>(project.media());
        all.add(media);
        project = project.withMedia(all);
        return add(Strip.create(Strip.Kind.TRACK, id, id).withClips(List.of(Clip.whole("c-" + id, media, 0))));
    }

    TestSong bus(String id) {
        return add(Strip.create(Strip.Kind.BUS, id, id));
    }

    TestSong returns(String id) {
        return add(Strip.create(Strip.Kind.RETURN, id, id));
    }

    private TestSong add(Strip strip) {
        List<Strip> all = new ArrayList<>(project.strips());
        all.add(strip);
        project = project.withStrips(all);
        return this;
    }

    TestSong change(String id, UnaryOperator<Strip> change) {
        if (id.equals("master")) {
            project = project.withMaster(change.apply(project.master()));
        } else {
            project = project.withStrips(project.strips().stream()
                    .map(strip -> strip.id().equals(id) ? change.apply(strip) : strip)
                    .toList());
        }
        return this;
    }

    TestSong remove(String id) {
        project = project.withStrips(project.strips().stream()
                .filter(strip -> !strip.id().equals(id))
                .toList());
        return this;
    }

    TestSong tempo(double beatsPerMinute) {
        project = project.withTempo(new Tempo(beatsPerMinute, 4, 4));
        return this;
    }

    TestSong panLaw(PanLaw law) {
        project = project.withPanLaw(law);
        return this;
    }

    /// Samples that clips may play.
    TestSong media(String id, float[]... planar) {
        Media media = new Media(id, "media/" + id + ".wav", planar.length, planar[0].length, id);
        samples.put(id, planar);
        List<Media> all = new ArrayList<>(project.media());
        all.add(media);
        project = project.withMedia(all);
        return this;
    }

    TestSong clips(String id, UnaryOperator<Clip> change) {
        return change(
                id, strip -> strip.withClips(strip.clips().stream().map(change).toList()));
    }

    TestSong inserts(String id, Insert... inserts) {
        return change(id, strip -> strip.withInserts(List.of(inserts)));
    }

    TestSong sends(String id, UnaryOperator<Send> change) {
        return change(
                id, strip -> strip.withSends(strip.sends().stream().map(change).toList()));
    }

    TestSong set(String id, Param param, double value) {
        return change(id, strip -> strip.withControls(strip.controls().with(param, value)));
    }

    TestSong output(String id, String bus) {
        return change(id, strip -> strip.withOutput(bus));
    }

    TestSong send(String id, String target, boolean pre, double db) {
        return change(id, strip -> {
            List<Send> sends = new ArrayList<>(strip.sends());
            sends.add(
                    new Send("s-" + id + "-" + target, target, pre, Values.INITIAL.with(StripControls.SEND_LEVEL, db)));
            return strip.withSends(sends);
        });
    }

    TestSong insert(String id, Insert insert) {
        return change(id, strip -> {
            List<Insert> inserts = new ArrayList<>(strip.inserts());
            inserts.add(insert);
            return strip.withInserts(inserts);
        });
    }

    TestSong automate(String id, String owner, Param param, Lane.Point... points) {
        return change(id, strip -> {
            List<Lane> lanes = new ArrayList<>(strip.automation());
            lanes.add(new Lane(owner, param.id(), true, List.of(points)));
            return strip.withAutomation(lanes);
        });
    }

    TestSong solo(String id) {
        return change(id, strip -> strip.withSolo(true));
    }

    Project project() {
        return project;
    }

    RenderGraph compile(boolean stems) {
        try {
            return GraphCompiler.compile(project, this::open, stems);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Readers of the samples, for graphs that are listened to.
    GraphCompiler.Readers readers() {
        return () -> (media, reversed) -> new DirectReader(open(media));
    }

    private SampleSource open(Media media) {
        float[][] planar = samples.get(media.id());
        return new SampleSource() {
            @Override
            public AudioFormat format() {
                return new AudioFormat(RATE, planar.length);
            }

            @Override
            public long frames() {
                return planar[0].length;
            }

            @Override
            public void read(long start, float[][] target, int offset, int count) {
                for (int c = 0; c < planar.length; c++) {
                    for (int i = 0; i < count; i++) {
                        long frame = start + i;
                        target[c][offset + i] = frame >= 0 && frame < planar[c].length ? planar[c][(int) frame] : 0f;
                    }
                }
            }
        };
    }

    /// The mix of `[0, frames)`, on one thread.
    float[][] mix(int frames) {
        return render(0, frames, 1, 512, false)[0];
    }

    /// All outputs, `[output][channel][frame]`.
    float[][][] render(int from, int to, int threads, int block, boolean stems) {
        RenderGraph graph = compile(stems);
        float[][][] result = new float[graph.outputs().size()][2][to - from];
        int[] at = {0};
        try {
            OfflineRender.run(
                    graph,
                    from,
                    to,
                    threads,
                    block,
                    (outputs, offset, frames) -> {
                        for (int o = 0; o < outputs.length; o++) {
                            for (int c = 0; c < 2; c++) {
                                System.arraycopy(outputs[o][c], offset, result[o][c], at[0], frames);
                            }
                        }
                        at[0] += frames;
                    },
                    frame -> {},
                    () -> false);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return result;
    }

    static float[] noise(int frames, long seed) {
        Random random = new Random(seed);
        float[] result = new float[frames];
        for (int i = 0; i < frames; i++) {
            result[i] = (float) (random.nextGaussian() * 0.1);
        }
        return result;
    }

    static float[] impulse(int frames, int at) {
        float[] result = new float[frames];
        result[at] = 1;
        return result;
    }

    static float[] constant(int frames, double value) {
        float[] result = new float[frames];
        java.util.Arrays.fill(result, (float) value);
        return result;
    }

    static float[] sine(int frames, double hz, double peak) {
        float[] result = new float[frames];
        for (int i = 0; i < frames; i++) {
            result[i] = (float) (peak * Math.sin(2 * Math.PI * hz * i / RATE));
        }
        return result;
    }
}
