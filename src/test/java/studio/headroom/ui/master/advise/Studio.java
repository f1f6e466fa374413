package studio.headroom.ui.master.advise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.engine.live.ColdEngine;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.project.OpenSongs;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.mastering.assist.Prints;
import studio.headroom.mastering.prints.Print;
import studio.headroom.project.Project;
import studio.headroom.ui.master.Hearing;
import studio.headroom.ui.master.MasterSession;
import studio.headroom.ui.song.Playback;
import studio.headroom.ui.song.Selection;
import studio.headroom.ui.song.SongFile;
import studio.headroom.ui.song.SongHistory;
import studio.headroom.ui.song.SongSession;

/// A song that is open in the Master view, with a print made in code, in a folder of its own.
final class Studio {
    final Path folder;
    final SongHistory history;
    final Hearing hearing = new Hearing();
    final List<String> failures = new ArrayList<>();
    final ObjectProperty<@Nullable Print> print = new SimpleObjectProperty<>();
    final MasterSession session;

    /// Everything happens at once, on the thread of the test.
    Studio(Path place, float[][] sound) {
        this(place, sound, Runnable::run, Runnable::run);
    }

    Studio(Path place, float[][] sound, Executor work, Executor ui) {
        try {
            folder = place.resolve("Paper Lanterns.headroom");
            Project song = Project.empty("Paper Lanterns", Prints.RATE);
            ProjectFiles.create(folder, song);
            history = new SongHistory(song, failures::add);
            Path file = folder.resolve("prints/Mix print 7.wav");
            write(file, Prints.RATE, sound);
            print.set(
                    new Print(file, 7, "Mix print 7", "0".repeat(64), Instant.EPOCH, Prints.RATE, 2, sound[0].length));
            session = new MasterSession(song(song), print, hearing, work, ui, failures::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SongSession song(Project song) throws IOException {
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
                    Arrays.fill(target[channel], offset, offset + count, 0);
                }
            }
        };
        return new SongSession(
                history,
                new Selection(history),
                new Playback(ColdEngine.open(song, silence, edit -> {}), history),
                new SongFile(
                        folder,
                        song,
                        history,
                        new OpenSongs(folder.resolve("open")).open(folder),
                        Duration.ofHours(1),
                        Runnable::run,
                        Runnable::run,
                        trouble -> {}));
    }

    static Path write(Path file, int rate, float[][] sound) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (AudioFileWriter out = AudioFiles.create(
                    file, new AudioFormat(rate, sound.length), EncoderSettings.of(SampleFormat.FLOAT32))) {
                out.write(sound, 0, sound[0].length);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A tone of so many seconds, soft and then twice as loud.
    static float[][] tone(int rate, double seconds) {
        float[][] tone = new float[2][(int) Math.round(rate * seconds)];
        for (int i = 0; i < tone[0].length; i++) {
            double level = i < tone[0].length / 2 ? 0.1 : 0.2;
            tone[0][i] = (float) (level * Math.sin(2 * Math.PI * 997 * i / rate));
            tone[1][i] = tone[0][i];
        }
        return tone;
    }
}
