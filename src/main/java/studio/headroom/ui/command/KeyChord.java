package studio.headroom.ui.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// A key with what is held beside it.
///
/// @param shortcut Ctrl, on macOS Command
public record KeyChord(KeyCode code, boolean shortcut, boolean shift, boolean alt) {
    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");

    public static KeyChord key(KeyCode code) {
        return new KeyChord(code, false, false, false);
    }

    public static KeyChord shortcut(KeyCode code) {
        return new KeyChord(code, true, false, false);
    }

    public KeyChord withShift() {
        return new KeyChord(code, shortcut, true, alt);
    }

    public KeyChord withAlt() {
        return new KeyChord(code, shortcut, shift, true);
    }

    /// What was pressed. A question mark is that of every keyboard, wherever it lies.
    public static KeyChord of(KeyEvent event) {
        boolean question = "?".equals(event.getText());
        return new KeyChord(
                question ? KeyCode.SLASH : event.getCode(),
                event.isShortcutDown(),
                question || event.isShiftDown(),
                event.isAltDown());
    }

    /// The chord as settings keep it: `Ctrl+Shift+Z`, the same on every system.
    public String text() {
        List<String> parts = held("Ctrl", "Shift", "Alt");
        parts.add(code.getName());
        return String.join("+", parts);
    }

    /// The chord as people read it on this system.
    public String shown() {
        if (code == KeyCode.SLASH && shift && !shortcut && !alt) {
            return "?";
        }
        List<String> parts = MAC ? held("⌘", "⇧", "⌥") : held("Ctrl", "Shift", "Alt");
        parts.add(name(code));
        return String.join(MAC ? "" : "+", parts);
    }

    private List<String> held(String control, String shifted, String alternate) {
        List<String> parts = new ArrayList<>();
        if (shortcut) {
            parts.add(control);
        }
        if (alt) {
            parts.add(alternate);
        }
        if (shift) {
            parts.add(shifted);
        }
        return parts;
    }

    private static String name(KeyCode code) {
        return switch (code) {
            case PERIOD -> ".";
            case COMMA -> ",";
            case SLASH -> "/";
            case PLUS -> "+";
            case MINUS -> "−";
            case EQUALS -> "=";
            case LEFT -> "←";
            case RIGHT -> "→";
            case UP -> "↑";
            case DOWN -> "↓";
            case ESCAPE -> "Esc";
            case DELETE -> "Del";
            case BACK_SPACE -> "Backspace";
            case OPEN_BRACKET -> "[";
            case CLOSE_BRACKET -> "]";
            default -> code.getName();
        };
    }

    /// The chord that [#text()] wrote, or nothing where no key is called so.
    public static Optional<KeyChord> parse(String text) {
        List<String> parts = Arrays.asList(text.strip().split("\\+", -1));
        KeyCode code = KeyCode.getKeyCode(parts.getLast());
        List<String> held = parts.subList(0, parts.size() - 1);
        if (code == null || !List.of("Ctrl", "Shift", "Alt").containsAll(held)) {
            return Optional.empty();
        }
        return Optional.of(new KeyChord(code, held.contains("Ctrl"), held.contains("Shift"), held.contains("Alt")));
    }
}
