package studio.headroom.ui.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoublePredicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.device.NullDevice;
import studio.headroom.dsp.analysis.ToneBand;
import studio.headroom.engine.live.ColdEngine;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.engine.output.OutputRequest;
import studio.headroom.files.project.OpenSongs;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.mastering.audition.Audition.Wanted;
import studio.headroom.mastering.audition.Levels.Level;
import studio.headroom.mastering.prints.Print;
import studio.headroom.project.Project;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.song.Playback;
import studio.headroom.ui.song.Selection;
import studio.headroom.ui.song.SongFile;
import studio.headroom.ui.song.SongHistory;
import studio.headroom.ui.song.SongSession;

/// When a comparison begins and ends, and at which level it is heard.
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MasterSoundTest {
    private static final int RATE = 48_000;
    private static final Wanted BYPASSED = new Wanted(true, "", false);

    @TempDir
    private Path folder;

    private final Hearing hearing = new Hearing();
    private final ObjectProperty<@Nullable Print> print = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Print> other = new SimpleObjectProperty<>();
    private final ObjectProperty<MasterSound.@Nullable Seen> seen = new SimpleObjectProperty<>();
    private final ObjectProperty<Map<String, Double>> references = new SimpleObjectProperty<>(Map.of());
    private SongSession song;
    private MasterSound sound;

    @BeforeEach
    void open() throws IOException {
        Path place = folder.resolve("Song.headroom");
        Project project = Project.empty("Song", RATE);
        ProjectFiles.create(place, project);
        SongHistory history = new SongHistory(project, message -> {});
        song = new SongSession(
                history,
                new Selection(history),
                new Playback(ColdEngine.open(project, silence(), edit -> {}), history),
                new SongFile(
                        place,
                        project,
                        history,
                        new OpenSongs(folder.resolve("open")).open(place),
                        Duration.ofHours(1),
                        Runnable::run,
                        Runnable::run,
                        trouble -> {}));
        print.set(printOf(1, 60L * RATE));
        // A print of -16 LUFS with 3 dB of room, and its master.
        seen.set(new MasterSound.Seen(new Level(-16, -3), new Level(-11, -1)));
        sound = new MasterSound(
                song, print, other, hearing, seen, references, new FramePulse(), Runnable::run, Runnable::run);
        sound.show(true);
    }

    @AfterEach
    void close() {
        sound.close();
        song.playback().close();
    }

    private static MediaLibrary silence() {
        return media -> new SampleSource() {
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
                for (float[] row : target) {
                    Arrays.fill(row, offset, offset + count, 0);
                }
            }
        };
    }

    private Print printOf(int number, long frames) {
        Path file = folder.resolve("Song.headroom/prints/Print " + number + ".wav");
        return new Print(file, number, "Print", "0".repeat(64), Instant.EPOCH, RATE, 2, frames);
    }

    private void play() throws IOException {
        song.playback().engine().deviceFor(new NullDevice(), OutputRequest.of(RATE, 512), -1);
        song.playback().play();
        await(true);
    }

    private void awaitProgram(DoublePredicate wanted) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!wanted.test(song.playback().engine().master().programSeconds())) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
            song.playback().refresh();
        }
    }

    private void playAndStop() throws IOException {
        play();
        song.playback().stop();
        await(false);
    }

    private void await(boolean playing) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (song.playback().playing().get() != playing) {
            assertThat(System.nanoTime()).as("playing " + playing).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
            song.playback().refresh();
        }
    }

    private double gain() {
        return hearing.gainDb().get();
    }

    @Test
    void theMasterIsHeardAsItIsUntilSomethingIsFlippedTo() {
        assertThat(gain()).isZero();
        assertThat(hearing.isMatching()).isFalse();
        hearing.bypass().set(true);
        assertThat(hearing.compared().get()).containsExactly(BYPASSED);
        assertThat(gain()).isEqualTo(3, within(1e-9));
        hearing.bypass().set(false);
        assertThat(gain()).as("both at -13 LUFS").isEqualTo(-2, within(1e-9));
        assertThat(sound.commonLufs()).isEqualTo(-13, within(1e-9));
        hearing.endComparing();
        assertThat(gain()).isZero();
        assertThat(hearing.isMatching()).isFalse();
    }

    @Test
    void itEndsWhenTheMusicStopsAndNothingWasFlippedSinceTheStopBefore() throws IOException {
        hearing.bypass().set(true);
        playAndStop();
        assertThat(hearing.isMatching()).as("the print is heard").isTrue();
        hearing.bypass().set(false);
        playAndStop();
        assertThat(hearing.isMatching()).as("flipped since").isTrue();
        assertThat(gain()).isEqualTo(-2, within(1e-9));
        playAndStop();
        assertThat(hearing.isMatching()).isFalse();
        assertThat(gain()).isZero();
    }

    @Test
    void theMasterIsMeasuredFromItsFirstStartOnAndNotTheTailOfTheMix() throws IOException {
        assertThat(song.playback().isMeasured()).isFalse();
        playAndStop();
        assertThat(song.playback().isMeasured()).isTrue();
        sound.show(false);
        assertThat(song.playback().isMeasured())
                .as("the mix, which has not sounded yet")
                .isFalse();
    }

    @Test
    void anotherPrintIsMeasuredFromItsOwnBeginning() throws IOException {
        play();
        awaitProgram(seconds -> seconds > 0.7);
        Print first = Objects.requireNonNull(print.get());
        print.set(printOf(2, 60L * RATE));
        // The new one has been measured for no longer than it took to look.
        awaitProgram(seconds -> seconds < 0.5);
        assertThat(song.playback().playing().get()).isTrue();
        print.set(first);
    }

    @Test
    void theMeasurementEndsWithThePrint() throws IOException {
        print.set(printOf(2, RATE / 2));
        play();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (song.playback().position().get() < RATE) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
            song.playback().refresh();
        }
        // Blocks of 400 ms in half a second, by the steps of 100 ms that lie in it whole.
        assertThat(song.playback().engine().master().programSeconds()).isBetween(0.1, 0.2 + 1e-9);
    }

    @Test
    void withoutMatchingEverythingIsHeardAsItIs() {
        hearing.matched().set(false);
        hearing.bypass().set(true);
        assertThat(gain()).isZero();
        assertThat(hearing.isMatching()).isFalse();
        hearing.matched().set(true);
        assertThat(gain()).isEqualTo(3, within(1e-9));
        hearing.matched().set(false);
        assertThat(gain()).isZero();
    }

    @Test
    void whatIsGoneIsNotComparedAndLeavingThePlaceEndsIt() {
        hearing.other().set(true);
        assertThat(hearing.isMatching()).as("there is no other print").isFalse();
        references.set(Map.of("r", -20.0));
        hearing.reference().set("r");
        assertThat(gain()).as("references are never raised").isZero();
        hearing.reference().set("");
        assertThat(gain()).isEqualTo(-9, within(1e-9));
        references.set(Map.of());
        assertThat(gain()).isZero();
        hearing.bypass().set(true);
        hearing.bypass().set(false);
        sound.show(false);
        assertThat(hearing.compared().get()).isEqualTo(Set.of());
        sound.show(true);
        assertThat(gain()).isZero();
    }

    @Test
    void aServiceIsHeardAtItsLevelAndWhatIsComparedFollows() {
        hearing.playbackDb().set(-4);
        assertThat(gain()).isEqualTo(-4);
        hearing.bypass().set(true);
        assertThat(gain()).as("-16 to -15 LUFS").isEqualTo(1, within(1e-9));
        hearing.endComparing();
        hearing.playbackDb().set(0);
        assertThat(gain()).isZero();
    }

    @Test
    void aBandIsHeardAloneWhateverIsFlippedToUntilItIsLeft() {
        hearing.band().set(ToneBand.BASS);
        assertThat(hearing.isMatching()).as("nothing is compared").isFalse();
        assertThat(gain()).isZero();
        hearing.bypass().set(true);
        assertThat(hearing.band().get()).isEqualTo(ToneBand.BASS);
        assertThat(gain()).as("as loud as without it").isEqualTo(3, within(1e-9));
        hearing.endComparing();
        assertThat(hearing.band().get()).isNull();
        assertThat(gain()).isZero();
    }

    @Test
    void whatIsTriedIsHeardAtOneLoudness() {
        hearing.tried().set(new Hearing.Tried(-16, Double.NaN));
        assertThat(gain()).as("the chain of before").isEqualTo(-5, within(1e-9));
        hearing.tried().set(new Hearing.Tried(-16, -9.5));
        assertThat(gain()).as("the chain that is tried").isEqualTo(-6.5, within(1e-9));
        assertThat(hearing.isMatching()).isTrue();
        seen.set(new MasterSound.Seen(new Level(-16, -3), new Level(-20, -1)));
        hearing.tried().set(new Hearing.Tried(-16, Double.NaN));
        assertThat(gain()).as("no further than its peaks have room").isEqualTo(1, within(1e-9));
        hearing.tried().set(null);
        assertThat(gain()).isZero();
    }
}
