package studio.headroom.ui.mixer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.device.NullDevice;
import studio.headroom.engine.live.ColdEngine;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.engine.output.OutputRequest;
import studio.headroom.files.project.OpenSongs;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.song.Playback;
import studio.headroom.ui.song.Selection;
import studio.headroom.ui.song.SongFile;
import studio.headroom.ui.song.SongHistory;
import studio.headroom.ui.song.SongSession;

/// A song that is open, with silent sound files and an engine that plays on nothing.
public final class MixerSong implements AutoCloseable {
    public final List<String> refusals = new ArrayList<>();
    public final SongHistory history;
    public final SongSession session;
    public final MixerModel mixer;
    private final Path folder;

    public MixerSong(Project song) {
        try {
            folder = Files.createTempDirectory("mixer-song");
            history = new SongHistory(song, refusals::add);
            MediaLibrary silence = media -> new SampleSource() {
                @Override
                public AudioFormat format() {
                    return new AudioFormat(song.sampleRate(), media.channels());
                }

                @Override
                public long frames() {
                    return media.frames();
                }

                @Override
                public void read(long start, float[][] target, int offset, int count) {
                    for (int channel = 0; channel < media.channels(); channel++) {
                        java.util.Arrays.fill(target[channel], offset, offset + count, 0);
                    }
                }
            };
            Playback playback = new Playback(ColdEngine.open(song, silence, edit -> {}), history);
            session = new SongSession(
                    history,
                    new Selection(history),
                    playback,
                    new SongFile(
                            folder,
                            song,
                            history,
                            new OpenSongs(folder.resolve("open")).open(folder),
                            Duration.ofSeconds(20),
                            Runnable::run,
                            Runnable::run,
                            trouble -> {}));
            mixer = new MixerModel(session);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Kick, Snare, Bass and Lead Vox; the first two on the bus Drums; the return Hall.
    public static Project band() {
        List<Strip> strips = new ArrayList<>();
        for (String name : List.of("Kick", "Snare", "Bass", "Lead Vox")) {
            Strip strip = Strip.create(Kind.TRACK, id(name), name);
            strips.add(name.length() <= 5 && !name.equals("Bass") ? strip.withOutput("drums") : strip);
        }
        strips.add(Strip.create(Kind.RETURN, "hall", "Hall").withColor("blue"));
        strips.add(Strip.create(Kind.BUS, "drums", "Drums").withColor("coral"));
        return Project.empty("Band", 48_000).withStrips(strips);
    }

    public static String id(String name) {
        return name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-');
    }

    /// Takes a control, moves it through values and lets it go: one gesture.
    static void drag(ControlModel control, double... values) {
        control.begin();
        for (double value : values) {
            control.move(value);
        }
        control.end();
    }

    public static MixerSong ofBand() {
        return new MixerSong(band());
    }

    public Project song() {
        return history.current();
    }

    public StripModel strip(String id) {
        return mixer.strip(id).orElseThrow();
    }

    public double volume(String id) {
        return song().strip(id).orElse(song().master()).controls().get(studio.headroom.project.StripControls.VOLUME);
    }

    /// What a song file holds of a song.
    public byte[] bytes(Project project) {
        try {
            Path folder = Files.createTempDirectory(this.folder, "saved").resolve("song" + ProjectFiles.SUFFIX);
            ProjectFiles.create(folder, project);
            return Files.readAllBytes(folder.resolve(ProjectFiles.FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Goes to a frame and waits until the player stands there.
    public void locate(long frame) {
        try {
            // Something has to play for the playhead to be known.
            session.playback().engine().deviceFor(new NullDevice(), OutputRequest.of(song().sampleRate(), 512), -1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        session.playback().locate(frame);
        long end = System.nanoTime() + 10_000_000_000L;
        while (session.playback().position().get() != frame && System.nanoTime() < end) {
            Thread.onSpinWait();
            session.playback().refresh();
        }
        mixer.frame();
    }

    @Override
    public void close() {
        mixer.close();
        session.playback().close();
        // What is kept for a crash later would bring the folder back.
        session.file().close(() -> {});
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
