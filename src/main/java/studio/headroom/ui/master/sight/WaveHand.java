package studio.headroom.ui.master.sight;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Span;
import studio.headroom.project.edit.SongEdits;

/// What the hand does on the waveform: goes to places, makes and stretches the loop, zooms and scrolls. UI thread.
final class WaveHand {
    private static final double EDGE = 6;
    private static final double NEAR = 6;
    private static final double THRESHOLD = 3;
    private static final double ZOOM = 1.25;
    private static final double SCROLL = 60;
    private static final double STEP_SECONDS = 1;

    private static final int SEMITONE_ROWS = 2;
    private static final int OCTAVE_ROWS = 24;

    private enum Action {
        NONE,
        LOCATE,
        LOOP_NEW,
        LOOP_START,
        LOOP_END,
        LOOP_MOVE
    }

    private final WaveView view;
    private final SightModel model;
    private Action action = Action.NONE;
    private double pressX;
    private boolean moved;
    private @Nullable Span before;
    private @Nullable Span dragged;

    WaveHand(WaveView view, SightModel model) {
        this.view = view;
        this.model = model;
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        view.addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> release());
        view.addEventHandler(ScrollEvent.SCROLL, this::scroll);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
    }

    private double units(double px) {
        return px / view.factor();
    }

    private void press(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        view.requestFocus();
        double x = units(event.getX());
        double y = units(event.getY());
        pressX = x;
        moved = false;
        before = view.loop();
        dragged = null;
        action = y < WaveView.SECTIONS || event.isShiftDown() ? loopAction(x) : Action.LOCATE;
        if (action == Action.LOCATE) {
            model.locate(view.zoom().frameAt(x));
        }
    }

    private Action loopAction(double x) {
        Span loop = before;
        if (loop == null) {
            return Action.LOOP_NEW;
        }
        double left = view.zoom().x(loop.start());
        double right = view.zoom().x(loop.end());
        if (Math.abs(x - left) <= EDGE) {
            return Action.LOOP_START;
        }
        if (Math.abs(x - right) <= EDGE) {
            return Action.LOOP_END;
        }
        return x > left && x < right ? Action.LOOP_MOVE : Action.LOOP_NEW;
    }

    private void drag(MouseEvent event) {
        double x = units(event.getX());
        moved |= Math.abs(x - pressX) > THRESHOLD;
        if (action == Action.NONE || !moved) {
            return;
        }
        if (action == Action.LOCATE) {
            model.locate(view.zoom().frameAt(x));
            return;
        }
        boolean free = event.isShortcutDown();
        Span loop = before;
        long at = snapped(x, free);
        Span now = null;
        if (action == Action.LOOP_NEW || loop == null) {
            now = span(snapped(pressX, free), at);
        } else if (action == Action.LOOP_START) {
            now = span(at, loop.end());
        } else if (action == Action.LOOP_END) {
            now = span(loop.start(), at);
        } else {
            long by = Math.round((x - pressX) * view.zoom().framesPerUnit());
            long from = Math.clamp(loop.start() + by, 0, Math.max(0, view.frames() - loop.length()));
            now = new Span(from, from + loop.length());
        }
        if (now != null) {
            dragged = now;
            view.showLoop(now);
        }
    }

    private static @Nullable Span span(long one, long other) {
        return one == other ? null : new Span(Math.min(one, other), Math.max(one, other));
    }

    /// A frame of the print; the beginning of a section or the playhead where one is near.
    private long snapped(double x, boolean free) {
        long frame = view.zoom().frameAt(x);
        if (free) {
            return frame;
        }
        double reach = NEAR * view.zoom().framesPerUnit();
        long best = frame;
        double nearest = reach;
        for (PrintSection section : view.sections()) {
            for (long edge : new long[] {section.from(), section.to()}) {
                if (Math.abs(edge - frame) <= nearest) {
                    nearest = Math.abs(edge - frame);
                    best = edge;
                }
            }
        }
        long playhead = model.position();
        return Math.abs(playhead - frame) < nearest ? playhead : best;
    }

    private void release() {
        Span made = dragged;
        if (made != null) {
            set(made);
        } else if (action == Action.LOOP_MOVE && !moved) {
            var looping = model.session().song().playback().looping();
            looping.set(!looping.get());
        } else if (action == Action.LOOP_NEW && !moved) {
            model.locate(view.zoom().frameAt(pressX));
        }
        action = Action.NONE;
        dragged = null;
        view.showLoop(null);
    }

    /// Makes a range of the print the song's loop, and plays it over and over.
    private void set(Span range) {
        long from = model.toSong(range.start());
        Span loop = new Span(from, Math.max(from + 1, model.toSong(range.end())));
        if (model.session().song().history().apply(SongEdits.loop(loop))) {
            model.session().song().playback().looping().set(true);
        }
    }

    private void scroll(ScrollEvent event) {
        double notches = event.getDeltaY() / (event.getMultiplierY() > 0 ? event.getMultiplierY() : 40);
        double sideways = event.getDeltaX() / (event.getMultiplierX() > 0 ? event.getMultiplierX() : 40);
        if (event.isShiftDown() || Math.abs(sideways) > Math.abs(notches)) {
            view.zoom().scrollBy(-(sideways != 0 ? sideways : notches) * SCROLL);
        } else {
            view.zoom().zoom(Math.pow(ZOOM, notches), units(event.getX()));
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        long step = Math.round(STEP_SECONDS * (event.isShiftDown() ? 0.1 : 1) * model.rate());
        if (event.isShortcutDown() || event.isAltDown()) {
            return;
        }
        switch (event.getCode()) {
            case LEFT -> model.step(-step, view.frames());
            case RIGHT -> model.step(step, view.frames());
            case UP -> view.readHigher(event.isShiftDown() ? OCTAVE_ROWS : SEMITONE_ROWS);
            case DOWN -> view.readHigher(event.isShiftDown() ? -OCTAVE_ROWS : -SEMITONE_ROWS);
            case PLUS, ADD, EQUALS -> view.zoom().zoom(ZOOM, view.zoom().x(model.position()));
            case MINUS, SUBTRACT -> view.zoom().zoom(1 / ZOOM, view.zoom().x(model.position()));
            case DIGIT0, NUMPAD0 -> view.zoom().all();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void menu(ContextMenuEvent event) {
        ContextMenu menu = new ContextMenu();
        long at = view.zoom().frameAt(units(event.getX()));
        view.sections().stream()
                .filter(section -> at >= section.from() && at < section.to())
                .findFirst()
                .ifPresent(section -> {
                    menu.getItems()
                            .add(item("Loop " + section.name(), () -> set(new Span(section.from(), section.to()))));
                    menu.getItems()
                            .add(item(
                                    "Zoom to " + section.name(),
                                    () -> view.zoom().fit(section.from(), section.to())));
                });
        Span loop = view.loop();
        if (loop != null) {
            menu.getItems().add(item("Zoom to the loop", () -> view.zoom().fit(loop.start(), loop.end())));
            menu.getItems()
                    .add(item(
                            "Remove the loop",
                            () -> model.session().song().history().apply(SongEdits.loop(null))));
        }
        menu.getItems().add(item("Show the whole print", view.zoom()::all));
        menu.show(view, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
