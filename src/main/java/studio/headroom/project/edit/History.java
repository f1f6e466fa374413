package studio.headroom.project.edit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Project;

/// A project and the steps by which it came about, to go back and forward. One thread at a time.
///
/// Every step holds the whole project before it; as projects are immutable and share what did not change, a step
/// costs what it changed. A gesture (the drag of a fader, a pass of automation) is one step, however many edits it
/// makes.
public final class History {
    public static final int DEFAULT_DEPTH = 1_000;

    private final int depth;
    private final Deque<Step> undo = new ArrayDeque<>();
    private final Deque<Step> redo = new ArrayDeque<>();
    private Project current;
    private @Nullable Step gesture;

    /// A name and the project on the other side of the step.
    private record Step(String name, Project project) {}

    public History(Project start) {
        this(start, DEFAULT_DEPTH);
    }

    /// @param depth steps that can be undone, at least 1; older ones are forgotten
    public History(Project start, int depth) {
        if (depth < 1) {
            throw new IllegalArgumentException("a history of " + depth + " steps is none");
        }
        this.current = start;
        this.depth = depth;
    }

    public Project current() {
        return current;
    }

    /// Makes a step, or a part of the present gesture. What changes nothing is no step. When the edit is not
    /// possible its exception is passed on, and nothing has changed.
    ///
    /// @return the project after it
    public Project apply(Edit edit) {
        Project next = edit.apply(current);
        if (next.equals(current)) {
            return current;
        }
        if (gesture == null) {
            push(new Step(edit.name(), current));
        }
        current = next;
        return current;
    }

    /// From here to [#end], all edits are one step.
    ///
    /// @throws IllegalStateException when a gesture is going on
    public void begin(String name) {
        if (gesture != null) {
            throw new IllegalStateException("'" + gesture.name() + "' has not ended");
        }
        gesture = new Step(name, current);
    }

    /// Ends the gesture, if there is one. One that came back to where it began is no step.
    public void end() {
        Step ended = gesture;
        gesture = null;
        if (ended != null && !ended.project().equals(current)) {
            push(ended);
        }
    }

    /// Gives the gesture up, if there is one: back to where it began, with no step.
    public Project cancel() {
        if (gesture != null) {
            current = gesture.project();
            gesture = null;
        }
        return current;
    }

    /// Takes the last step back; a gesture that is going on ends first. Without steps nothing happens.
    public Project undo() {
        end();
        return swap(undo, redo);
    }

    /// Makes the step again that was taken back last. Without one nothing happens.
    public Project redo() {
        end();
        return swap(redo, undo);
    }

    /// The name of the step that [#undo] takes back.
    public Optional<String> undoName() {
        return gesture != null
                ? Optional.of(gesture.name())
                : Optional.ofNullable(undo.peekLast()).map(Step::name);
    }

    /// The name of the step that [#redo] makes again.
    public Optional<String> redoName() {
        return Optional.ofNullable(redo.peekLast()).map(Step::name);
    }

    /// Names of the steps that can be taken back, the last one first.
    public List<String> undoNames() {
        return undo.reversed().stream().map(Step::name).toList();
    }

    /// Names of the steps that can be made again, the next one first.
    public List<String> redoNames() {
        return redo.reversed().stream().map(Step::name).toList();
    }

    private void push(Step step) {
        redo.clear();
        undo.addLast(step);
        if (undo.size() > depth) {
            undo.removeFirst();
        }
    }

    private Project swap(Deque<Step> from, Deque<Step> to) {
        Step step = from.pollLast();
        if (step != null) {
            to.addLast(new Step(step.name(), current));
            current = step.project();
        }
        return current;
    }
}
