package studio.headroom.app.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import studio.headroom.audio.SampleSource;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Media;
import studio.headroom.project.Project;

/// The session of the benchmarks as a project folder, with a sound file for each track.
public final class BenchFolder {
    private static final int BLOCK = 1 << 16;

    private BenchFolder() {}

    /// @param folder of the project; does not exist yet
    /// @throws IOException when it cannot be written
    public static void write(Path folder, int tracks, int seconds) throws IOException {
        BenchSession session = new BenchSession(tracks, seconds);
        Project song = session.project();
        ProjectFiles.create(folder, place -> {
            for (Media media : song.media()) {
                Path file = place.resolve(media.path());
                Path parent = file.getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                write(file, session.open(media));
            }
            return song;
        });
    }

    private static void write(Path file, SampleSource source) throws IOException {
        float[][] block = new float[source.format().channels()][BLOCK];
        try (AudioFileWriter out = AudioFiles.create(file, source.format(), EncoderSettings.of(SampleFormat.INT16))) {
            for (long at = 0; at < source.frames(); at += BLOCK) {
                int count = (int) Math.min(BLOCK, source.frames() - at);
                source.read(at, block, 0, count);
                out.write(block, 0, count);
            }
        }
    }
}
