package studio.headroom.ui.editor.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.editor.model.MultibandModel;
import studio.headroom.ui.editor.model.SpectrumView;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.ValueText;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.MeterZone;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The ranges of an effect that works on several, or on one, over the spectrum. Their borders are dragged sideways.
/// What
/// else a person does with those of a multiband compressor says [MultibandHands].
public final class BandsGraph extends Graph {
    private static final double HIT = 8;
    /// The gain reduction that reaches the bottom, in dB.
    private static final double DEEPEST = 24;

    private final EditorModel model;
    private final List<String> allBorders;
    private final boolean inner;
    private final SpectrumPainter spectrum;
    private final double[] moved;
    private Runnable unwatch = () -> {};
    private int dragged = -1;
    private double dragX;
    private double position;
    private IntSupplier chosen = () -> -1;
    private IntConsumer choose = unused -> {};

    /// @param borders ids of the controls of the borders, from low to high; with none and `inner`, the spectrum alone
    /// @param inner whether only what lies between the borders is worked on; else there is a range below the first
    /// and
    ///     above the last, and as many borders count as the control `bands` says
    public BandsGraph(Look look, EditorModel model, EditorAnalysis analysis, List<String> borders, boolean inner) {
        super(look, 760, 280, model.name() + " ranges");
        this.model = model;
        this.allBorders = List.copyOf(borders);
        this.inner = inner;
        SpectrumView view = model.memory().spectrum();
        spectrum = new SpectrumPainter(analysis, view);
        moved = new double[allBorders.size() + 1];
        useGround();
        sceneProperty().addListener((_, _, scene) -> {
            unwatch.run();
            unwatch = scene == null ? () -> {} : view.observe(this::requestLayout);
        });
        analysis.observe(this::live);
        model.observe(this::repaint);
        addEventHandler(
                MouseEvent.MOUSE_MOVED, event -> setCursor(borderAt(event.getX()) >= 0 ? Cursor.H_RESIZE : null));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::draggedTo);
        addEventHandler(MouseEvent.MOUSE_RELEASED, _ -> released());
    }

    /// Those of a multiband compressor, one of which is looked at, by the mouse and by the keyboard.
    public static BandsGraph multiband(Look look, MultibandModel bands, EditorAnalysis analysis) {
        List<String> borders = IntStream.range(1, bands.most())
                .mapToObj(i -> "crossover" + i + ".freq")
                .toList();
        BandsGraph graph = new BandsGraph(look, bands.editor(), analysis, borders, false);
        graph.chosen = bands::selected;
        graph.choose = bands::select;
        graph.setFocusTraversable(true);
        graph.setAccessibleRole(AccessibleRole.SLIDER);
        graph.setRing(0, 4);
        new MultibandHands(graph, bands).follow();
        return graph;
    }

    private void live() {
        for (int i = 0; i < moved.length; i++) {
            moved[i] = inner
                    ? -model.link().reductionDb(model.insertId())
                    : model.link().bandGainDb(model.insertId(), i);
        }
        repaint();
    }

    /// The borders that count now.
    private List<ControlModel> borders() {
        int count = inner ? allBorders.size() : bands() - 1;
        List<ControlModel> found = new ArrayList<>();
        for (int i = 0; i < Math.min(count, allBorders.size()); i++) {
            found.add(model.control(allBorders.get(i)));
        }
        return found;
    }

    private int bands() {
        return Integer.parseInt(model.control("bands").text());
    }

    private double x(double hertz) {
        return LEFT + FrequencyAxis.position(hertz) * plotWidth(getWidth() / look().factor());
    }

    /// The frequency at a place.
    ///
    /// @param px as events tell it
    double hertzAt(double px) {
        double across = (px / look().factor() - LEFT) / plotWidth(getWidth() / look().factor());
        return FrequencyAxis.hertz(Math.clamp(across, 0, 1));
    }

    /// The level at a place, in dB.
    ///
    /// @param py as events tell it
    double levelAt(double py) {
        double down = (py / look().factor() - TOP) / plotHeight(getHeight() / look().factor());
        return SpectrumPainter.TOP_DB - down * (SpectrumPainter.TOP_DB - SpectrumPainter.BOTTOM_DB);
    }

    /// How many dB a unit is.
    double perUnit() {
        return (SpectrumPainter.TOP_DB - SpectrumPainter.BOTTOM_DB) / plotHeight(getHeight() / look().factor());
    }

    /// The border near a place, or -1.
    int borderAt(double px) {
        List<ControlModel> borders = borders();
        for (int i = 0; i < borders.size(); i++) {
            if (Math.abs(px / look().factor() - x(borders.get(i).value())) <= HIT) {
                return i;
            }
        }
        return -1;
    }

    /// The range at a place, from 0.
    int rangeAt(double px) {
        return (int) borders().stream()
                .filter(border -> x(border.value()) <= px / look().factor())
                .count();
    }

    private void pressed(MouseEvent event) {
        int border = borderAt(event.getX());
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (border < 0) {
            choose.accept(rangeAt(event.getX()));
            return;
        }
        ControlModel control = borders().get(border);
        if (event.getClickCount() == 2) {
            control.reset();
        } else if (control.begin()) {
            dragged = border;
            dragX = event.getX();
            position = FrequencyAxis.position(control.value());
        }
        event.consume();
    }

    private void draggedTo(MouseEvent event) {
        if (dragged >= 0) {
            double fine = event.isShiftDown() ? 0.1 : 1;
            double wide = plotWidth(getWidth() / look().factor());
            position = Math.clamp(position + fine * (event.getX() - dragX) / look().factor() / wide, 0, 1);
            dragX = event.getX();
            borders().get(dragged).move(FrequencyAxis.hertz(position));
            event.consume();
        }
    }

    private void released() {
        if (dragged >= 0) {
            borders().get(dragged).end();
            dragged = -1;
        }
    }

    @Override
    protected void paintGround(Painter p, double w, double h) {
        well(p, w, h);
        for (double hertz : FrequencyAxis.LINES) {
            Token line = FrequencyAxis.isStrong(hertz) ? Token.LINE_1 : Token.BG_2;
            p.down(LEFT + FrequencyAxis.position(hertz) * plotWidth(w), TOP, plotHeight(h), line.color());
        }
        for (double hertz : FrequencyAxis.NUMBERED) {
            below(p, LEFT + FrequencyAxis.position(hertz) * plotWidth(w), h, w, FrequencyAxis.text(hertz));
        }
        for (int db = -12; db > SpectrumPainter.BOTTOM_DB; db -= 12) {
            double share = (SpectrumPainter.TOP_DB - db) / (SpectrumPainter.TOP_DB - SpectrumPainter.BOTTOM_DB);
            p.across(LEFT, TOP + share * plotHeight(h), plotWidth(w), Token.BG_2.color());
            atLeft(p, TOP + share * plotHeight(h), number(db), false);
        }
        spectrum.paintLegend(p, LEFT, TOP);
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        List<ControlModel> borders = borders();
        clipped(p, w, h, () -> {
            spectrum.paint(p, LEFT, TOP, plotWidth(w), plotHeight(h));
            if (inner && borders.isEmpty()) {
                return;
            }
            if (inner) {
                range(p, h, borders.getFirst().value(), borders.getLast().value(), 5, "");
            } else {
                for (int i = 0; i <= borders.size(); i++) {
                    double from =
                            i == 0 ? FrequencyAxis.LOWEST : borders.get(i - 1).value();
                    double to = i == borders.size()
                            ? FrequencyAxis.HIGHEST
                            : borders.get(i).value();
                    range(p, h, from, to, i, Integer.toString(i + 1));
                }
            }
        });
        paintBorders(p, w, h, borders);
    }

    /// Borders with their handles and frequencies; where two are near to each other, one stands above the other.
    private void paintBorders(Painter p, double w, double h, List<ControlModel> borders) {
        double end = 0;
        int row = 0;
        for (ControlModel border : borders) {
            double at = x(border.value());
            if (at < LEFT || at > LEFT + plotWidth(w) + 1) {
                continue;
            }
            p.line(at, TOP, at, TOP + plotHeight(h), Token.FG_2.color(), 1.5);
            p.fill(at - 4, TOP + plotHeight(h) / 2 - 14, 8, 28, Token.BG_5.color(), 3);
            p.border(at - 4, TOP + plotHeight(h) / 2 - 14, 8, 28, Token.FG_2.color(), 3);
            double middle = Math.clamp(at, LEFT + 36, LEFT + plotWidth(w) - 36);
            row = middle - 34 < end ? row + 1 : 0;
            end = middle + 36;
            double y = TOP + plotHeight(h) - 13 - 20 * row;
            p.fill(middle - 34, y - 9, 68, 18, Token.BG_0.color(), 3);
            p.center(middle, y, border.text(), TypeRole.VALUE_SMALL, Token.FG_1.color());
        }
    }

    private void range(Painter p, double h, double from, double to, int color, String name) {
        double left = x(from);
        double wide = x(to) - left;
        if (wide <= 0) {
            return;
        }
        boolean on = name.isEmpty() || isOn(name);
        double fill = !on ? 0.03 : color == chosen.getAsInt() ? 0.2 : 0.11;
        p.fill(left, TOP, wide, plotHeight(h), faint(EqGraph.hue(color).color(), fill));
        p.fill(left, TOP, wide, 3, on ? EqGraph.hue(color).color() : Token.FG_4.color());
        if (!name.isEmpty()) {
            String mode = wide > 76 ? mode(name) : "";
            String title = mode.isEmpty() ? name : name + " · " + mode;
            p.center(left + wide / 2, TOP + 32, title, TypeRole.NAME, (on ? Token.FG_1 : Token.FG_3).color());
        }
        if (on) {
            paintReduction(p, h, left, wide, inner ? 0 : color);
        }
        paintThreshold(p, h, left, wide, name);
    }

    /// How far the sound turns the range down now, from the top.
    private void paintReduction(Painter p, double h, double left, double wide, int band) {
        double taken = -moved[band];
        if (taken < 0.05) {
            return;
        }
        double tall = Math.min(1, taken / DEEPEST) * plotHeight(h);
        p.fill(left, TOP, wide, tall, faint(MeterZone.reduction(), 0.22));
        p.fill(left, TOP + tall - 1, wide, 2, MeterZone.reduction());
        double y = Math.clamp(tall + 12, 48, plotHeight(h) - 34);
        double half = Math.min(22, wide / 2);
        p.fill(left + wide / 2 - half, TOP + y - 8, 2 * half, 16, faint(Token.BG_0.color(), 0.6), 3);
        p.center(left + wide / 2, TOP + y, ValueText.level(-taken), TypeRole.VALUE, MeterZone.reduction());
    }

    private boolean isOn(String band) {
        return model.type().params().indexOf("band" + band + ".on") < 0
                || model.control("band" + band + ".on").isOn();
    }

    private void paintThreshold(Painter p, double h, double left, double wide, String band) {
        String id = "band" + band + ".threshold";
        if (!band.isEmpty() && model.type().params().indexOf(id) >= 0) {
            double db = model.control(id).value();
            double share = (SpectrumPainter.TOP_DB - db) / (SpectrumPainter.TOP_DB - SpectrumPainter.BOTTOM_DB);
            double at = TOP + share * plotHeight(h);
            Color color = EqGraph.hue(Integer.parseInt(band) - 1).color();
            if (!isLimit(band)) {
                p.context().setLineDashes(p.raw(4), p.raw(3));
            }
            p.line(left + 4, at, left + wide - 4, at, color, 1.25);
            p.context().setLineDashes();
        }
    }

    /// What a range does beside compressing, in a word.
    private String mode(String band) {
        String id = "band" + band + ".mode";
        boolean known = model.type().params().indexOf(id) >= 0;
        return known && model.control(id).value() != 0 ? model.control(id).text() : "";
    }

    /// The line of a limit is solid.
    private boolean isLimit(String band) {
        String id = "band" + band + ".mode";
        return model.type().params().indexOf(id) >= 0
                && model.control(id).value() == MultibandModel.Mode.LIMIT.ordinal();
    }
}
