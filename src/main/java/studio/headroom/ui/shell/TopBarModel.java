package studio.headroom.ui.shell;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import studio.headroom.engine.live.EngineStatus;
import studio.headroom.engine.meter.MasterMeter;
import studio.headroom.engine.meter.MasterReading;
import studio.headroom.engine.meter.StripReading;
import studio.headroom.mastering.FactoryChain;
import studio.headroom.project.BarGrid;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;
import studio.headroom.project.Tempo;
import studio.headroom.project.edit.SongEdits;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.model.ProgramLevel;
import studio.headroom.ui.model.ValueText;
import studio.headroom.ui.song.ListeningState;
import studio.headroom.ui.song.SaveState;
import studio.headroom.ui.song.SongSession;

/// What the top bar and the status bar say of the open song, and what a click on them does. UI thread.
public final class TopBarModel {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final double SILENT = -100;
    private static final double HOT = 0.85;

    private final SongSession session;
    private final ZoneId zone;
    private long forgotten;

    /// @param zone in which times of saving are told
    public TopBarModel(SongSession session, ZoneId zone) {
        this.session = session;
        this.zone = zone;
    }

    private Project song() {
        return session.history().current();
    }

    private EngineStatus status() {
        return session.playback().status().get();
    }

    public String title() {
        return song().title().isBlank() ? "Untitled" : song().title();
    }

    /// What is noted about the song; may be empty.
    public String notes() {
        return song().notes();
    }

    /// `48 kHz · 96 BPM · 4/4`.
    public String facts() {
        Tempo tempo = song().tempo();
        return kilohertz(song().sampleRate()) + " · " + number(tempo.beatsPerMinute(), 2) + " BPM · "
                + tempo.beatsPerBar() + "/" + tempo.beatUnit();
    }

    private static String kilohertz(int rate) {
        return number(rate / 1000.0, 2) + " kHz";
    }

    /// At most so many decimals, and none that are 0.
    private static String number(double value, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", value);
        return text.replaceAll("0+$", "").replaceAll("\\.$", "");
    }

    // ---- position ----

    public String bars() {
        return PositionText.bars(
                BarGrid.of(song()), session.playback().position().get());
    }

    public String time() {
        return PositionText.time(
                song().sampleRate(), session.playback().position().get());
    }

    /// Goes where a person typed.
    ///
    /// @throws IllegalArgumentException with what would be right
    public void locate(String typed) {
        session.playback().locate(PositionText.parse(BarGrid.of(song()), typed));
    }

    // ---- transport ----

    public void toStart() {
        session.playback().locate(0);
    }

    /// Turns looping over; where the song has no range for it and no passage is looked at, all of it becomes the range.
    public void toggleLoop() {
        boolean on = !session.playback().looping().get();
        if (on && song().loop() == null && session.playback().passage().get() == null) {
            long end = session.playback().heard().end();
            if (end <= 0) {
                return;
            }
            session.history().apply(SongEdits.loop(new Span(0, end)));
        }
        session.playback().looping().set(on);
    }

    // ---- lights ----

    public int soloed() {
        return (int) song().strips().stream().filter(Strip::solo).count();
    }

    public void clearSolo() {
        Set<String> soloed =
                song().strips().stream().filter(Strip::solo).map(Strip::id).collect(Collectors.toSet());
        if (!soloed.isEmpty()) {
            session.history().apply(StripEdits.solo(soloed, false).named("Clear solo"));
        }
    }

    /// The ids of strips that have clipped, in mixer order, the master last.
    public List<String> clipped() {
        List<String> clipped = new ArrayList<>();
        for (Strip strip : song().strips()) {
            if (clipped(strip)) {
                clipped.add(strip.id());
            }
        }
        if (clipped(song().master())) {
            clipped.add(song().master().id());
        }
        return clipped;
    }

    private boolean clipped(Strip strip) {
        return session.playback()
                .meters()
                .strip(strip.id())
                .map(meter -> meter.levels().get(StripReading.CLIPPED) > 0)
                .orElse(false);
    }

    /// Selects the strip that has clipped and stands behind the one that is selected, or the first.
    public void showClipped() {
        List<String> clipped = clipped();
        if (!clipped.isEmpty()) {
            List<String> selected = session.selection().strips().get();
            int at = selected.isEmpty() ? -1 : clipped.indexOf(selected.getLast());
            session.selection().strip(clipped.get((at + 1) % clipped.size()));
        }
    }

    /// Through which chain it is listened to, and how loud.
    public String listeningWords() {
        ListeningState listening = session.playback().listening();
        FactoryChain other = listening.instead().get();
        String chain = other == null ? "The song's mastering chain" : "“" + other.label() + "”";
        return chain
                + (listening.matched().get() ? ", as loud as the mix without it." : ", at its own loudness.")
                + " No print and no export passes it. Click to hear the mix itself.";
    }

    // ---- numbers ----

    private MasterMeter meter() {
        return session.playback().engine().master();
    }

    /// Loudness of the last 3 s: `−17.9`.
    public String shortTerm() {
        return level(meter().get(MasterReading.SHORT_TERM_LUFS));
    }

    /// The largest true peak since the program began: `−4.2`.
    public String truePeak() {
        return level(meter().get(MasterReading.TRUE_PEAK_DBTP));
    }

    /// Loudness since playing began, what is left above its peaks, and how far these stand above it. Computed anew; for
    /// a few times a second.
    public ProgramLevel program() {
        return ProgramLevel.of(meter());
    }

    public boolean truePeakIsOver() {
        return meter().get(MasterReading.TRUE_PEAK_DBTP) > 0;
    }

    private static String level(double value) {
        return value > SILENT ? ValueText.level(value) : ValueText.MINUS + "∞";
    }

    /// The share of its time that the last blocks took, 0..1 and more.
    public double load() {
        return status().load();
    }

    public boolean loadIsHigh() {
        return load() > HOT;
    }

    /// Blocks that came late since [#forgetLate].
    public long late() {
        return Math.max(0, status().lateBlocks() - forgotten);
    }

    /// What came late so far is seen: it is not shown any more.
    public void forgetLate() {
        forgotten = status().lateBlocks();
    }

    /// How many blocks came late in all, and how to forget them.
    public String lateWords() {
        long all = status().lateBlocks();
        return lateSentence(all) + (late() == 0 ? "" : " Click the number to count anew.");
    }

    private String lateSentence(long all) {
        return all == 0
                ? "No block came late."
                : all + (all == 1 ? " block" : " blocks") + " came late since the song was opened, "
                        + status().starvedBlocks() + " for want of the disk.";
    }

    /// What takes the time, in sentences.
    public List<String> loadInWords() {
        EngineStatus status = status();
        List<String> words = new ArrayList<>();
        words.add("The sound takes " + percent(status.load()) + " of its time.");
        if (!status.heaviest().isEmpty()) {
            words.add("Most of it: " + status.heaviest() + ", " + percent(status.heaviestLoad()) + ".");
        }
        if (status.latencyFrames() > 0) {
            words.add("From a move of a control to the output: " + milliseconds(status) + ", " + status.latencyFrames()
                    + " samples.");
        }
        words.add(lateSentence(status.lateBlocks()));
        return words;
    }

    public static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    /// `PipeWire · 256 samples · 48 kHz · latency 21.3 ms`, for the status bar; without the latency while nothing
    /// plays.
    public String device(int blockFrames) {
        String name = status().device().isEmpty() ? "No output yet" : status().device();
        String latency = latency();
        return name + " · " + blockFrames + " samples · " + kilohertz(song().sampleRate())
                + (latency.isEmpty() ? "" : " · " + latency);
    }

    /// `latency 21.3 ms`: from a move of a control until it is heard, without what the sound card adds; empty while
    /// nothing plays.
    public String latency() {
        EngineStatus status = status();
        return status.latencyFrames() == 0 ? "" : "latency " + milliseconds(status);
    }

    /// The latency, and what it consists of, for the preferences; empty while nothing plays.
    public String latencyInWords() {
        EngineStatus status = status();
        return status.latencyFrames() == 0
                ? ""
                : "Latency " + milliseconds(status) + " with buffers and effects, without the sound card";
    }

    private String milliseconds(EngineStatus status) {
        return String.format(Locale.ROOT, "%.1f ms", status.latencyMs(song().sampleRate()));
    }

    // ---- history ----

    public String undoWords() {
        String name = session.history().undoName().get();
        return name.isEmpty() ? "Nothing to undo" : "Undo: “" + name + "”";
    }

    public String redoWords() {
        String name = session.history().redoName().get();
        return name.isEmpty() ? "Nothing to redo" : "Redo: “" + name + "”";
    }

    // ---- saving ----

    /// In two or three words.
    public String saved() {
        return switch (session.file().state().get()) {
            case SaveState.Saved(Instant at) -> "Saved " + CLOCK.format(at.atZone(zone));
            case SaveState.Changed() -> "Not saved";
            case SaveState.NeverSaved() -> "Never saved";
            case SaveState.Saving() -> "Saving…";
            case SaveState.Failed(String unused) -> "Not written";
        };
    }

    public String autosaved() {
        String every = session.file().interval().toSeconds() + " s";
        return session.file().keptAside().get() == null ? "autosave " + every : "kept aside, " + every;
    }

    /// Where unsaved work is kept for a crash, and how often.
    public String autosavedWords() {
        String every = "every " + session.file().interval().toSeconds() + " s";
        Path aside = session.file().keptAside().get();
        if (aside == null) {
            return "Unsaved work is kept " + every + " in the song's folder, in case of a crash.";
        }
        String why = session.file().folder().get() == null
                ? "The song was never saved"
                : "The song's folder cannot be written";
        return why + ". Unsaved work is kept " + every + " in " + aside
                + " and offered again after a crash. Save the song to keep it for good.";
    }

    public boolean isSaved() {
        return session.file().state().get() instanceof SaveState.Saved;
    }

    public boolean isNotWritten() {
        return session.file().state().get() instanceof SaveState.Failed;
    }
}
