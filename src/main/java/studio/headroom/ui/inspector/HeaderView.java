package studio.headroom.ui.inspector;

import javafx.geometry.Side;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import studio.headroom.ui.control.PeakReadout;
import studio.headroom.ui.editor.part.Panels;
import studio.headroom.ui.mixer.StripMenu;
import studio.headroom.ui.mixer.StripModel;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// The top of the inspector: name, highest peak, menu.
final class HeaderView extends Region {
    static final double HEIGHT = 48;
    private static final double PEAK = 38;
    private static final double MENU = 24;

    private final Look look;
    private final NameLine name;
    private final PeakReadout peak;
    private final Button menu;

    HeaderView(Look look, InspectorModel model, StripModel strip, Tools tools) {
        this.look = look;
        Panels.fill(look, this, Token.BG_3, 0);
        name = new NameLine(look, model, PEAK + 4);
        peak = new PeakReadout(look, model.meter(), strip.name() + " peak", PeakReadout.Kind.NUMBER, PEAK);
        peak.setClearAll(model.mixer()::clearPeaks);
        menu = Parts.icon(look, Icon.DOTS_VERTICAL, "Strip menu", "What can be done with the strip.", () -> {});
        menu.setOnAction(event -> StripMenu.of(look, strip, tools.doors().commands(), name, name::rename)
                .show(menu, Side.BOTTOM, 0, look.px(2)));
        getChildren().addAll(name, peak, menu);
    }

    PeakReadout peak() {
        return peak;
    }

    NameLine name() {
        return name;
    }

    void refresh() {
        name.refresh();
    }

    @Override
    protected double computeMinWidth(double height) {
        return 0;
    }

    @Override
    protected double computePrefHeight(double width) {
        return look.px(HEIGHT);
    }

    @Override
    protected double computeMinHeight(double width) {
        return look.px(HEIGHT);
    }

    @Override
    protected void layoutChildren() {
        double right = getWidth() - look.px(8 + MENU);
        menu.resizeRelocate(right, look.px((HEIGHT - MENU) / 2), look.px(MENU), look.px(MENU));
        name.resizeRelocate(0, 0, right, getHeight());
        peak.resizeRelocate(right - look.px(PEAK + 4), look.px(10), look.px(PEAK), look.px(14));
    }
}
