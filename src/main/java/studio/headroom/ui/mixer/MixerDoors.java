package studio.headroom.ui.mixer;

import studio.headroom.engine.automation.Address;

/// What the mixer asks of the window that it is in.
public interface MixerDoors {
    /// Shows the editor of an effect.
    void openInsert(String strip, String insert);

    /// Shows the automation of a control.
    void showAutomation(Address address);

    /// Begins to print the mix.
    void print();
}
