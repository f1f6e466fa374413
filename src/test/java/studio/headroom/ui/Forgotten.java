package studio.headroom.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;

/// Things that nothing is to keep once they have left the window.
public final class Forgotten {
    /// Far more than are needed: one collection frees what nobody holds, a frame lets go what was held to be drawn.
    private static final int COLLECTIONS = 50;

    private final Map<String, WeakReference<Object>> things = new LinkedHashMap<>();

    /// Remembers something, without keeping it.
    public Forgotten add(String what, Object thing) {
        things.put(what, new WeakReference<>(thing));
        return this;
    }

    /// All of it is gone.
    public void check(Scene scene) {
        // A scene knows what had the focus last, until something else has it.
        for (Node other : Fx.call(() -> scene.getRoot().lookupAll(".button"))) {
            Fx.run(other::requestFocus);
        }
        for (int i = 0; i < COLLECTIONS && things.values().stream().anyMatch(thing -> thing.get() != null); i++) {
            System.gc();
            Fx.settle();
        }
        assertThat(things)
                .allSatisfy((what, thing) -> assertThat(thing.get()).as(what).isNull());
    }
}
