package studio.headroom.ui.shell;

import studio.headroom.ui.theme.Look;

/// Layers for dialogs without the rest of the shell.
public final class Overlays {
    private Overlays() {}

    public static Overlay of(Look look) {
        return new Overlay(look);
    }
}
