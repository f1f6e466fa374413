package studio.headroom.engine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import studio.headroom.effects.Catalogue;
import studio.headroom.engine.automation.Address;
import studio.headroom.engine.automation.AutomationMode;
import studio.headroom.engine.output.OutputRequest;
import studio.headroom.engine.plan.Listening;
import studio.headroom.project.Clip;
import studio.headroom.project.Insert;
import studio.headroom.project.Lane;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

/// The engine with all its threads, on devices that the tests drive.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class LiveEngineTest {
    private static final int FRAMES = 20_000;

    private static MemorySong ramp() {
        float[] ramp = MemorySong.ramp(2_000_000);
        return new MemorySong(48_000).track("a", ramp, ramp);
    }

    private static long frame(float sample) {
        return Math.round(sample * 0x1p20);
    }

    private static float last(FakeDevice device) {
        float[] left = device.heard()[0];
        return left[left.length - 1];
    }

    @Test
    void whatIsRecordedIsTheBounce() throws IOException {
        MemorySong song = MemorySong.busy(FRAMES);
        try (Rig rig = new Rig(song).plugged()) {
            assertThat(rig.recorded(FRAMES)).isDeepEqualTo(song.bounce(FRAMES));
            assertThat(rig.notices).isEmpty();
        }
    }

    @Test
    void aRefusedDeviceIsToldAndStoodInForUntilItIsThere() throws IOException {
        try (Rig rig = new Rig(ramp())) {
            rig.device.refuses = true;
            assertThat(rig.engine.deviceFor(rig.device, rig.request, -1)).isFalse();
            assertThat(rig.notices)
                    .containsExactly(
                            "'Card' is busy. Close the program that uses it. Until then 'Stand-in' stands in.");
            rig.engine.play(0);
            rig.playUntil(
                    rig.standIn,
                    "plays on the stand-in",
                    () -> rig.engine.status().frame() > 5000);
            assertThat(rig.engine.status().device()).isEqualTo("Stand-in");
            rig.device.refuses = false;
            Rig.until("is back", () -> rig.engine.status().device().equals("Card"));
            long before = rig.engine.status().frame();
            rig.device.take(20);
            // One block was on its way to the stand-in.
            assertThat(frame(last(rig.device)))
                    .as("plays on")
                    .isBetween(before + 20 * Rig.BLOCK - 1, before + 21 * Rig.BLOCK);
            assertThat(rig.notices).hasSize(2).last().isEqualTo("'Card' is back.");
        }
    }

    @Test
    void aLostDevicePausesAndGoesOnWhereItWas() throws IOException {
        try (Rig rig = new Rig(ramp()).plugged()) {
            rig.engine.play(0);
            rig.playUntil("plays", () -> rig.engine.status().frame() > 5000);
            long heard = frame(last(rig.device)) + 1;
            rig.device.unplugged = true;
            Rig.until("told", () -> !rig.notices.isEmpty());
            assertThat(rig.notices.getFirst()).contains("'Card' is gone", "goes on where it was");
            rig.playUntil(rig.standIn, "pauses", () -> !rig.engine.status().playing());
            assertThat(rig.engine.status().device()).isEqualTo("Stand-in");
            rig.device.unplugged = false;
            Rig.until("is back", () -> rig.engine.status().device().equals("Card"));
            int silent = rig.device.heard()[0].length;
            rig.playUntil("goes on", () -> rig.engine.status().playing());
            rig.device.take(30);
            float[] after = rig.device.heard()[0];
            // From the fade before the place on the very song.
            assertThat(frame(last(rig.device))).isBetween(heard, heard + after.length - silent);
            rig.engine.stop();
            rig.sync();
            assertThat(rig.notices).hasSize(2);
        }
    }

    @Test
    void afterAStopOrALocateALostDeviceDoesNotGoOnByItself() throws IOException {
        try (Rig rig = new Rig(ramp()).plugged()) {
            rig.engine.play(0);
            rig.playUntil("plays", () -> rig.engine.status().frame() > 5000);
            rig.device.unplugged = true;
            rig.playUntil(rig.standIn, "pauses", () -> !rig.engine.status().playing());
            rig.engine.locate(99_000);
            rig.device.unplugged = false;
            Rig.until("is back", () -> rig.engine.status().device().equals("Card"));
            rig.sync();
            rig.device.take(100);
            assertThat(rig.engine.status().playing()).isFalse();
            assertThat(rig.engine.status().frame()).isEqualTo(99_000);
        }
    }

    @Test
    void anotherDeviceChosenAfterALossGoesOn() throws IOException {
        FakeDevice other = new FakeDevice("Other", true);
        try (Rig rig = new Rig(ramp()).plugged()) {
            rig.engine.play(0);
            rig.playUntil("plays", () -> rig.engine.status().frame() > 5000);
            rig.device.unplugged = true;
            rig.playUntil(rig.standIn, "pauses", () -> !rig.engine.status().playing());
            assertThat(rig.engine.deviceFor(other, rig.request, -1)).isTrue();
            rig.playUntil(other, "goes on", () -> rig.engine.status().frame() > 6000);
        }
    }

    @Test
    void aWriteThatHangsForEverHangsNothingElse() throws IOException {
        FakeDevice other = new FakeDevice("Other", true);
        Rig rig = new Rig(ramp()).plugged();
        rig.engine.play(0);
        rig.playUntil("plays", () -> rig.engine.status().frame() > 3000);
        rig.device.writesNever = true;
        rig.device.take(1);
        rig.engine.update(ramp().with("a", MemorySong.set(StripControls.VOLUME, -6)));
        rig.sync();
        assertThat(rig.engine.deviceFor(other, rig.request, -1)).isTrue();
        rig.playUntil(other, "goes on there", () -> rig.engine.status().frame() > 9000);
        long before = rig.engine.status().frame();
        rig.device.writesNever = false;
        rig.device.free();
        other.take(20);
        assertThat(rig.engine.status().frame()).as("only one renders").isEqualTo(before + 20 * Rig.BLOCK);
        other.writesNever = true;
        other.take(1);
        rig.engine.close();
        other.free();
    }

    @Test
    void aDeviceThatOpensNeverHangsNothingElse() throws IOException {
        FakeDevice other = new FakeDevice("Other", true);
        try (Rig rig = new Rig(ramp())) {
            rig.device.opensNever = true;
            rig.engine.device(rig.device, rig.request);
            rig.sync();
            assertThat(rig.engine.deviceFor(other, rig.request, -1)).isTrue();
            rig.engine.play(0);
            rig.playUntil(other, "plays", () -> rig.engine.status().frame() > 3000);
            rig.device.free();
            rig.sync();
            other.take(20);
            assertThat(rig.engine.status().device()).isEqualTo("Other");
        }
    }

    @Test
    void closingTwiceAndCallsAfterItDoNothing() throws IOException {
        Rig rig = new Rig(ramp()).plugged();
        rig.engine.play(0);
        rig.playUntil("plays", () -> rig.engine.status().frame() > 1000);
        rig.engine.close();
        rig.engine.close();
        rig.engine.play(0);
        rig.engine.update(ramp().project());
        rig.engine.stop();
        rig.engine.noLoop();
        rig.engine.device(rig.device, rig.request);
        assertThat(rig.engine.status().blocks()).isPositive();
        assertThatThrownBy(rig.engine::finish).isInstanceOf(IOException.class);
        assertThatThrownBy(rig.engine::tailFrames).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> rig.engine.deviceFor(rig.device, rig.request, 1))
                .isInstanceOf(IOException.class);
        assertThat(rig.notices).isEmpty();
    }

    @Test
    void theOwnerMayAskAndCloseFromItsCallbacksAndFailInThem() throws IOException {
        Rig rig = new Rig(ramp()).plugged();
        List<Long> tails = new ArrayList<>();
        rig.onNotice = () -> {
            try {
                tails.add(rig.engine.tailFrames());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
            rig.onNotice = rig.engine::close;
            throw new IllegalStateException("the owner fails");
        };
        rig.device.unplugged = true;
        Rig.until("told", () -> !tails.isEmpty());
        rig.device.unplugged = false;
        Rig.until("closed", () -> {
            try {
                rig.engine.tailFrames();
                return false;
            } catch (IOException e) {
                return true;
            }
        });
    }

    @Test
    void impossibleOrdersAreRefusedAtOnce() throws IOException {
        try (Rig rig = new Rig(ramp())) {
            LiveEngine engine = rig.engine;
            assertThatThrownBy(() -> engine.play(-1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> engine.play(5, -1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> engine.locate(-1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> engine.loop(5, 5)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> engine.monitor(StripControls.PAN, 1)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> engine.update(new MemorySong(44_100).project()))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> engine.device(rig.device, OutputRequest.of(44_100, 256)))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void theLastOrderCountsAlsoWhenNothingTookTheOthers() throws IOException {
        MemorySong song = ramp();
        try (Rig rig = new Rig(song)) {
            // More than the queue to the audio thread holds, before there is one.
            for (int i = 0; i < 10_000; i++) {
                rig.engine.update(song.with("a", MemorySong.set(StripControls.VOLUME, -i % 60)));
            }
            rig.engine.update(song.project());
            rig.engine.play(70_000);
            rig.engine.stop();
            rig.engine.play(1000);
            rig.engine.stop();
            rig.engine.play(9000);
            rig.plugged();
            rig.playUntil("plays", () -> rig.engine.status().frame() > 15_000);
            assertThat(rig.engine.status().playing()).isTrue();
            assertThat(frame(last(rig.device)) + 1)
                    .isEqualTo(rig.engine.status().frame());
        }
    }

    @Test
    void aStormOfEditsFromManyThreadsEndsInTheLastSong() throws Exception {
        MemorySong song = MemorySong.busy(FRAMES);
        try (Rig rig = new Rig(song).plugged()) {
            rig.engine.play(0);
            List<Thread> editors = new ArrayList<>();
            for (int t = 0; t < 4; t++) {
                Random random = new Random(t);
                editors.add(Thread.ofPlatform().start(() -> {
                    for (int i = 0; i < 250; i++) {
                        rig.engine.update(edited(song.project(), random));
                        if (i % 50 == 0) {
                            rig.engine.play(random.nextInt(FRAMES));
                        }
                    }
                }));
            }
            while (editors.stream().anyMatch(Thread::isAlive)) {
                rig.device.take(4);
            }
            for (Thread editor : editors) {
                editor.join();
            }
            Project end = edited(edited(song.project(), new Random(9)), new Random(10));
            rig.engine.update(end);
            rig.playUntil("settles", rig.engine::upToDate);
            assertThat(rig.notices).isEmpty();
            float[][] bounce = song.bounce(end, FRAMES);
            assertThat(rig.recorded(FRAMES)).isDeepEqualTo(bounce);
        }
    }

    /// A fader, a mute, a clip, an insert more or less, an order, a solo.
    private static Project edited(Project song, Random random) {
        String id = "t" + random.nextInt(4);
        return switch (random.nextInt(7)) {
            case 0 -> MemorySong.with(song, id, MemorySong.set(StripControls.PAN, random.nextInt(200) - 100));
            case 1 -> MemorySong.with(song, id, MemorySong.set(StripControls.MUTE, random.nextInt(2)));
            case 2 ->
                MemorySong.with(
                        song, "bus", strip -> strip.withInserts(strip.inserts().reversed()));
            case 3 ->
                MemorySong.with(song, id, strip -> {
                    List<Insert> inserts = new ArrayList<>(strip.inserts());
                    String type = Catalogue.types()
                            .get(random.nextInt(Catalogue.types().size()))
                            .id();
                    inserts.addFirst(MemorySong.insert("new" + random.nextInt(3), type));
                    return strip.withInserts(inserts);
                });
            case 4 ->
                MemorySong.with(
                        song,
                        id,
                        strip -> strip.withClips(strip.clips().stream()
                                .map(clip -> clip.withGainDb(-random.nextInt(12)))
                                .toList()));
            case 5 -> MemorySong.with(song, id, strip -> strip.withSolo(!strip.solo()));
            default ->
                MemorySong.with(song, id, strip -> strip.withSends(List.of()).withAutomation(List.of()));
        };
    }

    @Test
    void editsWhileNothingPlaysAreHeardFromTheStart() throws IOException {
        MemorySong song = MemorySong.busy(FRAMES);
        try (Rig rig = new Rig(song).plugged()) {
            Project end = edited(edited(song.project(), new Random(3)), new Random(1));
            rig.engine.update(end);
            rig.device.take(4);
            assertThat(rig.recorded(FRAMES)).isDeepEqualTo(song.bounce(end, FRAMES));
        }
    }

    @Test
    void anEditWithAMissingFileIsToldOnceAndKeepsWhatPlays() throws IOException {
        MemorySong song = ramp();
        Media missing = new Media("gone", "media/Gone.wav", 1, 1000, "Gone");
        List<Media> media = new ArrayList<>(song.project().media());
        media.add(missing);
        Project broken = song.project()
                .withMedia(media)
                .withStrips(List.of(
                        song.project().strips().getFirst(),
                        Strip.create(Strip.Kind.TRACK, "b", "b").withClips(List.of(Clip.whole("c", missing, 0)))));
        try (Rig rig = new Rig(song).plugged()) {
            rig.engine.play(0);
            rig.playUntil("plays", () -> rig.engine.status().frame() > 3000);
            rig.engine.update(broken);
            Rig.until("told", () -> !rig.notices.isEmpty());
            assertThat(rig.notices.getFirst()).contains("media/Gone.wav", "Put it back");
            rig.engine.update(MemorySong.with(broken, "a", MemorySong.set(StripControls.VOLUME, -1)));
            rig.engine.update(broken);
            rig.sync();
            rig.device.take(50);
            assertThat(rig.engine.upToDate()).isFalse();
            assertThat(frame(last(rig.device)) + 1)
                    .isEqualTo(rig.engine.status().frame());
            rig.engine.update(song.project());
            rig.playUntil("recovers", rig.engine::upToDate);
            assertThat(rig.notices).hasSize(1);
        }
    }

    @Test
    void aTouchedFaderWritesALaneThatPlaysAsItWasMoved() throws IOException {
        float[] ones = new float[400_000];
        Arrays.fill(ones, 0.5f);
        MemorySong song = new MemorySong(48_000).track("a", ones, ones);
        Address fader = new Address("a", "a", StripControls.VOLUME.id());
        try (Rig rig = new Rig(song).plugged()) {
            rig.engine.mode("a", AutomationMode.TOUCH);
            rig.engine.play(0);
            rig.playUntil("plays", () -> rig.engine.status().frame() > 9000);
            rig.engine.touch(fader, 0);
            rig.engine.move(fader, -20);
            rig.sync();
            rig.device.take(40);
            assertThat(last(rig.device)).as("moved").isCloseTo(0.05f, within(1e-4f));
            rig.engine.update(song.with("a", strip -> strip.withSolo(true)));
            rig.playUntil("a new graph", rig.engine::upToDate);
            assertThat(last(rig.device)).as("still held").isCloseTo(0.05f, within(1e-4f));
            rig.engine.update(song.project());
            rig.playUntil("and back", rig.engine::upToDate);
            rig.engine.release(fader);
            rig.sync();
            rig.device.take(60);
            assertThat(last(rig.device)).as("let go").isEqualTo(0.5f);
            rig.engine.stop();
            Rig.until("written", () -> !rig.edits.isEmpty());
            Project written = rig.edits.getFirst().apply(song.project());
            Lane lane = written.strips().getFirst().automation().getFirst();
            assertThat(lane.points()).hasSizeBetween(3, 10);
            rig.engine.update(written);
            float[][] again = rig.recorded(FRAMES);
            assertThat(again).isDeepEqualTo(song.bounce(written, FRAMES));
            // It was held from frame 9472 to 19 712 at least.
            assertThat(again[0][19_000]).isCloseTo(0.05f, within(1e-3f));
        }
    }

    @Test
    void whatALoopWroteIsHeardInItsNextRound() throws IOException {
        float[] ones = new float[400_000];
        Arrays.fill(ones, 0.5f);
        MemorySong song = new MemorySong(48_000).track("a", ones, ones);
        Address fader = new Address("a", "a", StripControls.VOLUME.id());
        try (Rig rig = new Rig(song).plugged()) {
            rig.engine.mode("a", AutomationMode.TOUCH);
            rig.engine.loop(4800, 52_800);
            rig.engine.play(4800);
            rig.playUntil("plays", () -> rig.engine.status().frame() > 20_000);
            rig.engine.touch(fader, 0);
            rig.engine.move(fader, -20);
            rig.sync();
            rig.playUntil("held", () -> rig.engine.status().frame() > 40_000);
            rig.engine.release(fader);
            rig.playUntil("the second round", () -> rig.engine.status().frame() < 10_000);
            rig.playUntil("where it was held", () -> rig.engine.status().frame() > 30_000);
            assertThat(last(rig.device)).isCloseTo(0.05f, within(1e-3f));
            rig.engine.stop();
            Rig.until("written", () -> !rig.edits.isEmpty());
            assertThat(rig.edits).hasSize(1);
        }
    }

    @Test
    void soloBesideTheMixFollowsTheSoloButtons() throws IOException {
        float[] half = new float[400_000];
        Arrays.fill(half, 0.5f);
        MemorySong song = new MemorySong(48_000).track("a", half, half).track("b", MemorySong.noise(400_000, 1));
        try (Rig rig = new Rig(song).plugged()) {
            rig.engine.listen(new Listening(Listening.Solo.AFTER_FADER, List.of()), false);
            rig.engine.play(0);
            rig.playUntil("plays", () -> rig.engine.status().frame() > 9000);
            assertThat(last(rig.device)).isNotEqualTo(0.5f);
            rig.engine.update(song.with("a", strip -> strip.withSolo(true)));
            rig.playUntil("alone", rig.engine::upToDate);
            rig.device.take(10);
            assertThat(last(rig.device)).isEqualTo(0.5f);
            rig.engine.update(song.project());
            rig.playUntil("the mix again", rig.engine::upToDate);
            rig.device.take(10);
            assertThat(last(rig.device)).isNotEqualTo(0.5f);
        }
    }

    @Test
    void aRecordingThatBreaksOffIsAnErrorAndNotBegunAnew() throws IOException {
        FakeDevice file = new FakeDevice("File", false);
        try (Rig rig = new Rig(ramp())) {
            rig.engine.deviceFor(file, rig.request, 1_500_000);
            rig.engine.play(0);
            Rig.until("records", () -> file.written.get() > 10);
            file.unplugged = true;
            Rig.until("done", rig.engine::done);
            file.unplugged = false;
            assertThatThrownBy(rig.engine::finish).hasMessage("The disk of 'File' is full. Make room.");
            assertThat(rig.notices).containsExactly("The disk of 'File' is full. Make room.");
            assertThat(file.opened).hasValue(1);
        }
    }

    /// Room for gating blocks is made ahead; where nobody makes more, loudness no longer changes after ten minutes.
    @Test
    void integratedLoudnessCountsForAsLongAsItPlays() throws IOException {
        int rate = 8_000;
        float[] tone = new float[25 * 60 * rate];
        int loud = 22 * 60 * rate;
        for (int i = 0; i < tone.length; i++) {
            tone[i] = (float) ((i < loud ? 0.01 : 0.5) * Math.sin(2 * Math.PI * 1000 * i / rate));
        }
        try (Rig rig = new Rig(new MemorySong(rate).track("tone", tone))) {
            FakeDevice file = new FakeDevice("File", false);
            file.forgets = true;
            rig.engine.deviceFor(file, rig.request, tone.length);
            rig.engine.play(0);
            Rig.until("played", rig.engine::done);
            // The gate leaves the loud part alone; 0.5 of a mono track at -3 dB on either side is -9 LUFS.
            assertThat(rig.engine.master().integratedLufs()).isCloseTo(-9, within(0.3));
        }
    }
}
