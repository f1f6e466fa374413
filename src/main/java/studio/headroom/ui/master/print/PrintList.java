package studio.headroom.ui.master.print;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.headroom.mastering.prints.Print;
import studio.headroom.mastering.prints.Shelf;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.Viewports;
import studio.headroom.ui.editor.part.Panels;
import studio.headroom.ui.editor.part.Words;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// All prints of a song, to choose, keep, compare and find them.
final class PrintList extends HangingPanel {
    private static final double WIDTH = 420;
    private static final double MOST = 320;

    private final Look look;
    private final PrintModel model;
    private final VBox rows = new VBox();

    private PrintList(Look look, PrintModel model, Node anchor) {
        super(look, anchor, WIDTH);
        this.look = look;
        this.model = model;
        rows.setSpacing(look.px(2));
        ScrollPane scroll = new ScrollPane(rows);
        Viewports.uncached(scroll);
        scroll.getStyleClass().add("hr-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(look.px(MOST));
        Words title = new Words(look, "All prints", TypeRole.CARD_TITLE, Token.FG_1);
        Words hint = new Words(
                look,
                "The last " + model.desk().limit() + " stay; what you keep stays too.",
                TypeRole.LABEL,
                Token.FG_3);
        HBox head = new HBox(look.px(8), title, Panels.gap(), hint);
        head.setPadding(new Insets(look.px(4), look.px(6), look.px(4), look.px(6)));
        Button bring = Buttons.of(look, Icon.TRAY_ARROW_DOWN, "Master a file…", Buttons.Kind.GHOST, () -> {
            close(false);
            model.desk().takeOver();
        });
        bring.setAccessibleText("Master a file");
        getChildren().addAll(head, scroll, bring);
        fill();
    }

    static void open(Look look, PrintModel model, Node anchor) {
        new PrintList(look, model, anchor).open();
    }

    private void fill() {
        Shelf shelf = model.shelf();
        rows.getChildren().clear();
        for (Print print : shelf.prints()) {
            rows.getChildren().add(row(print, shelf));
        }
    }

    private Node row(Print print, Shelf shelf) {
        boolean chosen = print.equals(model.print().get());
        Words title = new Words(look, print.title(), TypeRole.NAME, chosen ? Token.ACCENT : Token.FG_1);
        title.setMinWidth(0);
        Words when = new Words(
                look,
                model.when(print) + " · " + Tag.word(shelf.age(print)).toLowerCase(java.util.Locale.ROOT),
                TypeRole.LABEL,
                Token.FG_3);
        when.setMinWidth(0);
        VBox words = new VBox(title, when);
        Button choose = Buttons.of("", Buttons.Kind.GHOST, () -> {
            model.choose(print);
            close(true);
        });
        choose.setGraphic(words);
        choose.setAlignment(Pos.CENTER_LEFT);
        choose.setMaxWidth(Double.MAX_VALUE);
        choose.getStyleClass().add("hr-dialog-button");
        choose.setAccessibleText("Work on " + print.title() + ", " + when.getAccessibleText());
        HBox.setHgrow(choose, Priority.ALWAYS);
        HBox row = new HBox(look.px(2), mark(chosen), choose);
        if (!print.foreign()) {
            row.getChildren().add(keep(print));
        }
        if (!chosen) {
            row.getChildren()
                    .add(Buttons.icon(
                            look,
                            Icon.COMPARE_HORIZONTAL,
                            "Compare with " + print.title(),
                            "Hears this print through the chain in place of the other, at one loudness.",
                            () -> {
                                model.compare(print);
                                close(true);
                            }));
        }
        row.getChildren()
                .add(Buttons.icon(
                        look,
                        Icon.FOLDER_OPEN_OUTLINE,
                        "Show " + print.title() + " in its folder",
                        "",
                        () -> model.desk().reveal(print.file())));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Region mark(boolean chosen) {
        Region space = new Region();
        HBox mark = new HBox(chosen ? Icon.CHECK.node(look, 16, Token.ACCENT) : space);
        mark.setAlignment(Pos.CENTER);
        mark.setMinWidth(look.px(20));
        return mark;
    }

    private Node keep(Print print) {
        ToggleButton keep = Buttons.toggle(
                look,
                Icon.LOCK_OUTLINE,
                "Keep " + print.title(),
                "What is kept is never cleared away, whatever comes after it.");
        keep.setSelected(model.isKept(print));
        keep.setOnAction(event -> model.keep(print, keep.isSelected()));
        return keep;
    }
}
