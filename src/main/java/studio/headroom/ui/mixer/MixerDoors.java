package studio.headroom.ui.mixer;

import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import studio.headroom.engine.automation.Address;
import studio.headroom.mastering.PrintCheck;
import studio.headroom.ui.command.Commands;

/// What the mixer asks of the window that it is in.
public interface MixerDoors {
    /// Shows the editor of an effect.
    void openInsert(String strip, String insert);

    /// Shows the automation of a control.
    void showAutomation(Address address);

    /// Begins to print the mix.
    void print();

    /// The commands of the program with their keys, where there are any.
    default Optional<Commands> commands() {
        return Optional.empty();
    }

    /// Whether there is a print, and whether it sounds as the mix does now.
    default ObservableValue<PrintCheck.State> printState() {
        return new SimpleObjectProperty<>(PrintCheck.State.NONE);
    }
}
