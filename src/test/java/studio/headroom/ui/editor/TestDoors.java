package studio.headroom.ui.editor;

import java.util.ArrayList;
import java.util.List;
import studio.headroom.engine.automation.Address;

/// What editors asked of the window.
final class TestDoors implements EditorPane.Doors {
    final List<String> failures = new ArrayList<>();
    final List<Address> automation = new ArrayList<>();
    int left;

    @Override
    public void back() {
        left++;
    }

    @Override
    public void showAutomation(Address address) {
        automation.add(address);
    }

    @Override
    public void failed(String what) {
        failures.add(what);
    }
}
