package studio.headroom.ui.editor.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.ui.control.ChoiceField;
import studio.headroom.ui.control.Knob;
import studio.headroom.ui.control.LetterButton;
import studio.headroom.ui.control.SegmentedControl;
import studio.headroom.ui.control.Switch;
import studio.headroom.ui.editor.graph.EqGraph;
import studio.headroom.ui.editor.model.ControlSection;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.editor.model.Names;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The controls of any effect, in cards: made from its definition alone.
public final class Sections {
    private static final int SEGMENTS = 3;
    /// Width of what is chosen beside the main knobs, in units.
    private static final double BESIDE = 240;

    private final Look look;
    private final EditorModel model;
    private final EditorAnalysis analysis;

    /// @param analysis tells when bands may have moved
    public Sections(Look look, EditorModel model, EditorAnalysis analysis) {
        this.look = look;
        this.model = model;
        this.analysis = analysis;
    }

    /// All cards: the main one across, the others side by side below it; one other stands beside it.
    ///
    /// @param leftOut titles of sections that are shown elsewhere
    public VBox all(Set<String> leftOut) {
        VBox box = new VBox(look.px(8));
        List<Region> mains = new ArrayList<>();
        List<Region> others = new ArrayList<>();
        for (ControlSection section : ControlSection.of(model.type())) {
            if (leftOut.contains(section.title())) {
                continue;
            }
            (section.title().isEmpty() ? mains : others).add(section.title().isEmpty() ? main(section) : card(section));
        }
        if (mains.size() == 1 && others.size() == 1) {
            HBox line = new HBox(look.px(8), mains.getFirst(), others.getFirst());
            HBox.setHgrow(mains.getFirst(), Priority.ALWAYS);
            box.getChildren().add(line);
            return box;
        }
        box.getChildren().addAll(mains);
        if (!others.isEmpty()) {
            FlowPane flow = new FlowPane(look.px(8), look.px(8));
            flow.getChildren().addAll(others);
            flow.setPrefWrapLength(look.px(640));
            // Cards of one row are equally high, and together as wide as the row.
            flow.widthProperty().addListener((_, _, width) -> spread(others, width.doubleValue()));
            box.getChildren().add(flow);
        }
        return box;
    }

    /// Shares the width out among as many cards as fit side by side.
    private void spread(List<Region> cards, double width) {
        List<Region> shown = cards.stream().filter(Node::isManaged).toList();
        double least =
                shown.stream().mapToDouble(card -> card.minWidth(-1)).max().orElse(1);
        double gap = look.px(8);
        int fit = Math.clamp((int) ((width + gap) / (least + gap)), 1, Math.max(1, shown.size()));
        int rows = (shown.size() + fit - 1) / fit;
        int each = (shown.size() + rows - 1) / Math.max(1, rows);
        double wide = Math.floor((width - gap * (each - 1)) / Math.max(1, each)) - 0.5;
        double tall =
                shown.stream().mapToDouble(card -> card.prefHeight(wide)).max().orElse(0);
        for (Region card : shown) {
            card.setPrefWidth(wide);
            card.setMinHeight(tall);
        }
    }

    /// The main controls: big knobs in a row, what is chosen beside them, or below where it is narrow.
    private Region main(ControlSection section) {
        KnobGrid knobs = new KnobGrid(look, 88, 2);
        for (String id : section.knobs()) {
            knobs.getChildren().add(new Knob(look, model.control(id), Knob.Size.MAIN));
        }
        VBox card = Panels.card(look, "");
        if (section.rows().isEmpty()) {
            card.getChildren().add(knobs);
            return card;
        }
        VBox rows = rows(section.rows());
        rows.setAlignment(Pos.CENTER);
        if (section.knobs().isEmpty()) {
            card.getChildren().add(rows);
            return card;
        }
        HBox line = new HBox(look.px(24), knobs, rows);
        HBox.setHgrow(knobs, Priority.ALWAYS);
        rows.setPrefWidth(look.px(BESIDE));
        rows.setMinWidth(look.px(BESIDE));
        card.getChildren().add(line);
        card.widthProperty().addListener((_, _, width) -> {
            boolean beside = width.doubleValue() >= look.px(section.knobs().size() * 90 + BESIDE + 48);
            if (beside != line.getChildren().contains(rows)) {
                (beside ? card : line).getChildren().remove(rows);
                (beside ? line : card).getChildren().add(rows);
            }
        });
        return card;
    }

    /// One section with smaller knobs.
    public Region card(ControlSection section) {
        Optional<Integer> band = band(section.title());
        KnobGrid knobs = new KnobGrid(look, 72, 2);
        for (String id : section.knobs()) {
            Knob knob = new Knob(look, model.control(id), Knob.Size.RACK);
            band.ifPresent(index -> knob.setHue(EqGraph.hue(index)));
            knobs.getChildren().add(knob);
            showIfCounted(knob, crossover(id));
        }
        VBox card = Panels.card(look, band.isPresent() ? "" : section.title());
        List<String> rows = section.rows();
        if (band.isPresent()) {
            card.getChildren().add(bandHead(section, band.get()));
            rows = rows.stream().filter(id -> !inHead(id)).toList();
        }
        if (!section.knobs().isEmpty()) {
            card.getChildren().add(knobs);
        }
        if (!rows.isEmpty()) {
            card.getChildren().add(rows(rows));
        }
        if (section.title().equals("Sidechain")) {
            keyChooser(card);
        }
        card.setMinWidth(look.px(band.isPresent() ? 252 : 268));
        // One band of a saturation is all of the sound, without controls of its own.
        boolean none = model.type().id().equals("saturation");
        band.ifPresent(index -> showIfCounted(card, none ? Math.max(1, index) : index));
        return card;
    }

    private static boolean inHead(String id) {
        return id.endsWith(".on") || id.endsWith(".solo");
    }

    /// The name of a band, what it does at the moment, and whether it is on or heard alone.
    private HBox bandHead(ControlSection section, int index) {
        HBox head = new HBox(look.px(10), new Words(look, section.title(), TypeRole.CARD_TITLE, Token.FG_1));
        head.setAlignment(Pos.CENTER_LEFT);
        head.setFillHeight(false);
        if (index < model.bands()) {
            BandMove move = move(index);
            HBox.setHgrow(move, Priority.ALWAYS);
            head.getChildren().add(move);
        } else {
            head.getChildren().add(Panels.gap());
        }
        for (String id : section.rows()) {
            if (id.endsWith(".solo")) {
                head.getChildren().add(new LetterButton(look, model.control(id), "S", Token.SOLO, 24, 24));
            }
        }
        for (String id : section.rows()) {
            if (id.endsWith(".on")) {
                head.getChildren().add(new Switch(look, model.control(id)));
            }
        }
        return head;
    }

    private BandMove move(int index) {
        return new BandMove(
                look,
                analysis,
                () -> model.link().bandGainDb(model.insertId(), index),
                () -> 12,
                "Band " + (index + 1) + ", gain now");
    }

    private static int crossover(String id) {
        return id.matches("crossover[0-9]+\\..*") ? Integer.parseInt(id.substring(9, id.indexOf('.'))) : 0;
    }

    private static Optional<Integer> band(String title) {
        return title.startsWith("Band ") ? Optional.of(Integer.parseInt(title.substring(5)) - 1) : Optional.empty();
    }

    /// Bands beyond the number that was chosen are not there.
    private void showIfCounted(Region card, int index) {
        if (index == 0 || model.type().params().indexOf("bands") < 0) {
            return;
        }
        Runnable show = () -> {
            boolean there = index < Integer.parseInt(model.control("bands").text());
            card.setVisible(there);
            card.setManaged(there);
        };
        show.run();
        model.observe(show);
    }

    private void keyChooser(VBox card) {
        model.key()
                .ifPresent(key -> card.getChildren()
                        .add(1, Panels.row(look, "Key from", new ChoiceField(look, key, model.keyWords(), 140, 24))));
    }

    private VBox rows(List<String> ids) {
        VBox rows = new VBox(look.px(2));
        for (String id : ids) {
            rows.getChildren().add(Panels.row(look, model.control(id).param().label(), chooser(model.control(id))));
        }
        return rows;
    }

    private Node chooser(ControlModel control) {
        Param param = control.param();
        if (param.range() instanceof Range.Toggle) {
            return new Switch(look, control);
        }
        List<String> words = Names.options(param);
        boolean few = words.size() <= SEGMENTS && words.stream().allMatch(word -> word.length() <= 9);
        return few
                ? new SegmentedControl(look, control, words, widest(words), 24)
                : new ChoiceField(look, control, words, 124, 24);
    }

    private double widest(List<String> words) {
        return words.stream()
                                .mapToDouble(word -> TextSize.width(look, TypeRole.NAME, word))
                                .max()
                                .orElse(30)
                        / look.factor()
                + 16;
    }

    /// A word in a small role, for labels above meters.
    public static Words small(Look look, String text) {
        return new Words(look, text, TypeRole.LABEL, Token.FG_3);
    }
}
