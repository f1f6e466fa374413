package studio.headroom.engine.live;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.function.UnaryOperator;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.engine.GraphCompiler;
import studio.headroom.engine.OfflineRender;
import studio.headroom.engine.RenderGraph;
import studio.headroom.engine.media.DirectReader;
import studio.headroom.engine.media.MediaLibrary;
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

/// A song whose samples are in memory, at any rate, and its bounce.
final class MemorySong implements MediaLibrary {
    final int rate;
    private final Map<String, float[][]> samples = new HashMap<>();
    /// Reads from this frame on wait until [#delivers] is open, or fail while the disk is broken.
    volatile long stallsAt = Long.MAX_VALUE;

    volatile CountDownLatch delivers = new CountDownLatch(0);
    volatile boolean broken;
    private Project project;

    MemorySong(int rate) {
        this.rate = rate;
        project = Project.empty("Test", rate);
    }

    /// A sound file `m-<id>` that a clip may play.
    MemorySong media(String id, float[]... planar) {
        Media media = new Media("m-" + id, "media/" + id + ".wav", planar.length, planar[0].length, id);
        samples.put(media.id(), planar);
        List<Media> all = new ArrayList<>(project.media());
        all.add(media);
        project = project.withMedia(all);
        return this;
    }

    MemorySong track(String id, float[]... planar) {
        Media media = media(id, planar).project.media().getLast();
        return add(Strip.create(Strip.Kind.TRACK, id, id).withClips(List.of(Clip.whole("c-" + id, media, 0))));
    }

    MemorySong add(Strip strip) {
        List<Strip> all = new ArrayList<>(project.strips());
        all.add(strip);
        project = project.withStrips(all);
        return this;
    }

    Project project() {
        return project;
    }

    /// The song with one strip changed.
    Project with(String id, UnaryOperator<Strip> change) {
        return with(project, id, change);
    }

    static Project with(Project song, String id, UnaryOperator<Strip> change) {
        if (song.master().id().equals(id)) {
            return song.withMaster(change.apply(song.master()));
        }
        return song.withStrips(song.strips().stream()
                .map(strip -> strip.id().equals(id) ? change.apply(strip) : strip)
                .toList());
    }

    MemorySong change(String id, UnaryOperator<Strip> change) {
        project = with(id, change);
        return this;
    }

    MemorySong panLaw(PanLaw law) {
        project = project.withPanLaw(law);
        return this;
    }

    static UnaryOperator<Strip> set(Param param, double value) {
        return strip -> strip.withControls(strip.controls().with(param, value));
    }

    static Insert insert(String id, String type) {
        return new Insert(id, type, Values.INITIAL, null);
    }

    static Insert bypassed(String id, String type) {
        return new Insert(id, type, Values.INITIAL.with(StripControls.BYPASS, 1), null);
    }

    /// A sine of 100 Hz at -6 dBFS on both sides, of which any click stands out.
    static MemorySong tone() {
        MemorySong song = new MemorySong(48_000);
        float[] sine = song.sine(200_000, 100, 0.5);
        return song.track("a", sine, sine);
    }

    /// Every effect somewhere, buses in buses, sends before and after the fader, automation of strips and effects.
    static MemorySong busy(int frames) {
        MemorySong song = new MemorySong(48_000);
        for (int t = 0; t < 4; t++) {
            float[] left = noise(frames, t);
            String id = "t" + t;
            if (t % 2 == 0) {
                song.track(id, left);
            } else {
                song.track(id, left, noise(frames, 100 + t));
            }
        }
        song.add(Strip.create(Strip.Kind.BUS, "bus", "Bus")).add(Strip.create(Strip.Kind.RETURN, "r", "Return"));
        song.change("t0", strip -> strip.withOutput("bus")).change("t1", strip -> strip.withOutput("bus"));
        int place = 0;
        for (EffectType type : Catalogue.types()) {
            if (type.id().equals("tone")) {
                continue; // A generator that is on never rings out.
            }
            String strip = place % 3 == 0 ? "bus" : "t" + place % 4;
            song.automated(strip, "i" + place++, type, frames);
        }
        for (int t = 0; t < 4; t++) {
            Send send = new Send("s" + t, "r", t % 2 == 0, Values.INITIAL.with(StripControls.SEND_LEVEL, -12));
            song.change("t" + t, strip -> strip.withSends(List.of(send)));
            song.lane(
                    "t" + t,
                    "t" + t,
                    StripControls.VOLUME,
                    new Lane.Point(new Random(t).nextInt(frames), -20, Lane.Shape.LINEAR),
                    new Lane.Point(frames, 3, Lane.Shape.LINEAR));
        }
        return song;
    }

    private void automated(String strip, String id, EffectType type, int frames) {
        change(strip, old -> {
            List<Insert> inserts = new ArrayList<>(old.inserts());
            inserts.add(insert(id, type.id()));
            return old.withInserts(inserts);
        });
        Param param = type.params().params().stream()
                .filter(Param::automatable)
                .findFirst()
                .orElseThrow();
        lane(
                strip,
                id,
                param,
                new Lane.Point(0, param.range().plain(0.2), Lane.Shape.LINEAR),
                new Lane.Point(frames, param.range().plain(0.8), Lane.Shape.HOLD));
        lane(
                strip,
                id,
                StripControls.BYPASS,
                new Lane.Point(0, 0, Lane.Shape.HOLD),
                new Lane.Point(3000, 1, Lane.Shape.HOLD),
                new Lane.Point(6001, 0, Lane.Shape.HOLD));
    }

    MemorySong lane(String strip, String owner, Param param, Lane.Point... points) {
        return change(strip, old -> {
            List<Lane> lanes = new ArrayList<>(old.automation());
            lanes.add(new Lane(owner, param.id(), true, List.of(points)));
            return old.withAutomation(lanes);
        });
    }

    @Override
    public SampleSource open(Media media) throws IOException {
        float[][] planar = samples.get(media.id());
        if (planar == null) {
            throw new IOException("The sound file '" + media.path() + "' is missing. Put it back.");
        }
        return new SampleSource() {
            @Override
            public AudioFormat format() {
                return new AudioFormat(rate, planar.length);
            }

            @Override
            public long frames() {
                return planar[0].length;
            }

            @Override
            public void read(long start, float[][] target, int offset, int count) throws IOException {
                disk(start + count);
                for (int c = 0; c < planar.length; c++) {
                    for (int i = 0; i < count; i++) {
                        long frame = start + i;
                        target[c][offset + i] = frame >= 0 && frame < planar[c].length ? planar[c][(int) frame] : 0f;
                    }
                }
            }
        };
    }

    private void disk(long end) throws IOException {
        if (end > stallsAt) {
            if (broken) {
                throw new IOException("Input/output error");
            }
            try {
                delivers.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }
    }

    GraphCompiler.Readers readers() {
        return () -> (media, reversed) -> new DirectReader(open(media));
    }

    /// The mix of `[0, frames)`, `[channel][frame]`.
    float[][] bounce(int frames) {
        return bounce(project, frames);
    }

    float[][] bounce(Project song, int frames) {
        float[][] mix = new float[2][frames];
        int[] at = {0};
        try {
            RenderGraph graph = GraphCompiler.compile(song, this, false);
            OfflineRender.run(
                    graph,
                    0,
                    frames,
                    1,
                    512,
                    (outputs, offset, count) -> {
                        for (int c = 0; c < 2; c++) {
                            System.arraycopy(outputs[0][c], offset, mix[c], at[0], count);
                        }
                        at[0] += count;
                    },
                    frame -> {},
                    () -> false);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return mix;
    }

    static float[] noise(int frames, long seed) {
        Random random = new Random(seed);
        float[] result = new float[frames];
        for (int i = 0; i < frames; i++) {
            result[i] = (float) (random.nextGaussian() * 0.1);
        }
        return result;
    }

    float[] sine(int frames, double hz, double peak) {
        float[] result = new float[frames];
        for (int i = 0; i < frames; i++) {
            result[i] = (float) (peak * Math.sin(2 * Math.PI * hz * i / rate));
        }
        return result;
    }

    /// Each sample is its frame's number, in parts of 2^20.
    static float[] ramp(int frames) {
        float[] result = new float[frames];
        for (int i = 0; i < frames; i++) {
            result[i] = i * 0x1p-20f;
        }
        return result;
    }
}
