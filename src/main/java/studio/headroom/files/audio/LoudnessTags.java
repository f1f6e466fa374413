package studio.headroom.files.audio;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import studio.headroom.audio.Decibels;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.files.AtomicFile;
import studio.headroom.files.FileException;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.files.audio.ogg.OggFiles;
import studio.headroom.files.audio.pcm.BroadcastChunk;
import studio.headroom.files.audio.tags.TagFiles;

/// Tells players in a finished file how loud it is, so that they can play it as loud as others: Broadcast Wave in WAV
/// (EBU Tech 3285), ReplayGain 2.0 in FLAC and MP3, `R128_TRACK_GAIN` in Opus (RFC 7845, 5.2.1). The sound stays as it
/// is.
public final class LoudnessTags {
    /// What ReplayGain 2.0 brings tracks to, in LUFS.
    private static final double REPLAY_GAIN = -18;
    /// What the gain of Opus brings tracks to, in LUFS; it counts 256ths of a dB.
    private static final double R128 = -23;

    private LoudnessTags() {}

    /// Writes what was measured into a file that this program wrote; kinds that cannot tell it stay as they are, and so
    /// does a file without loudness.
    ///
    /// @param named what the file is called in messages
    /// @throws FileException when it cannot be written; the file is then as it was
    public static void write(Path file, LoudnessReport report, Path named) throws FileException {
        if (!Double.isFinite(report.integratedLufs())) {
            return;
        }
        switch (FileKind.of(file)) {
            case PCM -> BroadcastChunk.setLoudness(file, report);
            case FLAC -> replayGain(file, "flac", report, named);
            case MP3 -> replayGain(file, "mp3", report, named);
            case OGG -> opus(file, report, named);
            case AAC, UNKNOWN -> {}
        }
    }

    private static void replayGain(Path file, String ending, LoudnessReport report, Path named) throws FileException {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put(
                "REPLAYGAIN_TRACK_GAIN", String.format(Locale.ROOT, "%.2f dB", REPLAY_GAIN - report.integratedLufs()));
        texts.put("REPLAYGAIN_TRACK_PEAK", String.format(Locale.ROOT, "%.6f", Decibels.toGain(report.truePeakDbtp())));
        try (AtomicFile changed = AtomicFile.create(file)) {
            Files.copy(file, changed.temporary(), StandardCopyOption.REPLACE_EXISTING);
            TagFiles.writeOwn(changed.temporary(), ending, texts, named);
            changed.commit();
        } catch (IOException e) {
            throw FileException.writing(named, e);
        }
    }

    private static void opus(Path file, LoudnessReport report, Path named) throws FileException {
        long gain = Math.round((R128 - report.integratedLufs()) * 256);
        String text = String.valueOf(Math.clamp(gain, Short.MIN_VALUE, Short.MAX_VALUE));
        try (AtomicFile changed = AtomicFile.create(file)) {
            OggFiles.copyWithTags(file, changed.temporary(), Tags.NONE, Map.of("R128_TRACK_GAIN", text));
            changed.commit();
        } catch (IOException e) {
            throw FileException.writing(named, e);
        }
    }
}
