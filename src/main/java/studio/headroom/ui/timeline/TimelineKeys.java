package studio.headroom.ui.timeline;

import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// What the keys do while the timeline has the focus. UI thread.
final class TimelineKeys {
    private final TimelineModel model;
    private final TimelineActions actions;
    private final TimelineHand hand;

    private final TimelinePanels panels;
    private final ClipMenu clips;
    private final TimelineMenus menus;

    TimelineKeys(
            TimelineModel model,
            TimelineActions actions,
            TimelineHand hand,
            TimelinePanels panels,
            ClipMenu clips,
            TimelineMenus menus) {
        this.model = model;
        this.actions = actions;
        this.hand = hand;
        this.panels = panels;
        this.clips = clips;
        this.menus = menus;
    }

    /// @return whether the key means something here
    boolean press(KeyEvent event) {
        boolean control = event.isShortcutDown() || event.isControlDown();
        if (event.isAltDown()) {
            return arrows(event.getCode(), true, event.isShiftDown());
        }
        return control ? withControl(event.getCode(), event.isShiftDown()) : plain(event.getCode(), event.isShiftDown());
    }

    private boolean withControl(KeyCode code, boolean shift) {
        if (shift && code != KeyCode.UP && code != KeyCode.DOWN) {
            return false;
        }
        switch (code) {
            case UP, DOWN -> {
                int step = code == KeyCode.UP ? 1 : -1;
                if (shift) {
                    actions.taller(step);
                } else {
                    actions.higher(step);
                }
            }
            case D -> actions.duplicate();
            case J -> actions.join();
            case C -> actions.copy();
            case X -> actions.cut();
            case V -> actions.paste();
            case A -> actions.selectAll();
            case DELETE, BACK_SPACE -> actions.rippleDelete();
            case PLUS, EQUALS, ADD -> actions.zoom(1);
            case MINUS, SUBTRACT -> actions.zoom(-1);
            case LEFT -> actions.toMarker(-1);
            case RIGHT -> actions.toMarker(1);
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean plain(KeyCode code, boolean shift) {
        switch (code) {
            case S -> {
                if (shift) {
                    actions.clips().splitAtTime();
                } else {
                    actions.split();
                }
            }
            case DELETE, BACK_SPACE -> actions.delete();
            case Z -> {
                if (shift) {
                    actions.zoomToSong();
                } else {
                    actions.zoomToSelection();
                }
            }
            case PLUS, EQUALS, ADD -> actions.zoom(1);
            case MINUS, SUBTRACT -> actions.zoom(-1);
            case L -> actions.loop();
            case N -> model.snapping(!model.snapping());
            case DIGIT1 -> model.tool(TimelineModel.Tool.POINTER);
            case DIGIT2 -> model.tool(TimelineModel.Tool.SCISSORS);
            case DIGIT3 -> model.tool(TimelineModel.Tool.DRAW);
            case ESCAPE -> {
                if (!hand.cancel()) {
                    actions.selectNothing();
                }
            }
            default -> {
                return marksOrArrows(code, shift);
            }
        }
        return true;
    }

    private boolean marksOrArrows(KeyCode code, boolean shift) {
        boolean chosen =
                !model.selection().clips().get().isEmpty() || !model.points().isEmpty();
        if (code == KeyCode.M && shift) {
            actions.muteClips();
            return true;
        }
        if (code == KeyCode.M && !chosen) {
            actions.marker();
            return true;
        }
        return shift ? shifted(code) || chosen && arrows(code, false, true) : more(code, chosen);
    }

    private boolean shifted(KeyCode code) {
        switch (code) {
            case A -> actions.lanes().hideAll();
            case F -> actions.clips().selectFollowing();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean more(KeyCode code, boolean chosen) {
        switch (code) {
            case A -> actions.lanes().showAutomated();
            case F -> actions.nextFollow();
            case T -> panels.tempo();
            case Q -> model.modes().nextRipple();
            case P -> model.lanes(selectedStrip()).stream()
                    .findFirst()
                    .ifPresent(actions.lanes()::pointAtPlayhead);
            default -> {
                return chosen && (ofClips(code) || arrows(code, false, false));
            }
        }
        return true;
    }

    private String selectedStrip() {
        var strips = model.selection().strips().get();
        return strips.isEmpty() ? "" : strips.getLast();
    }

    private boolean ofClips(KeyCode code) {
        switch (code) {
            case R -> actions.reverse();
            case X -> actions.clips().crossFade();
            case OPEN_BRACKET -> actions.clips().fadeToPlayhead(true);
            case CLOSE_BRACKET -> actions.clips().fadeToPlayhead(false);
            case F2 -> clips.rename();
            case G -> {
                if (actions.lanes().hasPoints()) {
                    menus.typeValue();
                } else {
                    clips.typeGain();
                }
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    /// Arrows move what is selected: by the grid, and with Shift finely. With Alt, left and right go from clip to clip.
    private boolean arrows(KeyCode code, boolean alt, boolean shift) {
        switch (code) {
            case LEFT, RIGHT -> {
                int step = code == KeyCode.LEFT ? -1 : 1;
                if (alt) {
                    actions.neighborClip(step);
                } else {
                    actions.nudge(step, shift);
                }
            }
            case UP -> actions.raise(1, shift);
            case DOWN -> actions.raise(-1, shift);
            default -> {
                return false;
            }
        }
        return true;
    }
}
