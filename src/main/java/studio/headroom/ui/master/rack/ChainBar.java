package studio.headroom.ui.master.rack;

import javafx.beans.InvalidationListener;
import javafx.scene.layout.StackPane;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.theme.Look;

/// The bar of the mastering chain: its effects in order with how far each goes, presets, the slots A to D, bypass at
/// equal loudness, and the door to the assistant. Follows scale and theme. UI thread.
public final class ChainBar extends StackPane implements AutoCloseable {
    private final Look look;
    private final RackModel rack;
    private final Runnable assistant;
    private final Commands commands;
    /// Held here, since the look holds it weakly.
    private final InvalidationListener rebuild = _ -> rebuild();
    private ChainLine line;

    /// @param assistant opens the assistant
    /// @param commands tell the keys that do the same
    public ChainBar(Look look, RackModel rack, Runnable assistant, Commands commands) {
        this.look = look;
        this.rack = rack;
        this.assistant = assistant;
        this.commands = commands;
        line = new ChainLine(look, rack, assistant, commands);
        getChildren().setAll(line);
        look.watch(rebuild);
    }

    private void rebuild() {
        line.close();
        line = new ChainLine(look, rack, assistant, commands);
        getChildren().setAll(line);
    }

    @Override
    public void close() {
        line.close();
    }
}
