package studio.headroom.ui.master.print;

import java.nio.file.Path;
import java.time.ZoneId;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.prints.Shelf;
import studio.headroom.ui.export.Exports;

/// What the card of the print asks of the program. UI thread.
public interface PrintDesk {
    /// The prints of the open song, newly looked at after each change.
    ObservableValue<Shelf> shelf();

    /// The print that is being made; its value is null while none is.
    ObservableValue<Exports.@Nullable Printing> printing();

    /// Prints the mix as it is, in the background.
    void print();

    /// Lets a person choose a sound file, and takes it over as a print.
    void takeOver();

    /// Shows a file where it lies, in the system's own window.
    void reveal(Path file);

    /// Whether there is a check to open.
    default boolean checks() {
        return false;
    }

    /// Checks the print and shows what is found.
    default void check() {}

    /// In which times are told.
    ZoneId zone();

    /// How many prints stay besides those that are kept, as the preferences say.
    int limit();
}
