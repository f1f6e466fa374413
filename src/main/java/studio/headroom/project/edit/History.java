package studio.headroom.project.edit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Project;

/// A project and the steps by which it came about, to go back and forward. One thread at a time.
///
/// Every step holds the whole project after it; as projects are immutable and share what did not change, a step
/// costs what it changed. A gesture (the drag of a fader, a pass of automation) is one step, however many edits it
/// makes.
///
/// Mix snapshots are kept beside the steps: what changes nothing else is no step, and going back leaves them as they
/// are.
public final class History {
    public static final int DEFAULT_DEPTH = 10_000;

    private final int depth;
    private final InstantSource clock;
    /// The state that the oldest step leads away from, then one for each step.
    private final List<State> states = new ArrayList<>();
    private int position;
    private Project current;
    private Project saved;
    private @Nullable Gesture gesture;
    private String series = "";

    /// A step.
    ///
    /// @param at when it was made; of a gesture, when it ended
    public record Step(String name, Instant at) {}

    /// A project and the step that led to it.
    private record State(Step step, Project project) {}

    private record Gesture(String name, boolean named, Project start) {}

    public History(Project start) {
        this(start, DEFAULT_DEPTH);
    }

    /// @param start counts as saved
    /// @param depth steps that can be undone, at least 1; older ones are forgotten
    public History(Project start, int depth) {
        this(start, depth, InstantSource.system());
    }

    /// @param clock says when steps are made
    public History(Project start, int depth, InstantSource clock) {
        if (depth < 1) {
            throw new IllegalArgumentException("a history of " + depth + " steps is none");
        }
        this.current = start;
        this.saved = start;
        this.depth = depth;
        this.clock = clock;
        states.add(new State(new Step("", clock.instant()), start));
    }

    public Project current() {
        return current;
    }

    /// Makes a step, or a part of the present gesture. What changes nothing is no step. When the edit is not
    /// possible its exception is passed on, and nothing has changed.
    ///
    /// @return the project after it
    public Project apply(Edit edit) {
        return apply(edit, "");
    }

    /// As [#apply(Edit)], but edits of one series that follow each other directly are one step under the name of the
    /// last: turns of a wheel, presses of a key.
    ///
    /// @param of which series; empty for none
    public Project apply(Edit edit, String of) {
        Project before = current;
        Project next = edit.apply(before);
        if (next.equals(before)) {
            return before;
        }
        if (sameSong(before, next)) {
            current = next;
            return next;
        }
        String name = edit.nameIn(before);
        current = next;
        if (gesture != null) {
            gesture = gesture.named() ? gesture : new Gesture(name, false, gesture.start());
        } else if (!of.isEmpty() && of.equals(series) && position == states.size() - 1 && position > 0) {
            replaceLast(name);
        } else {
            push(name);
            series = of;
        }
        return next;
    }

    /// From here to [#end], all edits are one step with this name.
    ///
    /// @throws IllegalStateException when a gesture is going on
    public void begin(String name) {
        begin(new Gesture(name, true, current));
    }

    /// From here to [#end], all edits are one step with the name of the last of them.
    ///
    /// @throws IllegalStateException when a gesture is going on
    public void begin() {
        begin(new Gesture("", false, current));
    }

    private void begin(Gesture begun) {
        if (gesture != null) {
            throw new IllegalStateException("'" + gesture.name() + "' has not ended");
        }
        gesture = begun;
        series = "";
    }

    /// Ends the gesture, if there is one. One that came back to where it began is no step.
    public void end() {
        Gesture ended = gesture;
        gesture = null;
        series = "";
        if (ended != null && !sameSong(ended.start(), current)) {
            push(ended.name());
        }
    }

    /// Gives the gesture up, if there is one: back to where it began, with no step.
    public Project cancel() {
        if (gesture != null) {
            current = withSnapshotsOf(current, gesture.start());
            gesture = null;
        }
        return current;
    }

    /// Takes the last step back; a gesture that is going on ends first. Without steps nothing happens.
    public Project undo() {
        end();
        return go(position - 1);
    }

    /// Makes the step again that was taken back last. Without one nothing happens.
    public Project redo() {
        end();
        return go(position + 1);
    }

    /// The names of all steps, the oldest first: those that can be taken back and those that can be made again.
    public List<String> names() {
        return steps().stream().map(Step::name).toList();
    }

    /// As [#names], with the time of each.
    public List<Step> steps() {
        return states.stream().skip(1).map(State::step).toList();
    }

    /// How many of [#names] are made.
    public int position() {
        return position;
    }

    /// Goes to where so many of [#names] are made; a gesture that is going on ends first.
    ///
    /// @throws IndexOutOfBoundsException when there are not so many
    public Project jump(int steps) {
        end();
        java.util.Objects.checkIndex(steps, states.size());
        return go(steps);
    }

    /// The name of the step that [#undo] takes back.
    public Optional<String> undoName() {
        if (gesture != null && !gesture.name().isEmpty()) {
            return Optional.of(gesture.name());
        }
        return position > 0 ? Optional.of(states.get(position).step().name()) : Optional.empty();
    }

    /// The name of the step that [#redo] makes again.
    public Optional<String> redoName() {
        return position + 1 < states.size()
                ? Optional.of(states.get(position + 1).step().name())
                : Optional.empty();
    }

    /// Names of the steps that can be taken back, the last one first.
    public List<String> undoNames() {
        return names().subList(0, position).reversed();
    }

    /// Names of the steps that can be made again, the next one first.
    public List<String> redoNames() {
        return names().subList(position, states.size() - 1);
    }

    /// What was saved.
    public void markSaved(Project project) {
        saved = project;
    }

    /// Whether the present song is what was saved, by whatever way it was come to.
    public boolean isSaved() {
        return current.equals(saved);
    }

    private void push(String name) {
        states.subList(position + 1, states.size()).clear();
        states.add(new State(new Step(name, clock.instant()), current));
        if (states.size() > depth + 1) {
            states.removeFirst();
        }
        position = states.size() - 1;
    }

    /// A series that came back to where it began is no step.
    private void replaceLast(String name) {
        states.removeLast();
        position--;
        if (sameSong(states.getLast().project(), current)) {
            series = "";
        } else {
            push(name);
        }
    }

    private Project go(int to) {
        if (to >= 0 && to < states.size()) {
            position = to;
            current = withSnapshotsOf(current, states.get(to).project());
            series = "";
        }
        return current;
    }

    private static boolean sameSong(Project one, Project other) {
        return withSnapshotsOf(one, other).equals(one);
    }

    private static Project withSnapshotsOf(Project owner, Project project) {
        return project.snapshots().equals(owner.snapshots()) ? project : project.withSnapshots(owner.snapshots());
    }
}
