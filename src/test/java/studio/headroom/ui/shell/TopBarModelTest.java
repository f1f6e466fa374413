package studio.headroom.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.device.NullDevice;
import studio.headroom.engine.live.ColdEngine;
import studio.headroom.engine.live.LiveEngine;
import studio.headroom.engine.output.OutputRequest;
import studio.headroom.files.project.OpenSongs;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.mastering.FactoryChain;
import studio.headroom.project.Clip;
import studio.headroom.project.Insert;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;
import studio.headroom.project.Tempo;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.SongEdits;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.song.ListeningState;
import studio.headroom.ui.song.MonitorSwitches;
import studio.headroom.ui.song.Playback;
import studio.headroom.ui.song.Selection;
import studio.headroom.ui.song.SongFile;
import studio.headroom.ui.song.SongHistory;
import studio.headroom.ui.song.SongSession;

class TopBarModelTest {
    @TempDir
    private Path folder;

    private SongHistory history;
    private Playback playback;
    private TopBarModel model;

    @BeforeEach
    void open() throws IOException {
        Project song = StripEdits.add(Strip.Kind.TRACK, "Bass", 0)
                .apply(StripEdits.add(Strip.Kind.TRACK, "Kick", 0)
                        .apply(Project.empty("Paper Lanterns", 44_100).withTempo(new Tempo(96.5, 3, 4))));
        Path place = folder.resolve("Song.headroom");
        ProjectFiles.create(place, song);
        history = new SongHistory(song, refusal -> {});
        LiveEngine engine = LiveEngine.open(
                song,
                media -> {
                    throw new FileNotFoundException(media.path());
                },
                new NullDevice(),
                OutputRequest.of(44_100, 512),
                1,
                new LiveEngine.Owner() {
                    @Override
                    public void notice(String message) {}

                    @Override
                    public void edit(Edit edit) {}
                });
        playback = new Playback(engine, history);
        SongFile file = new SongFile(
                place,
                song,
                history,
                new OpenSongs(folder.resolve("open")).open(place),
                Duration.ofSeconds(20),
                Runnable::run,
                Runnable::run,
                trouble -> {});
        model = new TopBarModel(new SongSession(history, new Selection(history), playback, file), ZoneOffset.UTC);
    }

    @AfterEach
    void close() {
        playback.close();
    }

    @Test
    void theSongIsToldInALine() {
        assertThat(model.title()).isEqualTo("Paper Lanterns");
        assertThat(model.facts()).isEqualTo("44.1 kHz · 96.5 BPM · 3/4");
        assertThat(model.bars()).isEqualTo("1.1.1");
        assertThat(model.time()).isEqualTo("0:00.00");
    }

    @Test
    void silenceHasNoLevelAndNothingIsLate() {
        assertThat(model.shortTerm()).isEqualTo("−∞");
        assertThat(model.truePeak()).isEqualTo("−∞");
        assertThat(model.truePeakIsOver()).isFalse();
        assertThat(model.late()).isZero();
        assertThat(model.loadInWords()).last().isEqualTo("No block came late.");
    }

    @Test
    void playingBeginsSomeBarsBeforeItsPlaceAndStoppingReturnsToThePlace() {
        long bar = Math.round(3 * 44_100 * 60 / 96.5);
        playback.engine().device(new NullDevice(), OutputRequest.of(44_100, 512));
        playback.locate(4 * bar);
        await(() -> playback.position().get() == 4 * bar);
        playback.preRollBars().set(2);
        playback.returnsToStart().set(true);
        playback.play();
        await(() -> playback.playing().get());
        // The frames of two bars are rounded once, those of one twice.
        assertThat(playback.position().get()).isBetween(2 * bar - 1, 4 * bar - 1);
        playback.stop();
        await(() -> !playback.playing().get() && playback.position().get() == 4 * bar);
    }

    @Test
    void theLatencyOfTheOutputIsToldInTimeAndSamples() {
        assertThat(model.latency()).as("nothing plays yet").isEmpty();
        assertThat(model.device(512)).doesNotContain("latency");
        playback.engine().device(new NullDevice(), OutputRequest.of(44_100, 512));
        await(() -> !model.latency().isEmpty());
        // Four blocks.
        assertThat(model.latency()).isEqualTo("latency 46.4 ms");
        assertThat(model.device(512)).endsWith(" · 512 samples · 44.1 kHz · latency 46.4 ms");
        assertThat(model.loadInWords()).contains("From a move of a control to the output: 46.4 ms, 2048 samples.");
    }

    // ---- what came late ----

    @Test
    void lateBlocksAreForgottenAndTheirTotalIsNot() throws IOException {
        CountDownLatch disk = new CountDownLatch(1);
        Media media = new Media("m", "media/m.wav", 1, 10 * 44_100, "m.wav");
        Project slow = Project.empty("Slow", 44_100)
                .withMedia(List.of(media))
                .withStrips(List.of(
                        Strip.create(Strip.Kind.TRACK, "t", "T").withClips(List.of(Clip.whole("c", media, 0)))));
        SongHistory slowHistory = new SongHistory(slow, refusal -> {});
        try (Playback playing =
                new Playback(ColdEngine.open(slow, unused -> new Stalling(disk), edit -> {}), slowHistory)) {
            SongFile file = new SongFile(
                    null,
                    null,
                    slowHistory,
                    new OpenSongs(folder.resolve("open2")).open(null),
                    Duration.ofHours(1),
                    Runnable::run,
                    Runnable::run,
                    trouble -> {});
            TopBarModel shown = new TopBarModel(
                    new SongSession(slowHistory, new Selection(slowHistory), playing, file), ZoneOffset.UTC);
            playing.engine().device(new NullDevice(), OutputRequest.of(44_100, 512));
            playing.play();
            long end = System.nanoTime() + 20_000_000_000L;
            while (shown.late() == 0 && System.nanoTime() < end) {
                Thread.onSpinWait();
                playing.refresh();
            }
            disk.countDown();
            playing.stop();
            while (playing.engine().status().playing() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            playing.refresh();
            long total = playing.status().get().lateBlocks();
            assertThat(shown.late()).isEqualTo(total).isPositive();
            assertThat(shown.lateWords()).startsWith(total + " block").contains("Click");
            shown.forgetLate();
            assertThat(shown.late()).isZero();
            assertThat(shown.lateWords()).startsWith(total + " block").doesNotContain("Click");
            assertThat(shown.loadInWords()).last().asString().startsWith(total + " block");
            file.close(() -> {});
        }
    }

    /// A sound file whose second second comes late.
    private record Stalling(CountDownLatch disk) implements SampleSource {
        @Override
        public AudioFormat format() {
            return new AudioFormat(44_100, 1);
        }

        @Override
        public long frames() {
            return 10 * 44_100;
        }

        @Override
        public void read(long start, float[][] target, int offset, int count) throws IOException {
            try {
                if (start >= 44_100 && !disk.await(30, TimeUnit.SECONDS)) {
                    throw new IOException("never let go");
                }
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
            java.util.Arrays.fill(target[0], offset, offset + count, 0.1f);
        }
    }

    // ---- what is heard beside the mix ----

    @Test
    void aSongWithoutAMasteringChainIsNotListenedToThroughOne() {
        playback.listening().throughMaster().set(true);
        assertThat(playback.listening().throughMaster().get()).isFalse();
        assertThat(playback.listening().hasChain().get()).isFalse();
        MonitorSwitches switches = MonitorSwitches.of(playback);
        assertThat(switches.master().disabledReason()).isEqualTo(ListeningState.NO_CHAIN);
        playback.listening().instead().set(FactoryChain.all().getFirst());
        assertThat(switches.master().enabled()).isTrue();
        switches.master().set(1);
        assertThat(playback.listening().throughMaster().get()).isTrue();
        assertThat(model.listeningWords()).contains("Tape warmth", "as loud as the mix");
        playback.listening().matched().set(false);
        assertThat(model.listeningWords()).contains("at its own loudness");
    }

    @Test
    void listeningEndsWithTheChainOfTheSong() {
        Project song = history.current();
        history.apply(new Edit(
                "Master",
                project ->
                        project.withMastering(project.mastering().withChain(List.of(Insert.create("m1", "utility"))))));
        playback.listening().throughMaster().set(true);
        assertThat(playback.listening().throughMaster().get()).isTrue();
        assertThat(playback.listening().matched().get())
                .as("as loud as the mix at first")
                .isTrue();
        history.undo();
        assertThat(history.current()).isEqualTo(song);
        assertThat(playback.listening().throughMaster().get()).isFalse();
    }

    private void await(BooleanSupplier condition) {
        long end = System.nanoTime() + 10_000_000_000L;
        playback.refresh();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
            playback.refresh();
        }
        assertThat(condition.getAsBoolean()).as("%s", playback.status().get()).isTrue();
    }

    @Test
    void oneClickEndsEverySoloAndOneUndoBringsThemBack() {
        for (Strip strip : history.current().strips()) {
            history.apply(StripEdits.solo(strip.id(), true));
        }
        assertThat(model.soloed()).isEqualTo(2);
        model.clearSolo();
        assertThat(model.soloed()).isZero();
        assertThat(model.undoWords()).isEqualTo("Undo: “Clear solo”");
        history.undo();
        assertThat(model.soloed()).isEqualTo(2);
    }

    @Test
    void loopingNeedsARange() {
        model.toggleLoop();
        assertThat(playback.looping().get()).as("there is nothing to loop").isFalse();
        history.apply(SongEdits.loop(new Span(0, 44_100)));
        model.toggleLoop();
        assertThat(playback.looping().get()).isTrue();
        history.apply(SongEdits.loop(null));
        assertThat(playback.looping().get()).as("looping ends with its range").isFalse();
        history.undo();
        assertThat(playback.looping().get()).isFalse();
    }

    @Test
    void savingIsToldInAFewWords() {
        assertThat(model.saved()).matches("Saved \\d\\d:\\d\\d");
        assertThat(model.autosaved()).isEqualTo("autosave 20 s");
        history.apply(SongEdits.notes("louder"));
        assertThat(model.saved()).isEqualTo("Not saved");
        assertThat(model.isSaved()).isFalse();
        assertThat(model.redoWords()).isEqualTo("Nothing to redo");
    }

    @Test
    void aPlaceThatIsNoneIsRefusedWithWords() {
        assertThatThrownBy(() -> model.locate("1.4")).hasMessageContaining("1 to 3");
    }
}
