package studio.headroom.files.importing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import studio.headroom.files.audio.codec.AudioFileInfo;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.importing.StemConverter.Converted;
import studio.headroom.project.Clip;
import studio.headroom.project.Media;
import studio.headroom.project.Names;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.Ids;
import studio.headroom.project.edit.StripEdits;

/// Puts into an edit and into words what an import did.
final class ImportReport {
    /// What a track is called whose file's name holds nothing to read.
    private static final String UNNAMED = "Track";

    private final Project project;
    private final ImportOptions options;

    ImportReport(Project project, ImportOptions options) {
        this.project = project;
        this.options = options;
    }

    /// What becomes a track.
    private record Stem(String name, Media media, long start) {}

    /// @param media for each stem; with an empty id where it is new to the project, the same instance for the same
    /// sound
    ImportResult result(List<String> given, List<AudioFileInfo> infos, List<Converted> converted, List<Media> media) {
        List<String> names =
                given.stream().map(name -> Names.line(name, UNNAMED)).toList();
        long earliest = infos.stream()
                .mapToLong(this::timeStamp)
                .filter(stamp -> stamp >= 0)
                .min()
                .orElse(0);
        List<Stem> stems = new ArrayList<>();
        List<ImportedStem> imported = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            AudioFileInfo info = infos.get(i);
            long stamp = timeStamp(info);
            long after = stamp < 0 ? 0 : stamp - earliest;
            stems.add(new Stem(names.get(i), media.get(i), options.placeByTimeStamp() ? after : 0));
            List<String> notes = notes(info, converted.get(i), after);
            int same = media.indexOf(media.get(i));
            if (same < i) {
                notes.add("the same sound as '" + names.get(same) + "', kept once");
            } else if (!media.get(i).id().isEmpty()) {
                notes.add("the project has this sound already, kept once");
            }
            imported.add(new ImportedStem(
                    info.path(),
                    names.get(i),
                    media.get(i).path(),
                    converted.get(i).channels(),
                    converted.get(i).frames(),
                    converted.get(i).dualMono(),
                    stamp,
                    notes));
        }
        Edit edit = edit(stems);
        return new ImportResult(edit, edit.apply(project), imported);
    }

    /// Ids are given when the edit is made, so that it fits a project that went on meanwhile.
    private static Edit edit(List<Stem> stems) {
        String name =
                stems.size() == 1 ? "Import '" + stems.getFirst().name() + "'" : "Import " + stems.size() + " tracks";
        return new Edit(name, project -> {
            int mediaNumber = Ids.nextNumber(project, Ids.MEDIA);
            int stripNumber = Ids.nextNumber(project, Ids.STRIP);
            int clipNumber = Ids.nextNumber(project, Ids.CLIP);
            Map<String, Media> added = new HashMap<>();
            List<Media> media = new ArrayList<>();
            List<Strip> tracks = new ArrayList<>();
            for (Stem stem : stems) {
                Media own = stem.media();
                if (own.id().isEmpty()) {
                    Media known = added.get(own.path());
                    if (known == null) {
                        known = new Media(
                                Ids.MEDIA + mediaNumber++,
                                own.path(),
                                own.channels(),
                                own.frames(),
                                own.origin(),
                                own.sha256());
                        added.put(own.path(), known);
                        media.add(known);
                    }
                    own = known;
                }
                tracks.add(Strip.create(Strip.Kind.TRACK, Ids.STRIP + stripNumber++, stem.name())
                        .withColor(TrackColors.of(stem.name()))
                        .withClips(List.of(Clip.whole(Ids.CLIP + clipNumber++, own, stem.start()))));
            }
            return StripEdits.addTracks(name, media, tracks).apply(project);
        });
    }

    private List<String> notes(AudioFileInfo info, Converted converted, long after) {
        List<String> notes = new ArrayList<>();
        int rate = info.format().sampleRate();
        if (rate != project.sampleRate()) {
            notes.add("resampled from " + kilohertz(rate) + " to " + kilohertz(project.sampleRate()) + " kHz");
        }
        SampleFormat samples = info.samples();
        if (samples == null && info.reader().isEmpty()) {
            notes.add("decoded from " + info.codec() + ", a lossy coding");
        } else if (samples == SampleFormat.FLOAT64 || samples == SampleFormat.INT32) {
            notes.add(samples.label() + " stored as 32-bit float");
        }
        if (!info.reader().isEmpty()) {
            notes.add("read by " + info.reader());
        }
        if (converted.dualMono()) {
            notes.add(options.foldDualMono() ? "both channels were the same: made mono" : "both channels are the same");
        }
        if (converted.peak() == 0) {
            notes.add("silent");
        } else if (converted.peak() > 1) {
            notes.add("peaks at " + StemImporter.decibels(converted.peak()) + "; nothing was clipped");
        }
        if (after > 0) {
            String seconds = String.format(Locale.ROOT, "%.3f s", (double) after / project.sampleRate());
            notes.add(
                    options.placeByTimeStamp()
                            ? "placed " + seconds + " after the earliest, by its time stamp"
                            : "its time stamp lies " + seconds + " after the earliest; it was placed at the beginning");
        }
        return notes;
    }

    /// Frames of the project's rate since midnight, or -1.
    private long timeStamp(AudioFileInfo info) {
        return info.timeReference() < 0
                ? -1
                : Math.round((double) info.timeReference() / info.format().sampleRate() * project.sampleRate());
    }

    private static String kilohertz(int rate) {
        return rate % 1000 == 0 ? Integer.toString(rate / 1000) : String.format(Locale.ROOT, "%s", rate / 1000.0);
    }
}
