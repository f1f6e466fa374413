package studio.headroom.ui.shell;

import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.live.Lateness;
import studio.headroom.ui.song.SongOpener;

/// What happened that a person should know: shown under the top bar until closed. UI thread.
public final class Messages {
    /// More than that would push the work away; the oldest one leaves.
    static final int MOST = 3;

    public enum Kind {
        ERROR,
        WARNING,
        NOTICE
    }

    /// What a person can do about it.
    public record Action(String words, Runnable action) {}

    /// @param what what happened, to which file
    /// @param more what follows from it; may be empty
    /// @param actions what helps; each closes the message
    public record Message(Kind kind, String what, String more, List<Action> actions) {
        public Message {
            actions = List.copyOf(actions);
        }
    }

    private final ObservableList<Message> shown = FXCollections.observableArrayList();
    private final ObservableList<Message> view = FXCollections.unmodifiableObservableList(shown);
    /// What was said last of late sound, shown or closed.
    private @Nullable Late late;

    private record Late(Lateness why, Message message) {}

    /// The oldest first.
    public ObservableList<Message> shown() {
        return view;
    }

    /// Shows a message; one that says the same is replaced.
    public void show(Message message) {
        shown.removeIf(other -> other.what().equals(message.what()));
        if (shown.size() >= MOST) {
            shown.removeFirst();
        }
        shown.add(message);
    }

    public void error(String what, Action... actions) {
        show(of(Kind.ERROR, what, actions));
    }

    public void warning(String what, Action... actions) {
        show(of(Kind.WARNING, what, actions));
    }

    public void notice(String what, Action... actions) {
        show(of(Kind.NOTICE, what, actions));
    }

    /// The first sentence is what happened, the rest what follows.
    static Message of(Kind kind, String text, Action... actions) {
        int end = text.indexOf(". ");
        return end < 0
                ? new Message(kind, text, "", List.of(actions))
                : new Message(kind, text.substring(0, end + 1), text.substring(end + 2), List.of(actions));
    }

    /// Takes what is said of playing. What is said of late sound stands in one message, that of its worst cause.
    SongOpener.Notices ofPlaying() {
        return new SongOpener.Notices() {
            @Override
            public void notice(String message) {
                warning(message);
            }

            @Override
            public void late(Lateness why, String message) {
                tellLate(why, of(Kind.WARNING, message));
            }
        };
    }

    private void tellLate(Lateness why, Message message) {
        int at = late == null ? -1 : shown.indexOf(late.message);
        if (at >= 0 && late != null && late.why.compareTo(why) > 0) {
            return;
        }
        if (at >= 0) {
            shown.set(at, message);
        } else {
            show(message);
        }
        late = new Late(why, message);
    }

    public void close(Message message) {
        shown.remove(message);
    }

    public void clear() {
        shown.clear();
    }
}
