package studio.headroom.files.importing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.AudioFileInfo;
import studio.headroom.files.audio.codec.AudioFileStream;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.pcm.PcmEncoder;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.files.project.ProjectPaths;
import studio.headroom.files.project.Sha256;
import studio.headroom.project.Media;
import studio.headroom.project.Project;

/// Writes sound files of a project anew with other sides: one side of a stereo file, or two files as one. The samples
/// stay what they are; what was there stays there.
final class MediaSides implements AutoCloseable {
    private static final int BLOCK = 16_384;

    /// One side of a sound file.
    record Side(Media media, int channel) {}

    private final Path folder;
    private final Project project;
    private final ImportProgress progress;
    private final Path media;
    private final Set<String> taken = new HashSet<>();
    private final Map<List<Side>, Media> written = new HashMap<>();
    private final List<Path> files = new ArrayList<>();
    private final double whole;
    private long done;
    private boolean kept;

    /// @param frames how many will be written, for progress
    MediaSides(Path folder, Project project, long frames, ImportProgress progress) throws FileException {
        this.folder = folder;
        this.project = project;
        this.progress = progress;
        whole = Math.max(1, frames);
        media = ProjectPaths.resolve(folder, ProjectFiles.MEDIA);
        try (Stream<Path> there = Files.list(media)) {
            there.forEach(file -> taken.add(String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT)));
        } catch (IOException e) {
            throw FileException.reading(media, e);
        }
        project.media()
                .forEach(known -> taken.add(known.path()
                        .substring(known.path().lastIndexOf('/') + 1)
                        .toLowerCase(Locale.ROOT)));
    }

    /// A sound file of these sides, as long as the longest; one that was asked for before is the same. Its id is empty.
    ///
    /// @param name of the file, without its ending
    /// @throws CancellationException when canceled
    Media of(List<Side> sides, String name) throws FileException {
        Media known = written.get(sides);
        if (known == null) {
            known = write(sides, name);
            written.put(sides, known);
        }
        return known;
    }

    private Media write(List<Side> sides, String name) throws FileException {
        Path target = media.resolve(TrackNames.mediaFile(Path.of(name + ".wav"), taken));
        files.add(target);
        List<AudioFileStream> streams = new ArrayList<>();
        try {
            SampleFormat format = SampleFormat.INT16;
            for (Side side : sides) {
                Path path = ProjectPaths.resolve(folder, side.media().path());
                AudioFileInfo info = AudioFiles.info(path);
                SampleFormat stored = StemConverter.storedAs(info, project.sampleRate());
                format = stored.ordinal() > format.ordinal() ? stored : format;
                streams.add(AudioFiles.open(path));
            }
            long frames = copy(sides, streams, target, format);
            String path = ProjectFiles.MEDIA + "/" + target.getFileName();
            return new Media(
                    "", path, sides.size(), frames, sides.getFirst().media().origin(), Sha256.of(target));
        } catch (IOException e) {
            throw e instanceof FileException known ? known : FileException.writing(media, e);
        } finally {
            for (AudioFileStream stream : streams) {
                close(stream);
            }
        }
    }

    private static void close(AudioFileStream stream) {
        try {
            stream.close();
        } catch (IOException e) {
            // It was only read; why writing ended is what the user is told.
        }
    }

    private long copy(List<Side> sides, List<AudioFileStream> streams, Path target, SampleFormat format)
            throws IOException {
        AudioFormat shape = new AudioFormat(project.sampleRate(), sides.size());
        try (PcmEncoder encoder = PcmEncoder.wav(target, shape, EncoderSettings.of(format))) {
            float[][] out = new float[sides.size()][BLOCK];
            long frames = 0;
            while (true) {
                if (progress.canceled()) {
                    throw new CancellationException("Writing the sound files was canceled.");
                }
                int most = -1;
                for (int i = 0; i < sides.size(); i++) {
                    most = Math.max(most, read(sides.get(i), streams.get(i), out[i]));
                }
                if (most <= 0) {
                    break;
                }
                encoder.write(out, 0, most);
                frames += most;
                done += most;
                progress.report(Math.min(1, done / whole), String.valueOf(target.getFileName()));
            }
            encoder.finish();
            return frames;
        }
    }

    /// Fills a block with one side, silence behind its end.
    ///
    /// @return frames that there were
    private static int read(Side side, AudioFileStream stream, float[] out) throws IOException {
        float[][] block = new float[stream.format().channels()][BLOCK];
        int filled = 0;
        while (filled < BLOCK) {
            int count = stream.read(block, filled, BLOCK - filled);
            if (count <= 0) {
                break;
            }
            filled += count;
        }
        System.arraycopy(block[Math.min(side.channel(), block.length - 1)], 0, out, 0, BLOCK);
        return filled;
    }

    /// The files stay.
    void keep() {
        kept = true;
    }

    /// Takes the files away again unless they are kept.
    @Override
    public void close() {
        if (!kept) {
            for (Path file : files) {
                try {
                    Files.deleteIfExists(file);
                } catch (IOException e) {
                    // What is left is a file that no song names.
                }
            }
        }
    }
}
