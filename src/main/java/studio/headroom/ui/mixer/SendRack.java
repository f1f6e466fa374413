package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import studio.headroom.ui.theme.Look;

/// The sends of a strip.
final class SendRack extends SlotRack {
    private static final int LEAST = 3;

    private final Look look;
    private final StripModel strip;
    private List<Object> shown = List.of();

    SendRack(Look look, StripModel strip) {
        super(look);
        this.look = look;
        this.strip = strip;
    }

    /// Looks at the strip again.
    void refresh() {
        List<Object> now = new ArrayList<>();
        for (SendModel send : strip.sends()) {
            now.add(List.of(send, send.letter(), send.color(), send.send().preFader()));
        }
        if (now.equals(shown) && !slots().isEmpty()) {
            return;
        }
        shown = now;
        List<Region> slots = new ArrayList<>();
        for (SendModel send : strip.sends()) {
            SendSlot slot = new SendSlot(look, send);
            slot.setMoreItems(() -> SlotMenu.sendItems(look, strip, send));
            slots.add(slot);
        }
        slots.add(new EmptySend(look, strip, true));
        int needed = slots.size();
        while (slots.size() < LEAST) {
            slots.add(new EmptySend(look, strip, false));
        }
        set(slots, needed);
    }
}
