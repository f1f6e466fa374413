package studio.headroom.ui.song;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.device.NullDevice;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputDevice;
import studio.headroom.engine.output.OutputInfo;
import studio.headroom.engine.output.Outputs;
import studio.headroom.files.project.Autosave;
import studio.headroom.files.project.OpenSongs;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.files.project.RecentSongs;
import studio.headroom.project.Clip;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.SongEdits;
import studio.headroom.ui.song.SongOpener.Outcome;

/// Opening as a whole, but for the screen: the UI thread is this one.
class SongOpenerTest {
    private static final SoundSettings SILENT = new SoundSettings("null", 512);

    @TempDir
    private Path folder;

    private final BlockingQueue<Runnable> ui = new LinkedBlockingQueue<>();
    private final List<String> notices = new ArrayList<>();
    private final List<SongSession> sessions = new ArrayList<>();

    private SongOpener opener() {
        return new SongOpener(new OnlySilence(), songs(), recent(), ui::add, notices::add);
    }

    private OpenSongs songs() {
        return new OpenSongs(folder.resolve("open"));
    }

    private RecentSongs recent() {
        return new RecentSongs(folder.resolve("recent.json"));
    }

    private record OnlySilence() implements Outputs {
        @Override
        public List<OutputInfo> list() {
            return List.of();
        }

        @Override
        public OutputDevice find(String wanted) throws DeviceException {
            if (!wanted.equals(NullDevice.ID)) {
                throw new DeviceException("there is no output '" + wanted + "'.");
            }
            return new NullDevice();
        }

        @Override
        public OutputDevice silent() {
            return new NullDevice();
        }
    }

    @AfterEach
    void close() throws InterruptedException {
        for (SongSession session : sessions) {
            boolean[] closed = new boolean[1];
            opener().close(session, () -> closed[0] = true);
            work(() -> closed[0]);
        }
    }

    private void work(java.util.function.BooleanSupplier until) throws InterruptedException {
        while (!until.getAsBoolean()) {
            Runnable task = ui.poll(30, TimeUnit.SECONDS);
            assertThat(task).as("something to do within 30 seconds").isNotNull();
            task.run();
        }
    }

    private Outcome open(SongRequest request, SoundSettings sound, Consumer<SongOpener.Opening> meanwhile)
            throws InterruptedException {
        List<Outcome> ends = new ArrayList<>();
        List<Double> shares = new ArrayList<>();
        SongOpener.Opening opening = opener().open(request, sound, KeepSettings.DEFAULT, new SongOpener.Listener() {
            @Override
            public void progress(String what, double share) {
                shares.add(share);
            }

            @Override
            public void done(Outcome outcome) {
                ends.add(outcome);
            }
        });
        meanwhile.accept(opening);
        work(() -> !ends.isEmpty());
        assertThat(shares).isSorted().allMatch(share -> share >= 0 && share <= 1);
        if (ends.getFirst() instanceof Outcome.Opened opened) {
            sessions.add(opened.session());
        }
        return ends.getFirst();
    }

    private Outcome open(SongRequest request) throws InterruptedException {
        return open(request, SILENT, opening -> {});
    }

    private Path song() throws IOException {
        Path place = folder.resolve("Song.headroom");
        ProjectFiles.create(place, Project.empty("Song", 48_000));
        return place;
    }

    private Path songWithoutItsSound() throws IOException {
        Path place = folder.resolve("Lost.headroom");
        Media media = new Media("m1", "media/kick.wav", 1, 48_000, "kick.wav", "");
        Project song = Project.empty("Lost", 48_000).withMedia(List.of(media));
        Strip track = Strip.create(Strip.Kind.TRACK, "t1", "Kick").withClips(List.of(Clip.whole("c1", media, 0)));
        ProjectFiles.create(place, song.withStrips(List.of(track)));
        return place;
    }

    @Test
    void aSongOpensPlaysAndIsRemembered() throws Exception {
        Path place = song();
        Outcome outcome = open(SongRequest.of(place));
        assertThat(outcome).isInstanceOf(Outcome.Opened.class);
        SongSession session = sessions.getFirst();
        assertThat(session.history().current().title()).isEqualTo("Song");
        assertThat(session.file().folder().get()).isEqualTo(place);
        session.playback().play();
        long end = System.nanoTime() + 20_000_000_000L;
        while (!session.playback().playing().get() && System.nanoTime() < end) {
            session.playback().refresh();
        }
        assertThat(session.playback().playing().get()).isTrue();
        while (recent().list().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(recent().list().getFirst().title()).isEqualTo("Song");
    }

    @Test
    void aDeviceThatIsNotThereIsToldAndTheSongOpensAllTheSame() throws Exception {
        open(SongRequest.of(song()), new SoundSettings("headphones", 512), opening -> {});
        work(() -> !notices.isEmpty());
        assertThat(notices.getFirst()).contains("headphones");
        assertThat(sessions).hasSize(1);
    }

    @Test
    void aSongWithoutAPlaceIsKeptForACrash() throws Exception {
        open(SongRequest.unnamed(Project.empty("New", 48_000)));
        assertThat(sessions.getFirst().file().state().get()).isInstanceOf(SaveState.NeverSaved.class);
        assertThat(Files.list(folder.resolve("open"))).hasSize(1);
    }

    @Test
    void missingSoundFilesAreToldAndCanBeSilence() throws Exception {
        Outcome outcome = open(SongRequest.of(songWithoutItsSound()));
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Missing.class, missing -> {
            assertThat(missing.problems()).hasSize(1);
            assertThat(missing.problems().getFirst().message()).contains("kick.wav");
        });
        Outcome.Missing missing = (Outcome.Missing) outcome;
        assertThat(open(missing.request().anyway())).isInstanceOf(Outcome.Opened.class);
    }

    @Test
    void unsavedWorkIsAskedAbout() throws Exception {
        Path place = song();
        Autosave.of(place).write(SongEdits.title("Unsaved").apply(ProjectFiles.load(place)));
        assertThat(open(SongRequest.of(place))).isInstanceOf(Outcome.Unsaved.class);
        open(SongRequest.of(place).with(SongRequest.Unsaved.TAKE));
        assertThat(sessions.getFirst().history().current().title()).isEqualTo("Unsaved");
        assertThat(sessions.getFirst().file().isChanged()).isTrue();
    }

    @Test
    void unsavedWorkThatIsNotWantedStaysOut() throws Exception {
        Path place = song();
        Autosave.of(place).write(SongEdits.title("Unsaved").apply(ProjectFiles.load(place)));
        open(SongRequest.of(place).with(SongRequest.Unsaved.LEAVE));
        assertThat(sessions.getFirst().history().current().title()).isEqualTo("Song");
    }

    @Test
    void whatCannotBeOpenedSaysWhy() throws Exception {
        Path nothing = folder.resolve("Nothing.headroom");
        assertThat(open(SongRequest.of(nothing)))
                .isInstanceOfSatisfying(
                        Outcome.Failed.class,
                        failed -> assertThat(failed.message()).contains("Nothing.headroom"));
        assertThat(songs().leftBehind()).isEmpty();
    }

    @Test
    void aCanceledOpeningLeavesNothingBehind() throws Exception {
        assertThat(open(SongRequest.of(song()), SILENT, SongOpener.Opening::cancel))
                .isInstanceOf(Outcome.Canceled.class);
        assertThat(Files.list(folder.resolve("open"))).isEmpty();
    }
}
