package studio.headroom.ui.mixer;

import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import studio.headroom.engine.automation.Address;
import studio.headroom.mastering.PrintCheck;

/// What the mixer asks of the window that it is in.
public interface MixerDoors {
    /// Shows the editor of an effect.
    void openInsert(String strip, String insert);

    /// Shows the automation of a control.
    void showAutomation(Address address);

    /// Begins to print the mix.
    void print();

    /// Whether there is a print, and whether it sounds as the mix does now.
    default ObservableValue<PrintCheck.State> printState() {
        return new SimpleObjectProperty<>(PrintCheck.State.NONE);
    }
}
