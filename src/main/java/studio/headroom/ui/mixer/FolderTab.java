package studio.headroom.ui.mixer;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.TextAlignment;
import studio.headroom.project.Folder;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.model.LevelScale;
import studio.headroom.ui.model.MeterModel;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.MeterZone;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TrackColor;
import studio.headroom.ui.theme.TypeRole;

/// The tab before the strips of a folder, its name upright. A click folds the folder, or unfolds it; folded, it shows
/// how many strips lie in it, the level of the loudest, and that one has clipped.
final class FolderTab extends KitControl {
    static final double WIDTH = 26;
    private static final double FACE = WIDTH - 1;
    private static final double HEAD = 40;
    private static final double METER = 4;

    private final FolderActions actions;
    private final MixerModel mixer;
    private final FramePulse.Frame frame = this::follow;
    private FolderPlace place;
    private List<MeterModel> meters = List.of();
    private int level;
    private int painted = -1;
    private boolean clipped;
    private boolean held;

    FolderTab(Look look, MixerModel mixer, FolderPlace place) {
        super(look);
        this.mixer = mixer;
        this.place = place;
        actions = mixer.folderActions();
        setRing(1, 3);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> held = event.getButton() == MouseButton.PRIMARY);
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> {
            if (held && contains(event.getX(), event.getY())) {
                actions.fold(id());
            }
            held = false;
            event.consume();
        });
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            FolderMenu.of(look, actions, folder(), this).show(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        Buttons.explainBy(this, () -> folder().name(), this::words);
        sceneProperty().addListener((observable, before, scene) -> {
            if (scene == null) {
                look.pulse().remove(frame);
            } else {
                look.pulse().add(frame);
            }
        });
        show(place);
    }

    private Folder folder() {
        return place.folder();
    }

    private String id() {
        return folder().id();
    }

    private String strips() {
        int count = place.strips().size();
        return count == 1 ? "1 strip" : count + " strips";
    }

    private String words() {
        return folder().folded()
                ? "A folder of " + strips() + ", folded. A click unfolds it, here and in the timeline."
                : "A folder of " + strips() + ". A click folds it, here and in the timeline; it carries no sound.";
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE && isFocusVisible()) {
            actions.fold(id());
            event.consume();
        } else if (event.getCode() == KeyCode.CONTEXT_MENU) {
            var at = localToScreen(getLayoutBounds());
            FolderMenu.of(look(), actions, folder(), this).show(this, at.getMaxX(), at.getMinY());
            event.consume();
        }
    }

    String folderId() {
        return id();
    }

    /// Opens a field for its name.
    void rename() {
        FolderMenu.rename(look(), actions, folder(), this);
    }

    /// Looks at what the song says of it.
    void show(FolderPlace now) {
        place = now;
        meters = now.folder().folded()
                ? now.strips().stream().map(strip -> mixer.meter(strip.id())).toList()
                : List.of();
        setAccessibleText("Folder " + folder().name() + ", " + strips() + (folder().folded() ? ", folded" : ""));
        repaint();
    }

    boolean shows(FolderPlace other) {
        return place.equals(other);
    }

    private void follow(double seconds) {
        double loudest = Double.NEGATIVE_INFINITY;
        boolean over = false;
        for (int i = 0; i < meters.size(); i++) {
            MeterModel meter = meters.get(i);
            meter.setFall(mixer.meters().fall().get());
            meter.advance(seconds);
            loudest = Math.max(loudest, Math.max(meter.bar(0), meter.bar(1)));
            over |= meter.clipped();
        }
        // In half units, which is as fine as it is seen.
        level = meters.isEmpty() ? 0 : (int) Math.rint(2 * travel() * LevelScale.FADER.position(loudest));
        if (level != painted || over != clipped) {
            clipped = over;
            repaint();
        }
    }

    private double travel() {
        return Math.max(0, getHeight() / look().factor() - HEAD - NameBlock.HEIGHT - 8);
    }

    @Override
    protected double unitWidth() {
        return WIDTH;
    }

    @Override
    protected double unitHeight() {
        return 520;
    }

    @Override
    protected double computeMinHeight(double width) {
        return 0;
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        painted = level;
        var color = TrackColor.byId(folder().color()).orElse(TrackColor.GREY).color();
        boolean folded = folder().folded();
        p.fill(0, 0, FACE, h, Token.BG_3.towards(Token.BG_4, hover()));
        p.fill(0, 0, FACE, 4, color);
        chevron(p, folded);
        if (!meters.isEmpty()) {
            p.center(FACE / 2, 31, Integer.toString(place.strips().size()), TypeRole.VALUE_TINY, Token.FG_2.color());
            meter(p, h);
        }
        double room = h - HEAD - 12;
        String name = TextSize.fit(look(), TypeRole.NAME, folder().name(), p.raw(Math.max(0, room)));
        upright(p, folded ? 9 : FACE / 2, h - 8, name);
    }

    /// Points down to what is open, and right to what a click would bring.
    private static void chevron(Painter p, boolean folded) {
        double x = FACE / 2;
        double y = 16;
        var ink = Token.FG_1.color();
        if (folded) {
            p.line(x - 2, y - 4, x + 2, y, ink, 1.5);
            p.line(x + 2, y, x - 2, y + 4, ink, 1.5);
        } else {
            p.line(x - 4, y - 2, x, y + 2, ink, 1.5);
            p.line(x, y + 2, x + 4, y - 2, ink, 1.5);
        }
    }

    private void meter(Painter p, double h) {
        double travel = travel();
        double x = FACE - METER - 3;
        double foot = h - NameBlock.HEIGHT;
        p.fill(x, foot - travel, METER, travel, Token.BG_0.color(), 1);
        double reference = meters.getFirst().reference();
        for (MeterZone zone : MeterZone.values()) {
            double from = travel * LevelScale.FADER.position(zone.from(reference));
            double to = Math.min(level / 2.0, travel * LevelScale.FADER.position(zone.to(reference)));
            if (to > from) {
                p.fill(x, foot - to, METER, to - from, zone.color());
            }
        }
        if (clipped) {
            p.fill(x - 2, foot - travel - 6, METER + 4, 5, MeterZone.OVER.color(), 1);
        }
    }

    /// A text that runs from below upward.
    private void upright(Painter p, double middle, double foot, String text) {
        var gc = p.context();
        var font = look().font(TypeRole.NAME);
        gc.save();
        gc.translate(p.snap(middle) + font.getSize() * 0.365, p.snap(foot));
        gc.rotate(-90);
        gc.setFont(font);
        gc.setFill(Token.FG_1.color());
        gc.setTextAlign(TextAlignment.LEFT);
        gc.setTextBaseline(VPos.BASELINE);
        gc.fillText(text, 0, 0);
        gc.restore();
    }
}
