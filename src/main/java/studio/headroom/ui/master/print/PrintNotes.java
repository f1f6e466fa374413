package studio.headroom.ui.master.print;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import studio.headroom.mastering.prints.Print;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.control.Viewports;
import studio.headroom.ui.editor.part.Panels;
import studio.headroom.ui.editor.part.Words;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// All that is to be told of a print, in full: what has changed in the mix since, what to mind, and the way to the
/// quality check.
final class PrintNotes extends HangingPanel {
    private static final double WIDTH = 420;
    private static final double TEXT = 396;
    private static final double BESIDE_MARK = 366;
    private static final double BESIDE_JUMP = 334;
    private static final double MOST = 380;

    private final Look look;
    private final PrintModel model;
    private final Print print;

    private PrintNotes(Look look, PrintModel model, Print print, List<PrintEntry> entries, Node anchor) {
        super(look, anchor, WIDTH);
        this.look = look;
        this.model = model;
        this.print = print;
        HBox head = new HBox(
                look.px(8),
                new Words(look, print.title(), TypeRole.CARD_TITLE, Token.FG_1),
                Panels.gap(),
                new Tag(look, model.age()));
        head.setAlignment(Pos.CENTER_LEFT);
        head.setPadding(new Insets(look.px(4), look.px(6), look.px(4), look.px(6)));
        VBox rows = new VBox(look.px(2));
        rows.setPadding(new Insets(0, look.px(10), look.px(4), look.px(6)));
        entries.forEach(entry -> rows.getChildren().add(row(entry, entries)));
        ScrollPane scroll = new ScrollPane(rows);
        Viewports.uncached(scroll);
        scroll.getStyleClass().add("hr-scroll");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMaxHeight(look.px(MOST));
        getChildren().addAll(head, scroll);
        if (model.desk().checks()) {
            Button check = Buttons.of("Open the quality check", Buttons.Kind.DEFAULT, () -> {
                close(false);
                model.desk().check();
            });
            check.setAccessibleText("Open the quality check");
            HBox foot = new HBox(check);
            foot.setPadding(new Insets(look.px(4), look.px(6), look.px(2), look.px(6)));
            getChildren().add(foot);
        }
    }

    static void open(Look look, PrintModel model, Print print, List<PrintEntry> entries, Node anchor) {
        new PrintNotes(look, model, print, entries, anchor).open();
    }

    private Node row(PrintEntry entry, List<PrintEntry> entries) {
        return switch (entry.kind()) {
            case CHANGES, MINDS -> {
                HBox title = PrintLines.title(look, entry, entries);
                title.setPadding(new Insets(look.px(6), 0, look.px(2), 0));
                yield title;
            }
            case CHANGE -> line(PrintLines.bar(look, model, entry), entry, BESIDE_MARK);
            case STANDS, SAID -> PrintLines.paragraph(look, entry.text(), TEXT);
            case MIND -> {
                Node mark = Icon.ALERT_OUTLINE.node(look, 14, Token.WARN);
                if (entry.frame() < 0) {
                    yield line(mark, entry, BESIDE_MARK);
                }
                HBox row = line(mark, entry, BESIDE_JUMP);
                row.getChildren().add(PrintLines.jump(look, model, print, entry));
                yield row;
            }
        };
    }

    private HBox line(Node mark, PrintEntry entry, double units) {
        Label words = PrintLines.paragraph(look, entry.text(), units);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setMargin(mark, new Insets(look.px(3), 0, 0, 0));
        HBox row = new HBox(look.px(8), mark, words);
        row.setAlignment(Pos.TOP_LEFT);
        return row;
    }
}
