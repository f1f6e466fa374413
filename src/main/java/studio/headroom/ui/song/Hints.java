package studio.headroom.ui.song;

import java.util.HashSet;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/// What the status bar says for a moment: why nothing happened, and what to do instead. UI thread.
public final class Hints {
    private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
    private final Set<String> said = new HashSet<>();

    /// What is said now; empty where nothing is.
    public ReadOnlyStringProperty words() {
        return words.getReadOnlyProperty();
    }

    public void say(String sentence) {
        // Said again, it is heard again.
        words.set("");
        words.set(sentence);
    }

    /// Says something that is worth saying once while a song is open.
    public void sayOnce(String sentence) {
        if (said.add(sentence)) {
            say(sentence);
        }
    }

    /// It has been read.
    public void clear() {
        words.set("");
    }
}
