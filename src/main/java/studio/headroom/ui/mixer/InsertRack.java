package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Region;
import studio.headroom.ui.theme.Look;

/// The effects of a strip.
final class InsertRack extends SlotRack implements InsertSlot.Hands {
    private static final int LEAST = 3;

    private final Look look;
    private final StripModel strip;
    private final StripHands hands;
    private List<String> shown = List.of();

    InsertRack(Look look, StripModel strip, StripHands hands) {
        super(look);
        this.look = look;
        this.strip = strip;
        this.hands = hands;
    }

    /// Looks at the strip again.
    void refresh() {
        List<String> now = strip.inserts().stream()
                .map(insert -> insert.id() + " " + insert.label())
                .toList();
        if (now.equals(shown) && !slots().isEmpty()) {
            return;
        }
        shown = now;
        List<InsertSlot> slots = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            slots.add(new InsertSlot(look, strip, i, strip.inserts().get(i), false, this));
        }
        slots.add(new InsertSlot(look, strip, now.size(), null, true, this));
        int needed = slots.size();
        while (slots.size() < LEAST) {
            slots.add(new InsertSlot(look, strip, slots.size(), null, false, this));
        }
        set(slots, needed);
    }

    /// Where an effect that is dropped there would stand, or -1 when it is not over the effects.
    int indexAt(double sceneX, double sceneY) {
        var at = sceneToLocal(sceneX, sceneY);
        boolean beside = at.getX() < -look.px(4) || at.getX() > getWidth() + look.px(4);
        boolean off = at.getY() < -look.px(10) || at.getY() > getHeight() + look.px(8);
        if (!isVisible() || beside || off) {
            return -1;
        }
        int count = strip.inserts().size();
        for (int i = 0; i < Math.min(count, slots().size()); i++) {
            Region slot = slots().get(i);
            if (slot.getParent() != null && at.getY() < slot.getLayoutY() + slot.getHeight() / 2) {
                return i;
            }
        }
        return count;
    }

    /// Where the line stands that shows a place between effects, in the scene's coordinates.
    double lineY(int index) {
        Region slot = slots().get(Math.min(index, slots().size() - 1));
        double y = slot.getParent() == null ? getHeight() : slot.getLayoutY();
        return localToScene(0, y - look.px(0.5)).getY();
    }

    @Override
    public void add(InsertSlot slot, int index) {
        int strips = strip.mixer().actions().reach(strip.id());
        EffectPicker picker = EffectPicker.open(
                look, slot, type -> strip.mixer().actions().addInsertToAll(strip.id(), type.id(), index));
        if (strips > 1) {
            picker.search().setPromptText("Search effects for " + strips + " strips");
        }
    }

    @Override
    public void open(InsertModel insert) {
        hands.doors().openInsert(strip.id(), insert.id());
    }

    @Override
    public void menu(InsertSlot slot, InsertModel insert, double screenX, double screenY) {
        SlotMenu.of(look, strip, insert, slot, slot.index(), hands.doors()).show(slot, screenX, screenY);
    }

    @Override
    public void drag(InsertModel insert, double sceneX, double sceneY, boolean copy) {
        hands.dragInsert(insert, sceneX, sceneY, copy);
    }

    @Override
    public void drop(InsertModel insert, double sceneX, double sceneY, boolean copy) {
        hands.dropInsert(insert, sceneX, sceneY, copy);
    }

    @Override
    public void giveUp() {
        hands.giveUp();
    }
}
