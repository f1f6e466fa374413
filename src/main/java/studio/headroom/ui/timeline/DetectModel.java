package studio.headroom.ui.timeline;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import studio.headroom.dsp.analysis.KeyEstimate;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.project.Clip;
import studio.headroom.project.Project;
import studio.headroom.project.edit.SongEdits;

/// Tempo, beats and key of some clips: what was heard, and what is done with it when it is asked for. UI thread.
final class DetectModel {
    private final TimelineModel model;
    private final Runnable changed;
    private final Listening<Findings> listening;
    private @Nullable Findings findings;
    private String failure = "";
    private double beatsPerMinute;
    private KeyEstimate.@Nullable Key key;

    /// Begins to listen.
    ///
    /// @param clips of the song, at least one
    /// @param changed runs when there is something new to show
    DetectModel(
            TimelineModel model,
            List<Clip> clips,
            MediaLibrary library,
            Executor background,
            Executor ui,
            Runnable changed) {
        this.model = model;
        this.changed = changed;
        Project song = model.song();
        listening = Listening.begin(
                background, ui, progress -> Findings.of(song, clips, library, progress), this::found, reason -> {
                    failure = reason;
                    changed.run();
                });
    }

    private void found(Findings heard) {
        findings = heard;
        beatsPerMinute = heard.tempi().isEmpty() ? 0 : heard.tempi().getFirst();
        key = heard.keys().isEmpty() ? null : heard.keys().getFirst();
        changed.run();
    }

    Listening<Findings> listening() {
        return listening;
    }

    /// What was heard, or null while it is listened to and where it failed.
    @Nullable
    Findings findings() {
        return findings;
    }

    /// Why nothing was heard, or empty.
    String failure() {
        return failure;
    }

    // ---- what is chosen among the answers ----

    /// The tempo that was chosen; 0 where none was found.
    double beatsPerMinute() {
        return beatsPerMinute;
    }

    void choose(double tempo) {
        beatsPerMinute = tempo;
        changed.run();
    }

    KeyEstimate.@Nullable Key key() {
        return key;
    }

    void choose(KeyEstimate.Key other) {
        key = other;
        changed.run();
    }

    /// `96.5 BPM`, with as many digits as it has.
    static String tempo(double beatsPerMinute) {
        String digits = String.format(Locale.ROOT, "%.2f", beatsPerMinute);
        return digits.replaceAll("\\.?0+$", "") + " BPM";
    }

    boolean isSongsTempo() {
        return model.song().tempo().beatsPerMinute() == beatsPerMinute;
    }

    /// Where the first beat lies now, or empty where there is none.
    OptionalLong firstBeat() {
        Findings heard = findings;
        return heard == null || beatsPerMinute == 0 ? OptionalLong.empty() : heard.firstBeat(model.song());
    }

    /// How the song would be moved; null where there is no beat.
    Findings.@Nullable ToBar toBar() {
        OptionalLong beat = firstBeat();
        return beat.isPresent() ? Findings.ToBar.of(model.song(), beat.getAsLong(), beatsPerMinute) : null;
    }

    // ---- what is done ----

    void setTempo() {
        if (beatsPerMinute > 0) {
            model.apply(Findings.setTempo(model.song(), beatsPerMinute));
            changed.run();
        }
    }

    void moveToBar() {
        firstBeat().ifPresent(beat -> {
            model.apply(Findings.toBar(model.song(), beat, beatsPerMinute));
            changed.run();
        });
    }

    boolean snapsToOnsets() {
        return !model.snap().marks().isEmpty();
    }

    /// Shows onsets and snaps to them, or no longer.
    void snapToOnsets(boolean on) {
        Findings heard = findings;
        model.snap().marks(on && heard != null ? model.snap().marks().with(heard.marks()) : OnsetMarks.NONE);
        changed.run();
    }

    void split() {
        Findings heard = findings;
        if (heard != null) {
            model.apply(heard.split(model.song()));
            changed.run();
        }
    }

    /// Writes the key into the song's notes.
    void noteKey() {
        KeyEstimate.Key chosen = key;
        if (chosen != null) {
            String notes = model.song().notes().strip();
            String line = "Key: " + chosen.text();
            model.apply(SongEdits.notes(notes.isEmpty() ? line : notes + "\n" + line));
            changed.run();
        }
    }

    void close() {
        listening.cancel();
    }
}
