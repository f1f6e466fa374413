package studio.headroom.ui.shell;

import studio.headroom.engine.monitor.MonitorControls.Listen;

/// The parts of what is heard that one can listen to alone, in the words of commands and menus.
enum MonitorWords {
    MIDDLE(Listen.MID, "Listen to the middle alone"),
    SIDES(Listen.SIDE, "Listen to the sides alone"),
    LEFT(Listen.LEFT, "Listen to the left side alone"),
    RIGHT(Listen.RIGHT, "Listen to the right side alone"),
    SWAPPED(Listen.SWAP, "Listen with left and right exchanged");

    private final Listen listen;
    private final String words;

    MonitorWords(Listen listen, String words) {
        this.listen = listen;
        this.words = words;
    }

    Listen listen() {
        return listen;
    }

    String words() {
        return words;
    }

    /// The id of its command.
    String command() {
        return "transport.listen" + name().charAt(0) + name().substring(1).toLowerCase(java.util.Locale.ROOT);
    }
}
