package studio.headroom.ui.master.rack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.SampleStream;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.mastering.MasteringChain;
import studio.headroom.mastering.Measurement;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.prints.Print;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.ui.master.MasterSession;
import studio.headroom.ui.song.SongHistory;

/// Gives a song that has no chain the gentle one: flat equalizer, compressor, saturation, limiter, the compressor's
/// threshold set from how loud the print is. Done by itself once for a song that is opened; after that, as when it was
/// undone, only when a person asks. UI thread.
public final class ChainStart implements AutoCloseable {
    static final String NAME = "Gentle chain";

    /// How loud a sound file is.
    interface Loudness {
        LoudnessReport of(Path file) throws IOException;
    }

    private final SongHistory history;
    private final ObservableValue<@Nullable Print> print;
    private final Executor work;
    private final Executor ui;
    private final Consumer<String> failures;
    private final Loudness loudness;
    private final ChangeListener<@Nullable Print> follow = (_, _, _) -> beginOnce();
    private boolean begun;
    private boolean working;
    private boolean open = true;

    public ChainStart(MasterSession session) {
        this(
                session.song().history(),
                session.print(),
                session.work(),
                session.ui(),
                session.failures(),
                ChainStart::measure);
    }

    ChainStart(
            SongHistory history,
            ObservableValue<@Nullable Print> print,
            Executor work,
            Executor ui,
            Consumer<String> failures,
            Loudness loudness) {
        this.history = history;
        this.print = print;
        this.work = work;
        this.ui = ui;
        this.failures = failures;
        this.loudness = loudness;
        print.addListener(follow);
        beginOnce();
    }

    private static LoudnessReport measure(Path file) throws IOException {
        try (SampleStream stream = AudioFiles.open(file)) {
            return Measurement.of(stream, file.toString(), "Measuring the print", Progress.NONE);
        }
    }

    private void beginOnce() {
        if (!begun && print.getValue() != null) {
            begun = true;
            begin();
        }
    }

    /// Whether there is a print and no chain.
    public boolean isOffered() {
        return print.getValue() != null && history.current().mastering().chain().isEmpty();
    }

    /// Makes the gentle chain in one step of undo, once the print is measured; nothing where there is a chain already.
    public void begin() {
        Print measured = print.getValue();
        if (measured == null || working || !isOffered()) {
            return;
        }
        working = true;
        work.execute(() -> {
            try {
                LoudnessReport report = loudness.of(measured.file());
                ui.execute(() -> take(report));
            } catch (IOException e) {
                ui.execute(() -> {
                    working = false;
                    failures.accept("The gentle chain could not be made: " + e.getMessage());
                });
            }
        });
    }

    private void take(LoudnessReport report) {
        working = false;
        if (open && isOffered()) {
            history.apply(MasteringEdits.chain(NAME, MasteringChain.gentle(report)));
        }
    }

    @Override
    public void close() {
        open = false;
        print.removeListener(follow);
    }
}
