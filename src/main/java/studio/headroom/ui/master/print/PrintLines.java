package studio.headroom.ui.master.print;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import studio.headroom.mastering.prints.Print;
import studio.headroom.project.Strip;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.editor.part.Panels;
import studio.headroom.ui.editor.part.Words;
import studio.headroom.ui.master.TextButton;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TrackColor;
import studio.headroom.ui.theme.TypeRole;

/// What is to be told of a print, as many lines as there is room for, and a way to the rest. Made for one scale.
final class PrintLines extends Region {
    private static final double LINE = 20;
    private static final double ROOMY = 24;
    /// More than any card has room for.
    private static final int MOST = 16;

    private final Look look;
    private final PrintModel model;
    private final Print print;
    private final List<PrintEntry> entries;
    private final List<Region> lines = new ArrayList<>();
    private final TextButton more;

    PrintLines(Look look, PrintModel model, Print print, List<PrintEntry> entries) {
        this.look = look;
        this.model = model;
        this.print = print;
        this.entries = entries;
        more = new TextButton(
                        look, "More…", "Read it all", "All that is to be told of this print, in full.", this::readAll)
                .colored(Token.ACCENT);
        entries.stream().limit(MOST).forEach(entry -> lines.add(line(entry)));
        getChildren().addAll(lines);
        getChildren().add(more);
        setMinHeight(0);
        setPrefHeight(0);
    }

    private void readAll() {
        // What it lies in stays where this is made anew.
        PrintNotes.open(look, model, print, entries, getParent());
    }

    private Region line(PrintEntry entry) {
        return switch (entry.kind()) {
            case CHANGES, MINDS -> title(look, entry, entries);
            case CHANGE -> change(entry);
            case STANDS, SAID -> said(entry);
            case MIND -> mind(entry);
        };
    }

    /// A title and how many things stand below it.
    static HBox title(Look look, PrintEntry entry, List<PrintEntry> entries) {
        PrintEntry.Kind counted = entry.kind() == PrintEntry.Kind.MINDS ? PrintEntry.Kind.MIND : PrintEntry.Kind.CHANGE;
        long count = entries.stream().filter(each -> each.kind() == counted).count();
        Words words = new Words(look, entry.brief(), TypeRole.NAME, Token.FG_1);
        words.setMinWidth(0);
        HBox row = new HBox(
                look.px(8),
                words,
                Panels.gap(),
                new Words(look, count == 0 ? "" : "" + count, TypeRole.VALUE, Token.FG_3));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private HBox change(PrintEntry entry) {
        Words words = new Words(look, entry.brief(), TypeRole.BODY, Token.FG_1);
        words.setMinWidth(0);
        HBox row = new HBox(look.px(8), bar(look, model, entry), words);
        row.setAlignment(Pos.CENTER_LEFT);
        Buttons.explain(row, entry.text(), "");
        return row;
    }

    /// A bar in the color of the strip that a change is about.
    static Region bar(Look look, PrintModel model, PrintEntry entry) {
        Color color = model.song()
                .history()
                .current()
                .strip(entry.strip())
                .map(Strip::color)
                .flatMap(TrackColor::byId)
                .map(TrackColor::color)
                .orElse(Token.LINE_3.color());
        Region bar = new Region();
        bar.setMinSize(look.px(4), look.px(14));
        bar.setMaxHeight(look.px(14));
        bar.setBackground(javafx.scene.layout.Background.fill(color));
        return bar;
    }

    private HBox said(PrintEntry entry) {
        Words words = new Words(look, entry.brief(), TypeRole.LABEL, Token.FG_2);
        words.setMinWidth(0);
        HBox row = new HBox(words);
        row.setAlignment(Pos.CENTER_LEFT);
        if (entry.kind() != PrintEntry.Kind.STANDS) {
            Buttons.explain(row, entry.text(), "");
        }
        return row;
    }

    private HBox mind(PrintEntry entry) {
        TextButton words = new TextButton(look, entry.brief(), entry.text(), "A press reads it all.", this::readAll)
                .colored(Token.FG_2);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(look.px(2), Icon.ALERT_OUTLINE.node(look, 14, Token.WARN), words);
        row.setAlignment(Pos.CENTER_LEFT);
        if (entry.frame() >= 0) {
            Button jump = jump(look, model, print, entry);
            // As high as the line, whatever other such buttons are.
            String high = look.px(LINE) + "px;";
            jump.getStyleClass().add("hr-slim");
            jump.setStyle("-fx-min-height: " + high + "-fx-pref-height: " + high + "-fx-max-height: " + high);
            row.getChildren().add(jump);
        }
        return row;
    }

    /// A button that goes to where it is worst.
    static Button jump(Look look, PrintModel model, Print print, PrintEntry entry) {
        long seconds = entry.frame() / print.sampleRate();
        String time = seconds / 60 + (seconds % 60 < 10 ? ":0" : ":") + seconds % 60;
        Button jump = Buttons.icon(
                look, Icon.PLAY, "Go to " + time, "Goes to where it is worst.", () -> model.locate(entry.frame()));
        jump.getStyleClass().add("hr-icon-small");
        return jump;
    }

    /// A paragraph of the panel that tells it all.
    static Label paragraph(Look look, String text, double units) {
        Label label = new Label(text);
        label.getStyleClass().add("hr-advice-text");
        label.setWrapText(true);
        label.setPrefWidth(look.px(units));
        label.setMinHeight(USE_PREF_SIZE);
        label.setPadding(new Insets(look.px(2), 0, look.px(2), 0));
        return label;
    }

    @Override
    protected void layoutChildren() {
        double line = look.px(LINE);
        int room = (int) ((getHeight() + 1) / line);
        List<PrintEntry> shown = PrintEntry.fitting(entries, room);
        String rest = PrintEntry.rest(entries, shown);
        int all = shown.size() + (rest.isEmpty() ? 0 : 1);
        double pitch = Math.clamp(Math.floor(getHeight() / Math.max(1, all)), line, look.px(ROOMY));
        double y = 0;
        int next = 0;
        for (int i = 0; i < lines.size(); i++) {
            boolean now = next < shown.size() && shown.get(next) == entries.get(i);
            lines.get(i).setVisible(now);
            if (now) {
                lines.get(i).resizeRelocate(0, y, getWidth(), pitch);
                y += pitch;
                next++;
            }
        }
        more.setVisible(!rest.isEmpty() && room > 0);
        if (more.isVisible()) {
            more.say(rest);
            double height = more.prefHeight(-1);
            more.resizeRelocate(
                    -look.px(4),
                    y + Math.floor((pitch - height) / 2),
                    Math.min(getWidth(), more.prefWidth(-1)),
                    height);
        }
    }

    /// What is in sight, from the top.
    List<Node> shown() {
        return getChildren().stream().filter(Node::isVisible).toList();
    }
}
