package studio.headroom.ui.master.sight;

import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.sight.PlaybackForecast;
import studio.headroom.mastering.sight.PlaybackService;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.KitControl;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// What one service does to the master. A press lets it be heard at that level, and another one as it is.
final class PlaybackRow extends KitControl {
    static final double HEIGHT = 26;
    private static final double SHOWN = 0.05;

    private final PlaybackModel model;
    private final PlaybackService service;
    private @Nullable PlaybackForecast forecast;
    private String level = "–";
    private String change = "–";

    PlaybackRow(Look look, PlaybackModel model, PlaybackService service) {
        super(look);
        this.model = model;
        this.service = service;
        setAccessibleRole(AccessibleRole.TOGGLE_BUTTON);
        setFocusTraversable(true);
        setRing(1, 3);
        Buttons.explainBy(this, service::label, this::explanation);
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                press();
            }
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE) {
                press();
                event.consume();
            }
        });
    }

    PlaybackService service() {
        return service;
    }

    /// Where the columns lie, in units: the ends of level and change, and the beginning of what becomes of peaks.
    record Columns(double level, double change, double peak) {
        static Columns of(double w) {
            double peak = w - (w < 340 ? 98 : 136);
            double changeEnd = peak - (w < 340 ? 8 : 14);
            return new Columns(changeEnd - Math.min(78, 62 + 0.2 * Math.max(0, w - 340)), changeEnd, peak);
        }
    }

    private void press() {
        if (forecast != null) {
            model.toggle(service.name());
        }
    }

    @Override
    public void executeAccessibleAction(AccessibleAction asked, Object... parameters) {
        if (asked == AccessibleAction.FIRE) {
            press();
        } else {
            super.executeAccessibleAction(asked, parameters);
        }
    }

    private String explanation() {
        PlaybackForecast now = forecast;
        String what = now == null ? "" : now.words() + " ";
        String heard = now != null && now.limitedDb() > SHOWN
                ? " Its limiter is heard as well: a limiter of Headroom's, as fast as the service says, and only while"
                        + " you listen."
                : "";
        return what + service.note() + " A click lets you hear the master at that level." + heard + " Source: "
                + service.source() + ", entered " + service.entered() + ".";
    }

    void show(@Nullable PlaybackForecast now) {
        forecast = now;
        level = now == null ? "–" : Pictures.tenth(now.playsAt());
        boolean stays = now == null || Math.abs(now.changeDb()) < SHOWN;
        change = now == null ? "–" : stays ? "none" : Pictures.signed(now.changeDb()) + " dB";
        tell();
        repaint();
    }

    /// Whether it is heard has changed.
    void tell() {
        PlaybackForecast now = forecast;
        setAccessibleText(service.label()
                + (now == null ? ", no master yet" : ", " + now.words() + (isHeard() ? " Heard now." : "")));
        repaint();
    }

    private boolean isHeard() {
        return model.heard().get().equals(service.name());
    }

    @Override
    protected double unitWidth() {
        return 432;
    }

    @Override
    protected double unitHeight() {
        return HEIGHT;
    }

    @Override
    protected double computeMinWidth(double h) {
        return look().px(200);
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        boolean heard = isHeard();
        if (heard) {
            p.fill(0, 0, w, h - 1, Token.ACCENT_SOFT.color(), 3);
            p.border(0, 0, w, h - 1, Token.ACCENT.color(), 3);
        } else if (hover() > 0) {
            p.fill(0, 0, w, h - 1, Token.BG_4.alpha(hover()), 3);
        }
        double middle = (h - 1) / 2;
        Columns columns = Columns.of(w);
        double room = p.raw(columns.level() - 44 - 8);
        p.left(
                8,
                middle,
                TextSize.fit(look(), TypeRole.BUTTON, service.label(), room),
                TypeRole.BUTTON,
                Token.FG_1.color());
        p.right(columns.level(), middle, level, TypeRole.VALUE, Token.FG_2.color());
        p.right(columns.change(), middle, change, TypeRole.VALUE, Token.FG_1.color());
        PlaybackForecast now = forecast;
        if (now != null) {
            boolean limits = now.limitedDb() > SHOWN;
            boolean good = now.peakHolds() && !limits;
            sign(p, columns.peak() + 7, middle, good);
            String text = peak(now, limits, p.raw(w - columns.peak() - 22));
            p.left(columns.peak() + 20, middle, text, TypeRole.LABEL, Token.FG_2.color());
        }
    }

    private String peak(PlaybackForecast now, boolean limits, double room) {
        String whole;
        String brief;
        if (limits) {
            whole = "limits " + Pictures.tenth(now.limitedDb()) + " dB";
            brief = whole;
        } else if (now.peakHolds()) {
            whole = Pictures.tenth(now.advisedDbtp()) + " holds";
            brief = whole;
        } else {
            String advised = now.advisedDbtp() == Math.rint(now.advisedDbtp())
                    ? Pictures.tenth(now.advisedDbtp()).replace(".0", "")
                    : Pictures.tenth(now.advisedDbtp());
            whole = "advises " + advised + " dBTP";
            brief = advised + " advised";
        }
        boolean fits = TextSize.width(look(), TypeRole.LABEL, whole) <= room;
        return TextSize.fit(look(), TypeRole.LABEL, fits ? whole : brief, room);
    }

    /// A tick in a circle, or an exclamation mark in a triangle.
    private static void sign(Painter p, double x, double y, boolean good) {
        if (good) {
            var color = Token.OK.color();
            p.circle(x, y, 5.5, color, 1.2);
            p.line(x - 2.4, y + 0.2, x - 0.6, y + 2, color, 1.2);
            p.line(x - 0.6, y + 2, x + 2.6, y - 1.8, color, 1.2);
        } else {
            var color = Token.WARN.color();
            p.line(x, y - 5.5, x + 6, y + 5, color, 1.2);
            p.line(x + 6, y + 5, x - 6, y + 5, color, 1.2);
            p.line(x - 6, y + 5, x, y - 5.5, color, 1.2);
            p.line(x, y - 1.5, x, y + 1.2, color, 1.2);
            p.disc(x, y + 3.2, 0.8, color);
        }
    }
}
