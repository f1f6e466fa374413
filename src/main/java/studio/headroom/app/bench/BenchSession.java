package studio.headroom.app.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.param.Values;
import studio.headroom.project.Clip;
import studio.headroom.project.Insert;
import studio.headroom.project.Lane;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

/// A session of any number of tracks, each with four EQ bands, a compressor, pan, level automation, and a send each to
/// a shared reverb and a shared delay. Every other track is stereo. The sound is made of decaying bursts of noise and
/// tone, held in memory, so that no disk is measured.
final class BenchSession {
    private static final int RATE = 48_000;
    private static final int LOOP_SECONDS = 8;

    private final Project project;
    private final float[][] loop;

    BenchSession(int tracks, int seconds) {
        loop = new float[][] {burst(1), burst(2)};
        List<Media> media = new ArrayList<>();
        List<Strip> strips = new ArrayList<>();
        long frames = (long) seconds * RATE;
        for (int t = 0; t < tracks; t++) {
            Media item = new Media("m" + t, "media/" + t + ".wav", 1 + t % 2, frames, "track " + t);
            media.add(item);
            strips.add(track(t, item));
        }
        strips.add(Strip.create(Strip.Kind.RETURN, "reverb", "Reverb")
                .withInserts(List.of(Insert.create("r1", "reverb"))));
        strips.add(
                Strip.create(Strip.Kind.RETURN, "delay", "Delay").withInserts(List.of(Insert.create("d1", "delay"))));
        project = Project.empty("Benchmark", RATE).withMedia(media).withStrips(strips);
    }

    Project project() {
        return project;
    }

    private static Strip track(int t, Media media) {
        Map<String, Double> eq = new TreeMap<>();
        double[] base = {80, 320, 2200, 8000};
        for (int b = 0; b < 4; b++) {
            eq.put("band" + (b + 1) + ".freq", base[b] * (1 + 0.08 * ((t * 5 + b * 3) % 9)));
            eq.put("band" + (b + 1) + ".gain", ((t * 7 + b * 5) % 13 - 6) * 0.75 + 0.1);
            eq.put("band" + (b + 1) + ".q", 0.7 + 0.1 * ((t + 2 * b) % 7));
            eq.put("band" + (b + 1) + ".type", 0.0);
            eq.put("band" + (b + 1) + ".on", 1.0);
        }
        Map<String, Double> compressor = Map.of(
                "threshold", -24.0 + t % 7,
                "ratio", 2 + 0.5 * (t % 4),
                "attack", 5.0 + 3 * (t % 5),
                "release", 80.0 + 20 * (t % 6),
                "makeup", 1 + 0.5 * (t % 4));
        String id = "t" + t;
        List<Lane.Point> ride = new ArrayList<>();
        for (long frame = 0; frame < media.frames(); frame += RATE * 2L) {
            ride.add(new Lane.Point(frame, -18 - (frame / RATE + t) % 5, Lane.Shape.LINEAR));
        }
        return Strip.create(Strip.Kind.TRACK, id, "Track " + (t + 1))
                .withControls(Values.INITIAL.with(StripControls.PAN, t * 37 % 201 - 100))
                .withInserts(List.of(
                        new Insert("eq" + t, "eq", Values.of(eq), null),
                        new Insert("co" + t, "compressor", Values.of(compressor), null)))
                .withSends(List.of(send(t, "reverb", -18 - t % 9), send(t, "delay", -24 - t % 7)))
                .withAutomation(List.of(new Lane(id, StripControls.VOLUME.id(), true, ride)))
                .withClips(List.of(Clip.whole("c" + t, media, 0)));
    }

    private static Send send(int t, String target, double db) {
        return new Send("s" + t + target, target, false, Values.INITIAL.with(StripControls.SEND_LEVEL, db));
    }

    SampleSource open(Media media) {
        int shift = media.id().hashCode() * 7919;
        return new SampleSource() {
            @Override
            public AudioFormat format() {
                return new AudioFormat(RATE, media.channels());
            }

            @Override
            public long frames() {
                return media.frames();
            }

            @Override
            public void read(long start, float[][] target, int offset, int count) {
                for (int c = 0; c < media.channels(); c++) {
                    float[] from = loop[c];
                    int at = Math.floorMod(start + shift, from.length);
                    int first = Math.min(count, from.length - at);
                    System.arraycopy(from, at, target[c], offset, first);
                    System.arraycopy(from, 0, target[c], offset + first, count - first);
                }
            }
        };
    }

    private static float[] burst(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] samples = new float[LOOP_SECONDS * RATE];
        for (int i = 0; i < samples.length; i++) {
            double beat = i % (RATE / 2) / (double) RATE;
            double level = 0.4 * Math.exp(-beat * 9);
            double tone = Math.sin(2 * Math.PI * 196 * i / RATE);
            samples[i] = (float) (level * (0.6 * tone + 0.4 * (random.nextDouble() * 2 - 1)));
        }
        return samples;
    }
}
