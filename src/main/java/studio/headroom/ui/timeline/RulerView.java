package studio.headroom.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Marker;
import studio.headroom.project.Span;
import studio.headroom.project.edit.SongEdits;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TrackColor;
import studio.headroom.ui.theme.TypeRole;

/// Above the lanes: the row of markers, the loop, the ruler. UI thread.
final class RulerView extends KitControl {
    private final TimelineModel model;
    private final TimelineHand hand;
    private Runnable refresh = this::repaint;
    private double pointerX;
    private @Nullable TextField entry;

    RulerView(Look look, TimelineModel model, TimelineHand hand) {
        super(look);
        this.model = model;
        this.hand = hand;
        setAccessibleRole(AccessibleRole.NODE);
        setAccessibleText("Ruler, markers and loop");
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            pointerX = event.getX() / look.factor();
            hand.drag(
                    pointerX,
                    event.getY() / look.factor(),
                    event.isShiftDown(),
                    event.isShortcutDown() || event.isControlDown(),
                    event.isAltDown());
            refresh.run();
        });
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> {
            hand.release();
            refresh.run();
        });
        addEventHandler(ScrollEvent.SCROLL, event -> LanesView.scroll(event, look, model));
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
    }

    /// @param action lets the whole timeline be painted with the next frame
    void onChange(Runnable action) {
        refresh = action;
    }

    void paintAtOnce() {
        paintNow();
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        pointerX = event.getX() / look().factor();
        double y = event.getY() / look().factor();
        Optional<Marker> marker = y < RulerDrag.MARKERS ? RulerDrag.at(flags(), pointerX) : Optional.empty();
        if (event.getClickCount() == 2 && y < RulerDrag.MARKERS) {
            hand.cancel();
            if (marker.isPresent()) {
                rename(marker.get());
            } else {
                long frame = model.snapped(model.scale().frameAt(pointerX), java.util.Set.of(), event.isControlDown());
                model.apply(SongEdits.addMarker(
                        frame, "Marker " + (model.song().markers().size() + 1)));
            }
        } else {
            hand.pressRuler(pointerX, y, flags());
        }
        event.consume();
    }

    private void menu(ContextMenuEvent event) {
        double x = event.getX() / look().factor();
        double y = event.getY() / look().factor();
        ContextMenu menu = new ContextMenu();
        Optional<Marker> marker = y < RulerDrag.MARKERS ? RulerDrag.at(flags(), x) : Optional.empty();
        marker.ifPresent(there -> {
            menu.getItems().add(item("Rename…", () -> rename(there)));
            menu.getItems()
                    .add(item(
                            there.section() ? "No section begins here" : "A section begins here",
                            () -> model.apply(SongEdits.section(there.id(), !there.section()))));
            menu.getItems().add(item("Delete marker", () -> model.apply(SongEdits.removeMarker(there.id()))));
        });
        if (marker.isEmpty()) {
            long frame = model.snapped(model.scale().frameAt(x), java.util.Set.of(), false);
            menu.getItems()
                    .add(item(
                            "Marker here",
                            () -> model.apply(SongEdits.addMarker(
                                    frame, "Marker " + (model.song().markers().size() + 1)))));
            menu.getItems()
                    .add(item(
                            model.rulerUnit() == Ruler.Unit.BARS ? "Show time" : "Show bars and beats",
                            () -> model.rulerUnit(
                                    model.rulerUnit() == Ruler.Unit.BARS ? Ruler.Unit.TIME : Ruler.Unit.BARS)));
            if (model.song().loop() != null) {
                menu.getItems().add(item("Remove the loop", () -> model.apply(SongEdits.loop(null))));
            }
        }
        menu.show(this, event.getScreenX(), event.getScreenY());
        event.consume();
    }

    private static MenuItem item(String words, Runnable action) {
        MenuItem item = new MenuItem(words);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// A field over a marker's flag to type its name.
    private void rename(Marker marker) {
        closeEntry();
        TextField field = new TextField(marker.name());
        field.getStyleClass().add("hr-entry");
        field.setAccessibleText("Name of marker " + marker.name());
        field.setManaged(false);
        field.resizeRelocate(look().px(Math.max(0, model.scale().x(marker.frame()))), 0, look().px(140), look().px(20));
        entry = field;
        getChildren().add(field);
        field.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                String name = field.getText().strip();
                closeEntry();
                if (!name.isEmpty() && !name.equals(marker.name())) {
                    model.apply(SongEdits.renameMarker(marker.id(), name));
                }
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                closeEntry();
                event.consume();
            }
        });
        field.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                closeEntry();
            }
        });
        field.selectAll();
        field.requestFocus();
    }

    private void closeEntry() {
        TextField open = entry;
        entry = null;
        if (open != null) {
            getChildren().remove(open);
        }
    }

    /// Where the flags of the markers that are seen lie.
    private List<RulerDrag.Flag> flags() {
        List<RulerDrag.Flag> flags = new ArrayList<>();
        for (Marker marker : model.song().markers()) {
            double x = model.scale().x(marker.frame());
            double width = TextSize.width(look(), TypeRole.LETTER, marker.name()) / look().factor() + 16;
            if (x + width > 0 && x < model.scale().width()) {
                flags.add(new RulerDrag.Flag(marker, x, width));
            }
        }
        return flags;
    }

    @Override
    protected double unitWidth() {
        return 600;
    }

    @Override
    protected double unitHeight() {
        return RulerDrag.HEIGHT;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        p.fill(0, 0, w, h, Token.BG_2.color());
        p.across(0, h - 1, w, Token.LINE_0.color());
        p.across(0, 22, w, Token.LINE_1.color());
        p.across(0, 30, w, Token.LINE_1.color());
        Span loop = model.song().loop();
        if (loop != null) {
            loop(p, loop, w);
        }
        Span time = model.time();
        if (time != null) {
            double left = Math.max(0, model.scale().x(time.start()));
            double right = Math.min(w, model.scale().x(time.end()));
            p.fill(left, 31, Math.max(0, right - left), h - 32, Token.WHITE.alpha(0.10));
        }
        for (Ruler.Tick tick : Ruler.ticks(model.rulerUnit(), model.scale(), model.grid())) {
            boolean major = tick.major();
            p.down(tick.x(), major ? 40 : 48, h - 1 - (major ? 40 : 48), (major ? Token.LINE_3 : Token.LINE_2).color());
            if (major) {
                p.left(tick.x() + 5, 46, tick.label(), TypeRole.VALUE_SMALL, Token.FG_2.color());
            }
        }
        markers(p);
        String bubble = hand.bubble();
        if (!bubble.isEmpty() && hand.busy() && isPressed()) {
            LanesView.paintBubble(p, bubble, "", pointerX, h, w, h);
        }
    }

    private void loop(Painter p, Span loop, double w) {
        double left = Math.max(0, model.scale().x(loop.start()));
        double right = Math.min(w, model.scale().x(loop.end()));
        if (right > left) {
            Color color = model.looping() ? Token.ACCENT.alpha(0.75) : Token.LINE_3.color();
            p.fill(left, 22, right - left, 8, color, 2);
        }
    }

    private void markers(Painter p) {
        List<RulerDrag.Flag> flags = flags();
        for (int i = 0; i < flags.size(); i++) {
            RulerDrag.Flag flag = flags.get(i);
            double room = i + 1 < flags.size() ? flags.get(i + 1).x() - flag.x() - 2 : Double.MAX_VALUE;
            p.down(flag.x(), 2, RulerDrag.HEIGHT - 3, Token.LINE_3.color());
            double wide = Math.min(flag.width(), room);
            if (wide < 14) {
                continue;
            }
            p.fill(flag.x(), 2, wide, 16, Token.BG_5.color(), 2);
            TrackColor.byId(flag.marker().color())
                    .filter(color -> color != TrackColor.GREY)
                    .ifPresent(color -> p.fill(flag.x(), 2, 3, 16, color.color(), 1));
            String text = TextSize.fit(look(), TypeRole.LETTER, flag.marker().name(), p.raw(wide - 12));
            p.left(flag.x() + 8, 10, text, TypeRole.LETTER, Token.FG_1.color());
        }
    }
}
