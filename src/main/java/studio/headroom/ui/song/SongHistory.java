package studio.headroom.ui.song;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Project;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.History;

/// The song as it is now, and every step that led there. The one place where edits are made. UI thread.
public final class SongHistory {
    private final History history;
    private final Consumer<String> refusals;
    private final ReadOnlyObjectWrapper<Project> song;
    private final ReadOnlyStringWrapper undoName = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper redoName = new ReadOnlyStringWrapper("");
    private final Bypasses bypasses = new Bypasses(this);

    /// @param refusals is told why an edit was not possible
    public SongHistory(Project start, Consumer<String> refusals) {
        this(start, History.DEFAULT_DEPTH, refusals);
    }

    /// @param depth steps that can be taken back, at least 1
    /// @param refusals is told why an edit was not possible
    public SongHistory(Project start, int depth, Consumer<String> refusals) {
        history = new History(start, depth);
        song = new ReadOnlyObjectWrapper<>(start);
        this.refusals = refusals;
    }

    /// Bypasses whole chains.
    public Bypasses bypasses() {
        return bypasses;
    }

    /// The song as it is now; a new value for each change.
    public ReadOnlyObjectProperty<Project> song() {
        return song.getReadOnlyProperty();
    }

    public Project current() {
        return song.get();
    }

    /// The name of what [#undo] takes back, or empty.
    public ReadOnlyStringProperty undoName() {
        return undoName.getReadOnlyProperty();
    }

    /// The name of what [#redo] makes again, or empty.
    public ReadOnlyStringProperty redoName() {
        return redoName.getReadOnlyProperty();
    }

    /// Names of the steps that can be taken back, the last one first.
    public List<String> steps() {
        return history.undoNames();
    }

    /// Names of the steps that can be made again, the next one first.
    public List<String> stepsAhead() {
        return history.redoNames();
    }

    /// All steps, the oldest first: those that can be taken back and those that can be made again.
    public List<History.Step> all() {
        return history.steps();
    }

    /// How many of [#all] are made.
    public int position() {
        return history.position();
    }

    /// Goes to where so many of [#all] are made, in one go.
    ///
    /// @throws IndexOutOfBoundsException when there are not so many
    public void jump(int steps) {
        history.jump(steps);
        show();
    }

    /// Makes an edit. One that is not possible changes nothing and is told to whoever hears refusals.
    ///
    /// @return whether it was possible
    public boolean apply(Edit edit) {
        try {
            history.apply(edit);
        } catch (InvalidProjectException e) {
            refusals.accept(edit.name() + " is not possible: " + e.getMessage());
            return false;
        }
        show();
        return true;
    }

    /// From here to [#end] all edits are one step, such as the drag of a fader. One that is going on ends first.
    public void begin(String name) {
        history.end();
        history.begin(name);
        show();
    }

    /// As [#begin(String)], under the name of the last edit made in it: "Kick volume −3.0 dB".
    public void begin() {
        history.end();
        history.begin();
        show();
    }

    public void end() {
        history.end();
        show();
    }

    /// Gives the gesture up: back to where it began.
    public void cancel() {
        history.cancel();
        show();
    }

    public void undo() {
        history.undo();
        show();
    }

    public void redo() {
        history.redo();
        show();
    }

    private void show() {
        undoName.set(history.undoName().orElse(""));
        redoName.set(history.redoName().orElse(""));
        song.set(history.current());
    }
}
