package studio.headroom.ui.song;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.audio.SampleSource;
import studio.headroom.device.FileDevice;
import studio.headroom.device.NullDevice;
import studio.headroom.dsp.loudness.ProgramMeter;
import studio.headroom.effects.Catalogue;
import studio.headroom.engine.live.ColdEngine;
import studio.headroom.engine.output.OutputRequest;
import studio.headroom.engine.plan.Listening;
import studio.headroom.param.Param;
import studio.headroom.param.Values;
import studio.headroom.project.Clip;
import studio.headroom.project.Insert;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.StripEdits;

/// Listening as the window asks for it, on an engine that records what would be heard.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class ListeningStateTest {
    private static final int RATE = 48_000;
    private static final int SECONDS = 8;

    private static float[] noise() {
        Random random = new Random(3);
        float[] noise = new float[SECONDS * RATE];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) (0.05 * random.nextGaussian());
        }
        return noise;
    }

    /// A song of noise.
    private static Project song() {
        Media media = new Media("m", "media/m.wav", 1, SECONDS * RATE, "m.wav");
        Strip track = Strip.create(Strip.Kind.TRACK, "a", "A").withClips(List.of(Clip.whole("c", media, 0)));
        return Project.empty("Song", RATE).withMedia(List.of(media)).withStrips(List.of(track));
    }

    private static Edit gain(double db) {
        Param gain = Catalogue.find("utility").orElseThrow().params().params().stream()
                .filter(param -> param.id().equals("gain"))
                .findFirst()
                .orElseThrow();
        Insert insert = new Insert("louder", "utility", Values.INITIAL.with(gain, db), null);
        return new Edit("Chain", song -> song.withMastering(song.mastering().withChain(List.of(insert))));
    }

    /// What is heard.
    private static final class Heard implements SampleSink {
        private final List<float[][]> parts = new ArrayList<>();

        @Override
        public AudioFormat format() {
            return new AudioFormat(RATE, 2);
        }

        @Override
        public void write(float[][] source, int offset, int count) {
            parts.add(new float[][] {
                Arrays.copyOfRange(source[0], offset, offset + count),
                Arrays.copyOfRange(source[1], offset, offset + count)
            });
        }

        @Override
        public void close() {
            // Kept.
        }

        double lufs(int fromSecond, int toSecond) {
            float[][] all =
                    new float[2][parts.stream().mapToInt(part -> part[0].length).sum()];
            int at = 0;
            for (float[][] part : parts) {
                for (int c = 0; c < 2; c++) {
                    System.arraycopy(part[c], 0, all[c], at, part[c].length);
                }
                at += part[0].length;
            }
            return ProgramMeter.measure(RATE, new float[][] {
                        Arrays.copyOfRange(all[0], fromSecond * RATE, toSecond * RATE),
                        Arrays.copyOfRange(all[1], fromSecond * RATE, toSecond * RATE)
                    })
                    .integratedLufs();
        }
    }

    private interface Setting {
        void on(ListeningState listening, SongHistory history);
    }

    private interface Playing {
        void with(Playback playback);
    }

    private static Heard heard(Setting setting) throws IOException {
        return heard(setting, playback -> {});
    }

    private static Heard heard(Setting setting, Playing playing) throws IOException {
        float[] noise = noise();
        SongHistory history = new SongHistory(song(), refusal -> {});
        history.apply(gain(12));
        Heard heard = new Heard();
        try (Playback playback = new Playback(
                ColdEngine.open(
                        history.current(),
                        media -> new SampleSource() {
                            @Override
                            public AudioFormat format() {
                                return new AudioFormat(RATE, 1);
                            }

                            @Override
                            public long frames() {
                                return noise.length;
                            }

                            @Override
                            public void read(long start, float[][] target, int offset, int count) {
                                System.arraycopy(noise, (int) start, target[0], offset, count);
                            }
                        },
                        edit -> {}),
                history)) {
            setting.on(playback.listening(), history);
            playing.with(playback);
            // Until what is asked for is what plays.
            playback.engine().deviceFor(new NullDevice(), OutputRequest.of(RATE, 512), -1);
            long end = System.nanoTime() + 10_000_000_000L;
            while (!playback.engine().upToDate() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            playback.engine()
                    .deviceFor(
                            new FileDevice("heard", (path, rate) -> heard),
                            OutputRequest.of(RATE, 512),
                            (long) SECONDS * RATE);
            playback.engine().play(0);
            while (!playback.engine().done()) {
                Thread.onSpinWait();
            }
            playback.engine().finish();
        }
        return heard;
    }

    @Test
    void theChainOfTheSongIsHeardAsLoudAsTheMixOrAsLoudAsItIs() throws IOException {
        double mix = heard((listening, history) -> {}).lufs(4, SECONDS);
        double matched = heard((listening, history) -> listening.throughMaster().set(true))
                .lufs(4, SECONDS);
        double plain = heard((listening, history) -> {
                    listening.throughMaster().set(true);
                    listening.matched().set(false);
                })
                .lufs(4, SECONDS);
        // Found within three seconds.
        assertThat(matched).isCloseTo(mix, within(0.2));
        assertThat(plain).isCloseTo(mix + 12, within(0.05));
    }

    @Test
    void aMoveInTheChainIsHeardThroughIt() throws IOException {
        double plain = heard((listening, history) -> {
                    listening.matched().set(false);
                    listening.throughMaster().set(true);
                    history.apply(gain(6));
                })
                .lufs(4, SECONDS);
        double mix = heard((listening, history) -> {}).lufs(4, SECONDS);
        assertThat(plain).isCloseTo(mix + 6, within(0.05));
    }

    @Test
    void whatAnotherPlacePlaysDoesNotPassTheChain() throws IOException {
        Setting through = (listening, history) -> {
            listening.throughMaster().set(true);
            listening.matched().set(false);
        };
        double mix = heard((listening, history) -> {}).lufs(4, SECONDS);
        double elsewhere = heard(
                        through,
                        playback -> playback.hear(
                                song -> StripEdits.rename("a", "Print").apply(song), 0))
                .lufs(4, SECONDS);
        assertThat(elsewhere).isCloseTo(mix, within(0.05));
        double back = heard(through, playback -> {
                    playback.hear(song -> StripEdits.rename("a", "Print").apply(song), 0);
                    playback.hearMix();
                })
                .lufs(4, SECONDS);
        assertThat(back).as("the mix is back, and the chain with it").isCloseTo(mix + 12, within(0.05));
    }

    @Test
    void soloBesideTheMixAndTheChainAreOneWayOfListening() throws IOException {
        double alone = heard((listening, history) -> {
                    listening.throughMaster().set(true);
                    listening.matched().set(false);
                    listening.solo().set(Listening.Solo.AFTER_FADER);
                    history.apply(StripEdits.solo("a", true));
                })
                .lufs(4, SECONDS);
        double mix = heard((listening, history) -> {}).lufs(4, SECONDS);
        assertThat(alone).as("what is soloed is heard without the chain").isCloseTo(mix, within(0.05));
        double again = heard((listening, history) -> {
                    listening.throughMaster().set(true);
                    listening.matched().set(false);
                    listening.solo().set(Listening.Solo.AFTER_FADER);
                })
                .lufs(4, SECONDS);
        assertThat(again).as("with nothing soloed, through it").isCloseTo(mix + 12, within(0.05));
    }
}
