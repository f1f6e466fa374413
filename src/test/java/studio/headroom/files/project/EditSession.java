package studio.headroom.files.project;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Random;
import studio.headroom.files.FileException;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Project;
import studio.headroom.project.edit.History;
import studio.headroom.project.edit.SongEdits;

/// A program that edits a song until it is killed: a person's session without the person. Each edit is numbered in the
/// song's notes and written into a journal with its time, so that it can be told afterwards what was lost.
public final class EditSession {
    private EditSession() {}

    /// @param args folder of open songs, folder that the song is saved into, journal, interval in ms, seed
    public static void main(String[] args) throws IOException, InterruptedException {
        OpenSongs open = new OpenSongs(Path.of(args[0]));
        Path folder = Path.of(args[1]);
        Random random = new Random(Long.parseLong(args[4]));
        OpenSongs.Entry entry = open.open(null);
        try (FileChannel journal = FileChannel.open(
                        Path.of(args[2]), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                Autosaver autosaver = new Autosaver(
                        entry.unnamed(), Duration.ofMillis(Long.parseLong(args[3])), EditSession::report)) {
            History history = new History(Project.empty("Song", 48_000));
            for (int number = 1; ; number++) {
                history.begin("edit " + number);
                for (int i = random.nextInt(3); i >= 0; i--) {
                    try {
                        history.apply(RandomEdits.edit(random, history.current()));
                    } catch (InvalidProjectException e) {
                        // Not possible here.
                    }
                }
                history.apply(SongEdits.notes("" + number));
                history.end();
                if (random.nextInt(10) == 0 && number > 5) {
                    history.undo();
                    history.redo();
                }
                String line = number + " " + System.currentTimeMillis() + "\n";
                journal.write(ByteBuffer.wrap(line.getBytes(StandardCharsets.US_ASCII)));
                autosaver.changed(history.current());
                if (random.nextInt(100) == 0) {
                    save(entry, autosaver, folder, history.current());
                }
                Thread.sleep(1 + random.nextInt(20));
            }
        }
    }

    private static void save(OpenSongs.Entry entry, Autosaver autosaver, Path folder, Project song)
            throws FileException {
        if (Files.exists(folder)) {
            autosaver.save(folder, song);
        } else {
            ProjectFiles.create(folder, song);
            autosaver.saved(folder, song);
            entry.named(folder);
        }
    }

    private static void report(FileException e) {
        throw new IllegalStateException(e);
    }
}
