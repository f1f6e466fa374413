package studio.headroom.ui.master.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.audio.AudioFormat;
import studio.headroom.engine.live.ColdEngine;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.project.OpenSongs;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.mastering.ProjectLibrary;
import studio.headroom.mastering.audition.Audition.Coded;
import studio.headroom.mastering.audition.Levels.Level;
import studio.headroom.mastering.coded.CodedFolder;
import studio.headroom.mastering.coded.CodedFormat;
import studio.headroom.mastering.prints.Print;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.master.Hearing;
import studio.headroom.ui.master.MasterSession;
import studio.headroom.ui.master.MasterSound;
import studio.headroom.ui.song.Playback;
import studio.headroom.ui.song.Selection;
import studio.headroom.ui.song.SongFile;
import studio.headroom.ui.song.SongHistory;
import studio.headroom.ui.song.SongSession;

/// What is coded when, what is said of it, and what is heard.
@Timeout(value = 90, unit = TimeUnit.SECONDS)
class CodedModelTest {
    private static final int RATE = 48_000;
    private static final CodedFormat MP3 = CodedFormat.parse("mp3:128");
    private static final CodedFormat OPUS = CodedFormat.parse("opus:96");

    @TempDir
    private Path folder;

    private final BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final List<String> failures = new ArrayList<>();
    private final Hearing hearing = new Hearing();
    private final ObjectProperty<@Nullable Print> print = new SimpleObjectProperty<>();
    private Path place;
    private SongSession song;
    private CodedModel model;
    private MasterSound sound;

    @BeforeEach
    void open() throws IOException {
        place = folder.resolve("Song.headroom");
        Project project = Project.empty("Song", RATE);
        project = project.withMastering(project.mastering().withChain(chain(4)));
        ProjectFiles.create(place, project);
        SongHistory history = new SongHistory(project, message -> {});
        song = new SongSession(
                history,
                new Selection(history),
                new Playback(ColdEngine.open(project, new ProjectLibrary(place, RATE), edit -> {}), history),
                new SongFile(
                        place,
                        project,
                        history,
                        new OpenSongs(folder.resolve("open")).open(place),
                        Duration.ofHours(1),
                        Runnable::run,
                        Runnable::run,
                        trouble -> {}));
        print.set(write());
        model = new CodedModel(new MasterSession(song, print, hearing, Runnable::run, ui::add, failures::add));
        sound = new MasterSound(
                song,
                print,
                new SimpleObjectProperty<>(),
                hearing,
                new SimpleObjectProperty<>(new MasterSound.Seen(new Level(-20, -6), new Level(-16, -1))),
                new SimpleObjectProperty<>(Map.of()),
                new FramePulse(),
                Runnable::run,
                ui::add);
        sound.setCoded(model.sound());
        model.show(true);
        sound.show(true);
    }

    @AfterEach
    void close() {
        model.close();
        sound.close();
        song.playback().close();
    }

    private static List<Insert> chain(double gain) {
        return List.of(
                new Insert("top", "limiter", Values.of(new TreeMap<>(Map.of("gain", gain, "ceiling", -1.0))), null));
    }

    private Print write() throws IOException {
        Path file = Files.createDirectories(place.resolve("prints")).resolve("Print.wav");
        SplittableRandom random = new SplittableRandom(1);
        float[][] music = new float[2][2 * RATE];
        for (int i = 0; i < music[0].length; i++) {
            for (float[] row : music) {
                row[i] = (float) (0.3 * Math.sin(i * 0.02) + 0.1 * (random.nextDouble() * 2 - 1));
            }
        }
        try (AudioFileWriter writer =
                AudioFiles.create(file, new AudioFormat(RATE, 2), EncoderSettings.of(SampleFormat.FLOAT32))) {
            writer.write(music, 0, music[0].length);
        }
        return new Print(file, 1, "Print", "0".repeat(64), Instant.EPOCH, RATE, 2, music[0].length);
    }

    private void await(BooleanSupplier there) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(40);
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).as(model.words()).isLessThan(end);
            try {
                Runnable task = ui.poll(50, TimeUnit.MILLISECONDS);
                if (task != null) {
                    task.run();
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void awaitReady() {
        await(() -> model.state().get().kind() == CodedModel.Kind.READY);
    }

    private List<String> unmuted() {
        return song.playback().heard().strips().stream()
                .filter(strip ->
                        strip.kind() == Strip.Kind.BUS && !strip.controls().isOn(StripControls.MUTE))
                .map(Strip::name)
                .toList();
    }

    private void apply(double gain) {
        song.history().apply(MasteringEdits.chain("Chain", chain(gain)));
    }

    @Test
    void theMasterIsHeardUntilWhatIsCodedIsMade() {
        assertThat(model.words()).startsWith("Hear what");
        model.choose(MP3);
        assertThat(model.state().get().kind()).isEqualTo(CodedModel.Kind.MAKING);
        assertThat(model.heard()).startsWith("You hear the master until MP3 128 is made");
        assertThat(unmuted()).containsExactly("Mastering");
        await(() -> model.state().get().share() > 0);
        assertThat(model.words()).matches("Coding the whole song: \\d+ %");
        awaitReady();
        assertThat(unmuted()).containsExactly("MP3 128");
        assertThat(model.heard()).isEqualTo("You hear the master as MP3 128 gives it back");
        assertThat(model.words()).matches("true peak \u2212\\d\\.\\d · difference \\d+ dB below · .*");
        assertThat(hearing.isMatching()).isTrue();
        assertThat(hearing.gainDb().get()).as("as loud as the master").isEqualTo(0, within(0.3));

        model.flip();
        assertThat(unmuted()).containsExactly("Mastering");
        assertThat(model.heard()).isEmpty();
        model.flipDifference();
        assertThat(model.heard()).startsWith("You hear only what MP3 128 changes, as it is");
        hearing.raiseDb().set(20);
        double raised = model.sound().get().raiseDb(20);
        assertThat(song.playback().heard().strips().stream()
                        .filter(strip -> strip.id().equals("audition.difference"))
                        .mapToDouble(strip -> strip.controls().get(StripControls.TRIM)))
                .containsExactly(raised);
        model.choose(null);
        assertThat(unmuted()).containsExactly("Mastering");
        assertThat(model.sound().get()).isNull();
    }

    @Test
    void afterAChangeItIsStaleStaysHeardAndIsMadeAnew() {
        model.choose(MP3);
        awaitReady();
        var before = model.sound().get();
        apply(6);
        assertThat(model.sound().get().fresh()).isFalse();
        assertThat(model.sound().get().made()).isEqualTo(before.made());
        assertThat(unmuted()).as("it plays on").containsExactly("MP3 128");
        assertThat(model.words()).startsWith("Stale, made anew");
        assertThat(model.heard()).contains("before its last change");
        awaitReady();
        assertThat(model.sound().get().fresh()).isTrue();
        assertThat(model.sound().get().made()).isNotEqualTo(before.made());
        assertThat(before.made().sound()).as("undo may want it").exists();

        song.history().undo();
        assertThat(model.state().get().kind()).as("it is there at once").isEqualTo(CodedModel.Kind.READY);
        assertThat(model.sound().get()).isEqualTo(before);
    }

    @Test
    void onlyWhatWasChosenLastIsHeard() {
        model.choose(MP3);
        awaitReady();
        hearing.bypass().set(true);
        assertThat(hearing.coded().get()).isEqualTo(Coded.NONE);
        assertThat(unmuted()).containsExactly("Print");
        model.flip();
        assertThat(hearing.bypass().get()).isFalse();
        assertThat(unmuted()).containsExactly("MP3 128");
        hearing.reference().set("there");
        assertThat(hearing.coded().get()).isEqualTo(Coded.NONE);
        model.flipDifference();
        assertThat(hearing.reference().get()).isEmpty();
        hearing.other().set(true);
        assertThat(hearing.coded().get()).isEqualTo(Coded.NONE);
        model.flip();
        assertThat(hearing.other().get()).isFalse();
        hearing.endComparing();
        assertThat(hearing.coded().get()).isEqualTo(Coded.NONE);
        assertThat(unmuted()).containsExactly("Mastering");
    }

    @Test
    void itIsCalledOffAndMadeAgain() {
        model.choose(MP3);
        model.cancel();
        assertThat(model.words()).isEqualTo("Called off.");
        assertThat(model.heard()).isEqualTo("You hear the master: MP3 128 is not made");
        model.again();
        awaitReady();
        model.choose(OPUS);
        assertThat(model.sound().get())
                .as("another format is not heard as this one")
                .isNull();
        awaitReady();
        assertThat(unmuted()).containsExactly("Opus 96");
        model.choose(MP3);
        assertThat(model.state().get().kind()).as("kept").isEqualTo(CodedModel.Kind.READY);
    }

    @Test
    void whatFailsIsSaidWithItsNameAndTheMasterPlaysOn() throws IOException {
        Files.writeString(place.resolve(CodedFolder.FOLDER), "in the way");
        model.choose(MP3);
        await(() -> model.state().get().kind() == CodedModel.Kind.FAILED);
        assertThat(failures).singleElement().asString().contains("MP3 128", CodedFolder.FOLDER);
        assertThat(unmuted()).containsExactly("Mastering");
        Files.delete(place.resolve(CodedFolder.FOLDER));
        model.again();
        awaitReady();
        assertThat(unmuted()).containsExactly("MP3 128");
    }

    /// Nobody has to code anything for that.
    @Test
    void whatACrashHasLeftGoesWhenTheMasterIsOpened() throws Exception {
        Path coded = Files.createDirectories(place.resolve(CodedFolder.FOLDER));
        Files.write(coded.resolve("0123456789ab sound.wav"), new byte[1]);
        Files.write(coded.resolve(".0123456789ab difference.wav.00112233aabb.part"), new byte[1]);
        CodedModel opened =
                new CodedModel(new MasterSession(song, print, hearing, Runnable::run, ui::add, failures::add));
        opened.close();
        assertThat(opened.awaitClosed(Duration.ofSeconds(20))).isTrue();
        assertThat(coded).doesNotExist();
        assertThat(failures).isEmpty();
    }

    @Test
    void nothingIsMadeElsewhereAndNothingIsLeftBehind() throws Exception {
        Path coded = place.resolve(CodedFolder.FOLDER);
        model.show(false);
        model.choose(MP3);
        assertThat(model.state().get().kind()).isEqualTo(CodedModel.Kind.NONE);
        model.show(true);
        awaitReady();
        assertThat(coded).isNotEmptyDirectory();
        print.set(null);
        assertThat(model.words()).isEqualTo("There is no print yet.");
        assertThat(model.heard()).isEmpty();
        model.close();
        assertThat(model.awaitClosed(Duration.ofSeconds(20))).isTrue();
        assertThat(coded).doesNotExist();
    }
}
