package studio.headroom.ui.master;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/// What of the master is heard, and how loud. It belongs to the listener: nothing of it reaches a file, and nothing of
/// it is undone. UI thread.
public final class Hearing {
    private final BooleanProperty bypass = new SimpleBooleanProperty();
    private final BooleanProperty matched = new SimpleBooleanProperty(true);
    private final StringProperty reference = new SimpleStringProperty("");
    private final StringProperty otherPrint = new SimpleStringProperty("");
    private final BooleanProperty other = new SimpleBooleanProperty();
    private final DoubleProperty playbackDb = new SimpleDoubleProperty();

    /// Whether the print is heard without the chain.
    public BooleanProperty bypass() {
        return bypass;
    }

    /// Whether all that is compared is heard at one loudness: that of the print, for turning down cannot clip.
    public BooleanProperty matched() {
        return matched;
    }

    /// The id of the reference that is heard in place of the master, or empty.
    public StringProperty reference() {
        return reference;
    }

    /// The name of the print that the chosen one is compared with, or empty.
    public StringProperty otherPrint() {
        return otherPrint;
    }

    /// Whether that other print is heard in place of the chosen one.
    public BooleanProperty other() {
        return other;
    }

    /// By how much the master is played louder or softer, in dB, to be heard as loud as a service will play it; 0 for
    /// as it is.
    public DoubleProperty playbackDb() {
        return playbackDb;
    }
}
