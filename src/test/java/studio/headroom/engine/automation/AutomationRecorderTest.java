package studio.headroom.engine.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static studio.headroom.engine.automation.AutomationMode.LATCH;
import static studio.headroom.engine.automation.AutomationMode.OFF;
import static studio.headroom.engine.automation.AutomationMode.READ;
import static studio.headroom.engine.automation.AutomationMode.TOUCH;
import static studio.headroom.engine.automation.AutomationMode.TRIM;
import static studio.headroom.engine.automation.AutomationMode.WRITE;
import static studio.headroom.engine.automation.TestMix.BYPASS;
import static studio.headroom.engine.automation.TestMix.GLIDE;
import static studio.headroom.engine.automation.TestMix.MUTE;
import static studio.headroom.engine.automation.TestMix.PAN;
import static studio.headroom.engine.automation.TestMix.RATIO;
import static studio.headroom.engine.automation.TestMix.REVERB_VOLUME;
import static studio.headroom.engine.automation.TestMix.SEND;
import static studio.headroom.engine.automation.TestMix.VOLUME;
import static studio.headroom.engine.automation.TestMix.hold;
import static studio.headroom.engine.automation.TestMix.line;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.concurrent.ThreadTime;
import studio.headroom.engine.automation.ControlOverride.Follow;
import studio.headroom.engine.automation.ControlOverride.Hold;
import studio.headroom.engine.automation.ControlOverride.Trim;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Project;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.project.edit.LaneEdits;
import studio.headroom.project.edit.SongEdits;

class AutomationRecorderTest {
    private final TestMix mix = new TestMix();
    private final AutomationRecorder recorder = mix.recorder;

    private void touchMoveRelease(Address address, long frame, double from, double to, long released) {
        mix.applied(recorder.touch(address, frame, from));
        mix.applied(recorder.move(address, frame + 800, to));
        mix.applied(recorder.release(address, released));
    }

    @Test
    void aRunIsOneStepNamedAfterWhatItWrote() {
        recorder.mode("strip1", TOUCH, 0);
        recorder.started(0);
        touchMoveRelease(VOLUME, 10_000, -6, -3, 20_000);
        touchMoveRelease(SEND, 12_000, 0, -30, 30_000);
        touchMoveRelease(RATIO, 15_000, 3, 8, 40_000);
        touchMoveRelease(VOLUME, 50_000, -6, -9, 60_000);
        Project before = mix.history.current();
        mix.applied(recorder.stopped(100_000));
        assertThat(mix.history.undoNames()).containsExactly("Write automation of Lead vocal, 3 controls");
        assertThat(mix.at(VOLUME, 15_000)).isEqualTo(-3);
        assertThat(mix.at(VOLUME, 40_000)).isEqualTo(-6);
        assertThat(mix.at(VOLUME, 55_000)).isEqualTo(-9);
        assertThat(mix.at(SEND, 25_000)).isEqualTo(-30);
        assertThat(mix.at(RATIO, 39_999)).isEqualTo(8);
        assertThat(mix.history.undo()).isEqualTo(before);
    }

    @Test
    void namesSayOneControlOrSeveralStrips() {
        recorder.mode("strip1", TOUCH, 0);
        recorder.mode("strip2", TOUCH, 0);
        recorder.started(0);
        touchMoveRelease(PAN, 10_000, 0, -50, 20_000);
        assertThat(recorder.stopped(30_000).edit().orElseThrow().name())
                .isEqualTo("Write automation of Lead vocal, Pan");
        recorder.started(0);
        touchMoveRelease(PAN, 10_000, 0, -50, 20_000);
        touchMoveRelease(REVERB_VOLUME, 10_000, 0, -5, 20_000);
        assertThat(recorder.stopped(30_000).edit().orElseThrow().name())
                .isEqualTo("Write automation of 2 strips, 2 controls");
    }

    @Test
    void undoRestoresTheFileToTheByte(@TempDir Path folder) throws Exception {
        Random random = new Random(11);
        Path song = folder.resolve("Song.headroom");
        List<Address> addresses = List.of(VOLUME, PAN, MUTE, SEND, RATIO, BYPASS);
        for (int i = 0; i < 12; i++) {
            AutomationMode mode = List.of(TOUCH, LATCH, WRITE, TRIM).get(i % 4);
            Project before = mix.history.current();
            recorder.mode("strip1", mode, 0);
            recorder.started(0);
            for (long frame = 0; frame < 200_000; frame += random.nextInt(4_000)) {
                Address address = addresses.get(random.nextInt(addresses.size()));
                double value = mix.param(address).range().plain(random.nextDouble());
                switch (random.nextInt(4)) {
                    case 0 -> recorder.touch(address, frame, value);
                    case 1 -> recorder.release(address, frame);
                    default -> recorder.move(address, frame, value);
                }
                if (random.nextInt(30) == 0) {
                    recorder.looped(frame, frame / 2);
                    frame /= 2;
                }
            }
            mix.applied(recorder.stopped(200_000));
            Project after = mix.history.current();
            assertThat(after).isNotEqualTo(before);
            if (i == 0) {
                ProjectFiles.create(song, before);
            }
            ProjectFiles.save(song, before);
            byte[] text = Files.readAllBytes(song.resolve(ProjectFiles.FILE));
            ProjectFiles.save(song, mix.history.undo());
            assertThat(Files.readAllBytes(song.resolve(ProjectFiles.FILE))).isEqualTo(text);
            assertThat(mix.history.redo()).isEqualTo(after);
            ProjectFiles.save(song, after);
            assertThat(ProjectFiles.load(song)).isEqualTo(after);
        }
    }

    @Test
    void inALoopTheLastPassCounts() {
        mix.automate(VOLUME, hold(0, -20));
        recorder.mode("strip1", TOUCH, 0);
        recorder.started(0);
        recorder.touch(VOLUME, 10_000, -20);
        recorder.move(VOLUME, 10_000, -10);
        recorder.looped(40_000, 5_000);
        recorder.move(VOLUME, 15_000, -4);
        recorder.release(VOLUME, 20_000);
        mix.applied(recorder.stopped(30_000));
        assertThat(mix.at(VOLUME, 4_999)).isEqualTo(-20);
        assertThat(mix.at(VOLUME, 5_000)).isEqualTo(-10);
        assertThat(mix.at(VOLUME, 14_999)).isEqualTo(-10);
        assertThat(mix.at(VOLUME, 15_000)).isEqualTo(-4);
        assertThat(mix.at(VOLUME, 20_000 + GLIDE)).isEqualTo(-10);
        assertThat(mix.at(VOLUME, 39_999)).isEqualTo(-10);
        // Behind the seam nothing was played, so nothing changes, not by a glide either.
        assertThat(mix.at(VOLUME, 40_000)).isEqualTo(-20);
        assertThat(mix.history.undoNames()).hasSize(2);
    }

    @Test
    void aLoopPlaysWhatWasWrittenTheTimeBefore() {
        recorder.mode("strip1", TOUCH, 0);
        recorder.started(0);
        touchMoveRelease(VOLUME, 10_000, -6, -3, 20_000);
        assertThat(mix.history.current().strip("strip1").orElseThrow().automation())
                .isEmpty();
        Project heard = recorder.heard();
        assertThat(heard.strip("strip1").orElseThrow().automation().getFirst().valueAt(mix.param(VOLUME), 15_000))
                .isEqualTo(-3);
        assertThat(recorder.heard()).isSameAs(heard);
        mix.history.apply(SongEdits.title("Other"));
        assertThat(recorder.heard().title()).isEqualTo("Other");
        assertThat(recorder.heard().strip("strip1").orElseThrow().automation()).hasSize(1);
        mix.applied(recorder.stopped(30_000));
        assertThat(recorder.heard()).isSameAs(mix.history.current());
    }

    @Test
    void touchGlidesBackAndTellsTheEngine() {
        mix.automate(VOLUME, hold(0, -20));
        recorder.mode("strip1", TOUCH, 0);
        recorder.started(0);
        assertThat(recorder.touch(VOLUME, 10_000, -20).changes())
                .containsExactly(new Outcome.Change(VOLUME, new Hold(-20)));
        assertThat(recorder.move(VOLUME, 11_000, -10).changes())
                .containsExactly(new Outcome.Change(VOLUME, new Hold(-10)));
        assertThat(recorder.pending())
                .containsExactly(new Writing(VOLUME, List.of(line(10_000, -20), line(11_000, -10)), false));
        assertThat(recorder.release(VOLUME, 20_000).changes())
                .containsExactly(new Outcome.Change(VOLUME, new Follow(GLIDE)));
        assertThat(recorder.pending()).isEmpty();
        assertThat(recorder.stopped(50_000).changes()).isEmpty();
    }

    @Test
    void touchedAgainDuringTheGlideGoesOnFromThere() {
        mix.automate(VOLUME, hold(0, -20));
        recorder.mode("strip1", TOUCH, 0);
        recorder.started(0);
        touchMoveRelease(VOLUME, 10_000, -20, -10, 20_000);
        touchMoveRelease(VOLUME, 22_000, -14, -5, 30_000);
        mix.applied(recorder.stopped(50_000));
        assertThat(mix.at(VOLUME, 19_999)).isCloseTo(-10, within(1e-9));
        assertThat(mix.at(VOLUME, 21_999)).isBetween(-20.0, -10.0);
        assertThat(mix.at(VOLUME, 22_000)).isEqualTo(-14);
        assertThat(mix.at(VOLUME, 29_000)).isCloseTo(-5, within(1e-9));
        assertThat(mix.at(VOLUME, 30_000 + GLIDE)).isEqualTo(-20);
    }

    @Test
    void aMoveWithoutATouchTakesHoldWhereTheControlStands() {
        mix.automate(VOLUME, hold(0, -20));
        recorder.mode("strip1", TOUCH, 0);
        recorder.started(0);
        recorder.move(VOLUME, 10_000, -19);
        recorder.move(VOLUME, 11_000, -18);
        recorder.release(VOLUME, 20_000);
        mix.applied(recorder.stopped(50_000));
        assertThat(mix.at(VOLUME, 9_999)).isEqualTo(-20);
        assertThat(mix.at(VOLUME, 10_000)).isEqualTo(-19);
        assertThat(mix.at(VOLUME, 12_000)).isCloseTo(-18, within(1e-9));
    }

    @Test
    void writeWritesWhatIsNotTouchedTooAndFallsToTouch() {
        mix.automate(RATIO, line(0, 2), line(200_000, 20));
        recorder.mode("strip1", WRITE, 0);
        recorder.move(RATIO, 0, 5);
        recorder.release(RATIO, 0);
        Outcome started = recorder.started(48_000);
        assertThat(started.changes())
                .extracting(Outcome.Change::address)
                .contains(VOLUME, PAN, MUTE, SEND)
                .doesNotContain(BYPASS, RATIO);
        assertThat(recorder.overrides()).contains(new Outcome.Change(RATIO, new Hold(5)));
        assertThat(recorder.pending()).hasSize(7);
        mix.applied(recorder.stopped(96_000));
        assertThat(recorder.mode("strip1")).isEqualTo(TOUCH);
        assertThat(recorder.overrides()).isEmpty();
        assertThat(mix.lane(VOLUME).points())
                .containsExactly(hold(0, -6), line(48_000, -6), line(96_000, -6), hold(96_000 + GLIDE, -6));
        assertThat(mix.lane(MUTE).points()).containsExactly(hold(0, 0), hold(48_000, 0), hold(96_000, 0));
        assertThat(mix.at(RATIO, 48_000)).isEqualTo(5);
        assertThat(mix.at(RATIO, 95_999)).isEqualTo(5);
        assertThat(mix.history.undoName()).contains("Write automation of Lead vocal, 7 controls");
    }

    @Test
    void writeLeavesDisabledLanesAlone() {
        mix.automate(PAN, hold(0, 30));
        mix.history.apply(LaneEdits.enable("strip1", StripControls.PAN, false));
        recorder.mode("strip1", WRITE, 0);
        recorder.started(0);
        mix.applied(recorder.move(PAN, 10_000, -30));
        mix.applied(recorder.stopped(20_000));
        assertThat(mix.lane(PAN).points()).containsExactly(hold(0, 30));
        assertThat(mix.target(PAN).value()).isEqualTo(-30);
    }

    @Test
    void aSwitchIsWrittenTillStopInTouch() {
        mix.automate(MUTE, hold(0, 0), hold(60_000, 1));
        recorder.mode("strip1", TOUCH, 0);
        recorder.started(0);
        recorder.touch(MUTE, 20_000, 0);
        recorder.move(MUTE, 20_000, 1);
        assertThat(recorder.release(MUTE, 20_000).changes()).isEmpty();
        recorder.touch(MUTE, 30_000, 1);
        recorder.move(MUTE, 30_000, 0);
        recorder.release(MUTE, 30_000);
        mix.applied(recorder.stopped(80_000));
        assertThat(mix.lane(MUTE).points())
                .containsExactly(hold(0, 0), hold(20_000, 1), hold(30_000, 0), hold(80_000, 1));
    }

    @Test
    void trimAddsDecibelsAndStaysInRange() {
        mix.automate(VOLUME, line(0, -20), line(96_000, 0));
        recorder.mode("strip1", TRIM, 0);
        recorder.started(0);
        recorder.touch(VOLUME, 24_000, -12);
        assertThat(recorder.move(VOLUME, 24_000, -2).changes())
                .containsExactly(new Outcome.Change(VOLUME, new Trim(10)));
        assertThat(recorder.pending()).containsExactly(new Writing(VOLUME, List.of(line(24_000, 10)), true));
        double middle = mix.at(VOLUME, 30_000);
        recorder.release(VOLUME, 96_000);
        mix.applied(recorder.stopped(200_000));
        assertThat(mix.at(VOLUME, 30_000)).isCloseTo(middle + 10, within(0.05));
        assertThat(mix.at(VOLUME, 95_000)).isEqualTo(6);
        assertThat(mix.at(VOLUME, 96_000 + GLIDE)).isEqualTo(0);
    }

    @Test
    void trimOfSilenceCountsFromTheFirstLevelAboveIt() {
        mix.automate(VOLUME, hold(0, Double.NEGATIVE_INFINITY), hold(48_000, -20));
        recorder.mode("strip1", TRIM, 0);
        recorder.started(0);
        recorder.touch(VOLUME, 10_000, Double.NEGATIVE_INFINITY);
        recorder.move(VOLUME, 11_000, -60);
        recorder.move(VOLUME, 12_000, -57);
        recorder.move(VOLUME, 48_000, -57);
        recorder.release(VOLUME, 60_000);
        mix.applied(recorder.stopped(70_000));
        assertThat(mix.at(VOLUME, 40_000)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(mix.at(VOLUME, 50_000)).isCloseTo(-17, within(0.05));
    }

    @Test
    void trimToSilenceAndBackIsClean() {
        mix.automate(VOLUME, hold(0, -20));
        recorder.mode("strip1", TRIM, 0);
        recorder.started(0);
        recorder.touch(VOLUME, 10_000, -20);
        recorder.move(VOLUME, 20_000, Double.NEGATIVE_INFINITY);
        recorder.release(VOLUME, 30_000);
        mix.applied(recorder.stopped(70_000));
        assertThat(mix.at(VOLUME, 25_000)).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(mix.at(VOLUME, 19_999)).isEqualTo(-20);
        assertThat(mix.at(VOLUME, 30_000 + GLIDE)).isEqualTo(-20);
    }

    @Test
    void trimWhileStoppedShiftsTheWholeLaneInOneStep() {
        mix.automate(VOLUME, hold(1_000, -20), line(10_000, -20), line(20_000, 0), line(20_000, -30));
        recorder.mode("strip1", TRIM, 0);
        assertThat(recorder.touch(VOLUME, 5_000, -20).changes()).isEmpty();
        for (double value = -20; value <= -15; value++) {
            assertThat(recorder.move(VOLUME, 5_000, value).edit()).isEmpty();
        }
        mix.applied(recorder.release(VOLUME, 5_000));
        assertThat(mix.history.undoName()).contains("Trim automation of Lead vocal, 5.0 dB");
        assertThat(mix.lane(VOLUME).points())
                .contains(hold(1_000, -15), line(10_000, -15), line(20_000, 5), line(20_000, -25));
        assertThat(recorder.overrides()).isEmpty();
    }

    @Test
    void offHoldsTheControlsOwnValuesAndReadGivesThemBack() {
        mix.automate(VOLUME, hold(0, -20)).automate(RATIO, hold(0, 10));
        assertThat(recorder.mode("strip1", OFF, 0).changes())
                .containsExactlyInAnyOrder(
                        new Outcome.Change(VOLUME, new Hold(-6)), new Outcome.Change(RATIO, new Hold(3)));
        assertThat(recorder.overrides()).hasSize(2);
        recorder.started(0);
        assertThat(mix.applied(recorder.move(VOLUME, 1_000, -9)).changes())
                .containsExactly(new Outcome.Change(VOLUME, new Hold(-9)));
        assertThat(recorder.stopped(2_000).changes()).isEmpty();
        assertThat(recorder.overrides()).contains(new Outcome.Change(VOLUME, new Hold(-9)));
        assertThat(recorder.mode("strip1", READ, 0).changes())
                .containsExactlyInAnyOrder(
                        new Outcome.Change(VOLUME, ControlOverride.FOLLOW),
                        new Outcome.Change(RATIO, ControlOverride.FOLLOW));
        assertThat(recorder.overrides()).isEmpty();
    }

    @Test
    void whatIsHeardInReadEndsWithTheRunOrTheMode() {
        mix.automate(VOLUME, hold(0, -20));
        recorder.started(0);
        touchMoveRelease(VOLUME, 1_000, -20, -10, 2_000);
        assertThat(recorder.stopped(3_000))
                .isEqualTo(new Outcome(List.of(new Outcome.Change(VOLUME, ControlOverride.FOLLOW)), Optional.empty()));
        touchMoveRelease(VOLUME, 3_000, -20, -10, 3_000);
        assertThat(recorder.mode("strip1", LATCH, 3_000).changes())
                .containsExactly(new Outcome.Change(VOLUME, ControlOverride.FOLLOW));
        touchMoveRelease(VOLUME, 3_000, -20, -10, 3_000);
        assertThat(recorder.started(3_000).changes())
                .containsExactly(new Outcome.Change(VOLUME, ControlOverride.FOLLOW));
        assertThat(recorder.pending()).isEmpty();
    }

    @Test
    void aControlHeldWhenPlaybackBeginsIsWrittenFromThere() {
        mix.automate(VOLUME, hold(0, -20));
        recorder.mode("strip1", TOUCH, 0);
        recorder.touch(VOLUME, 0, -20);
        recorder.move(VOLUME, 0, -12);
        assertThat(recorder.started(10_000).changes()).containsExactly(new Outcome.Change(VOLUME, new Hold(-12)));
        recorder.release(VOLUME, 20_000);
        mix.applied(recorder.stopped(40_000));
        assertThat(mix.at(VOLUME, 9_999)).isEqualTo(-20);
        assertThat(mix.at(VOLUME, 10_000)).isEqualTo(-12);
    }

    @Test
    void aChangedModeEndsThePass() {
        recorder.mode("strip1", LATCH, 0);
        recorder.started(0);
        touchMoveRelease(VOLUME, 10_000, -6, -1, 20_000);
        assertThat(recorder.mode("strip1", READ, 30_000).changes())
                .containsExactly(new Outcome.Change(VOLUME, new Follow(GLIDE)));
        mix.applied(recorder.stopped(60_000));
        assertThat(mix.at(VOLUME, 29_999)).isEqualTo(-1);
        assertThat(mix.at(VOLUME, 30_000 + GLIDE)).isEqualTo(-6);
    }

    @Test
    void anEffectRemovedDuringItsPassIsLeftOut() {
        recorder.mode("strip1", LATCH, 0);
        recorder.started(0);
        recorder.touch(RATIO, 10_000, 3);
        recorder.move(RATIO, 12_000, 8);
        recorder.move(VOLUME, 12_000, -2);
        mix.history.apply(InsertEdits.remove("insert1"));
        assertThat(recorder.move(RATIO, 14_000, 9)).isEqualTo(Outcome.NOTHING);
        recorder.looped(20_000, 10_000);
        mix.applied(recorder.stopped(60_000));
        assertThat(mix.history.undoName()).contains("Write automation of Lead vocal, Volume");
        assertThat(mix.history.current().strip("strip1").orElseThrow().automation())
                .extracting(lane -> lane.param())
                .containsExactly("volume");
    }

    @Test
    void aRunOfWhichNothingIsLeftIsNoEdit() {
        recorder.mode("strip1", LATCH, 0);
        recorder.started(0);
        recorder.move(RATIO, 12_000, 8);
        mix.history.apply(InsertEdits.remove("insert1"));
        assertThat(recorder.stopped(60_000).edit()).isEmpty();
    }

    @Test
    void whatTheSongDoesNotHaveIsIgnored() {
        Address gone = new Address("strip1", "insert7", "ratio");
        recorder.mode("strip1", TOUCH, 0);
        recorder.started(0);
        assertThat(recorder.touch(gone, 0, 1)).isEqualTo(Outcome.NOTHING);
        assertThat(recorder.move(gone, 0, 1)).isEqualTo(Outcome.NOTHING);
        assertThat(recorder.release(gone, 0)).isEqualTo(Outcome.NOTHING);
        assertThat(recorder.touch(new Address("strip1", "insert1", "nothing"), 0, 1))
                .isEqualTo(Outcome.NOTHING);
        assertThat(recorder.stopped(10)).isEqualTo(Outcome.NOTHING);
    }

    @Test
    void aRunBeginsOnce() {
        recorder.started(0);
        assertThatThrownBy(() -> recorder.started(0)).isInstanceOf(IllegalStateException.class);
    }

    /// One hour of a fader that never rests, written and trimmed.
    @Test
    void anHourOfMovesIsWrittenInASecond() {
        mix.automate(VOLUME, line(0, -20), line(100_000_000, 0), line(172_000_000, -40));
        for (AutomationMode mode : List.of(LATCH, TRIM)) {
            recorder.mode("strip1", mode, 0);
            recorder.started(0);
            recorder.touch(VOLUME, 0, -20);
            Random random = new Random(5);
            double value = -20;
            for (int i = 1; i <= 216_000; i++) {
                value = Math.clamp(value + 0.3 * random.nextGaussian(), -60, 0);
                recorder.move(VOLUME, 800L * i, value);
            }
            Outcome outcome = recorder.stopped(172_800_000);
            long start = ThreadTime.nanos();
            mix.applied(outcome);
            assertThat(ThreadTime.nanos() - start).as("%s", mode).isLessThan(1_000_000_000L);
            assertThat(mix.lane(VOLUME).points()).hasSizeLessThan(200_000);
        }
    }
}
