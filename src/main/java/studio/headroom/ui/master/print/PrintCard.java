package studio.headroom.ui.master.print;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.prints.Print;
import studio.headroom.mastering.prints.Shelf;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.editor.part.Panels;
import studio.headroom.ui.editor.part.Words;
import studio.headroom.ui.export.Exports;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.shell.ProgressBox;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Theme;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// The card of the print that is worked on: when it was made, whether it still holds, what has changed in the mix
/// since,
/// what to mind; and what is done with prints. UI thread.
public final class PrintCard extends StackPane implements AutoCloseable {
    private static final String NOTHING = "There is nothing to print: the song holds no clips.";

    private final Look look;
    private final PrintModel model;
    private final Runnable rebuild = this::rebuild;
    private final FramePulse.Frame frame = this::frame;
    private final StackPane middle = new StackPane();
    private final StackPane foot = new StackPane();
    /// Held here, since the look holds it weakly.
    private final InvalidationListener rescaled = observable -> changed();

    private @Nullable ProgressBox progress;
    private @Nullable Frame framed;
    private @Nullable Body filled;

    /// What the card's title and buttons depend on. They stay while only the rest changes, so that no button goes away
    /// under a finger.
    private record Frame(
            int percent, Theme theme, @Nullable Print print, Shelf.Age age, boolean printing, boolean printable) {}

    /// What the rest depends on.
    private record Body(
            @Nullable Print other,
            boolean otherHeard,
            PrintModel.Changes changes,
            @Nullable PrintRemarks remarks,
            String against) {}

    public PrintCard(Look look, PrintModel model) {
        this.look = look;
        this.model = model;
        model.observe(this::changed);
        look.watch(rescaled);
        model.hearing().other().addListener(observable -> changed());
        rebuild();
    }

    private void changed() {
        look.pulse().once(rebuild);
    }

    private void rebuild() {
        Print print = model.print().get();
        Frame frameNow =
                new Frame(look.percent(), look.theme(), print, model.age(), model.printing() != null, model.canPrint());
        Body body = new Body(
                model.other().get(),
                model.hearing().other().get(),
                model.changes(),
                model.remarks().orElse(null),
                model.against());
        boolean other = !frameNow.equals(framed);
        if (print != null && (other || !body.equals(filled))) {
            middle.getChildren().setAll(frameNow.printing ? progress() : middle(print, body));
            foot.getChildren().setAll(measured(body));
        }
        filled = body;
        if (!other) {
            return;
        }
        framed = frameNow;
        Node focused = getScene() == null ? null : getScene().getFocusOwner();
        String name = focused != null && isWithin(focused) ? String.valueOf(focused.getAccessibleText()) : "";
        Panels.fill(look, this, Token.BG_2, 6);
        if (!frameNow.printing) {
            progress = null;
            look.pulse().remove(frame);
        }
        getChildren().setAll(print == null ? empty(frameNow.printing) : card(print, frameNow.printing));
        if (!name.isEmpty()) {
            List<Node> able = lookupAll(".button").stream()
                    .filter(button -> !button.isDisabled())
                    .toList();
            able.stream()
                    .filter(button -> name.equals(button.getAccessibleText()))
                    .findFirst()
                    .or(() -> able.stream().findFirst())
                    .ifPresent(Node::requestFocus);
        }
    }

    private boolean isWithin(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up == this) {
                return true;
            }
        }
        return false;
    }

    // ---- no print ----

    private Node empty(boolean printing) {
        VBox box = new VBox(look.px(8));
        box.setAlignment(Pos.CENTER);
        box.setPadding(new Insets(look.px(16)));
        if (printing) {
            box.getChildren().addAll(title("Printing the mix"), progress(), cancel());
            return box;
        }
        Words title = title("No print yet");
        boolean able = model.canPrint();
        Label text = paragraph(
                able
                        ? "A master is made of a print: the mix as one file that no later change of the mix touches."
                        : NOTHING + " Add sound files in the Mix view, or master a file from elsewhere.");
        text.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        Button print = named(
                Buttons.of(
                        look,
                        Icon.PRINTER_OUTLINE,
                        "Print the mix",
                        able ? Buttons.Kind.PRIMARY : Buttons.Kind.DEFAULT,
                        model.desk()::print),
                "Writes the mix as it is to a file in the song’s folder.");
        Button file = named(
                Buttons.of(
                        look,
                        Icon.TRAY_ARROW_DOWN,
                        "Master a file…",
                        able ? Buttons.Kind.DEFAULT : Buttons.Kind.PRIMARY,
                        model.desk()::takeOver),
                "Takes a stereo file from elsewhere over as a print. The file itself is never changed.");
        print.setDisable(!able);
        print.getStyleClass().add("hr-dialog-button");
        file.getStyleClass().add("hr-dialog-button");
        HBox buttons = new HBox(look.px(8), print, file);
        buttons.setAlignment(Pos.CENTER);
        box.getChildren().addAll(Icon.FILE_MUSIC_OUTLINE.node(look, 24, Token.FG_2), title, text, buttons);
        return box;
    }

    private Words title(String text) {
        Words title = new Words(look, text, TypeRole.DIALOG_TITLE, Token.FG_1);
        title.setMaxWidth(USE_PREF_SIZE);
        return title;
    }

    private Label paragraph(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("hr-advice-text");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Button named(Button button, String explanation) {
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(button.getText());
        button.setAccessibleHelp(explanation);
        Buttons.explain(button, button.getText(), explanation);
        return button;
    }

    // ---- a print ----

    private Node card(Print print, boolean printing) {
        VBox card = new VBox(look.px(5));
        card.setPadding(new Insets(look.px(10), look.px(12), look.px(12), look.px(12)));
        Words title = new Words(look, print.title(), TypeRole.PANEL_TITLE, Token.FG_1);
        title.setMinWidth(0);
        HBox head = new HBox(
                look.px(8),
                Icon.FILE_MUSIC_OUTLINE.node(look, 20, Token.FG_2),
                title,
                Panels.gap(),
                new Tag(look, model.age()));
        head.setAlignment(Pos.CENTER_LEFT);
        Words facts = new Words(look, model.facts(print), TypeRole.LABEL, Token.FG_3);
        middle.setMinHeight(0);
        middle.setAlignment(Pos.CENTER_LEFT);
        foot.setAlignment(Pos.CENTER_LEFT);
        VBox.setVgrow(middle, Priority.ALWAYS);
        card.getChildren().addAll(head, facts, line(), middle, line(), foot, buttons(print, printing));
        return card;
    }

    private Region line() {
        Region line = new Region();
        line.setMinHeight(look.hair());
        line.setMaxHeight(look.hair());
        Panels.fill(look, line, Token.LINE_1, 0);
        return line;
    }

    private Region progress() {
        ProgressBox bar = new ProgressBox(look);
        progress = bar;
        look.pulse().add(frame);
        bar.setAlignment(Pos.CENTER_LEFT);
        return bar;
    }

    private Button cancel() {
        return named(
                Buttons.of("Cancel", Buttons.Kind.DEFAULT, () -> {
                    Exports.Printing running = model.printing();
                    if (running != null) {
                        running.callOff();
                    }
                }),
                "Nothing of the new print stays; the prints that there are do.");
    }

    private void frame(double seconds) {
        ProgressBox bar = progress;
        Exports.Printing running = model.printing();
        if (bar != null && running != null) {
            bar.show(running.doing(), running.done());
        }
    }

    /// What has changed, and what to mind.
    private Region middle(Print print, Body now) {
        List<PrintRemarks.Remark> remarks = now.remarks == null ? List.of() : now.remarks.remarks();
        return new PrintLines(look, model, print, PrintEntry.of(print, model.age(), now.changes, now.against, remarks));
    }

    private Node measured(Body now) {
        Print other = now.other;
        HBox row = new HBox(look.px(8));
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinHeight(look.px(20));
        if (other == null) {
            String loud = model.loudness();
            row.getChildren()
                    .add(new Words(look, loud.isEmpty() ? "Measuring the print…" : loud, TypeRole.LABEL, Token.FG_2));
            return row;
        }
        Words with = new Words(
                look,
                now.otherHeard ? "Hearing " + other.title() : "Compared with " + other.title(),
                TypeRole.LABEL,
                now.otherHeard ? Token.ACCENT : Token.FG_2);
        with.setMinWidth(0);
        Button flip = named(
                Buttons.of(look, Icon.SCALE_BALANCE, "Flip", Buttons.Kind.DEFAULT, model::flip),
                "Goes from one print to the other, both through the chain, at one loudness.");
        Button end = named(
                Buttons.of("End", Buttons.Kind.GHOST, model::compareNoMore), "Compares no more; this print is heard.");
        flip.getStyleClass().add("hr-small");
        end.getStyleClass().add("hr-small");
        row.getChildren().addAll(with, Panels.gap(), flip, end);
        return row;
    }

    private Node again(Print print) {
        Shelf.Age age = model.age();
        String name = print.foreign() ? "Print the mix" : "Print again";
        String explanation = !model.canPrint()
                ? NOTHING
                : age == Shelf.Age.FRESH
                        ? "Nothing that is heard has changed in the mix since this print."
                        : "Prints the mix as it is now. The prints that there are stay.";
        Button again = Buttons.of(
                look,
                Icon.PRINTER_OUTLINE,
                name,
                age == Shelf.Age.STALE && model.canPrint() ? Buttons.Kind.PRIMARY : Buttons.Kind.DEFAULT,
                model.desk()::print);
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setAccessibleText(name);
        again.setAccessibleHelp(explanation);
        again.setDisable(age == Shelf.Age.FRESH || !model.canPrint());
        return Buttons.held(again, () -> name, () -> explanation);
    }

    private Node buttons(Print print, boolean printing) {
        List<Node> all = new ArrayList<>();
        all.add(printing ? cancel() : again(print));
        Button list = named(
                Buttons.of(look, Icon.CHEVRON_DOWN, "All prints", Buttons.Kind.DEFAULT, () -> {}),
                "Chooses, keeps and compares prints, and brings files from elsewhere.");
        list.setOnAction(event -> PrintList.open(look, model, list));
        all.add(list);
        all.add(Panels.gap());
        if (model.desk().checks()) {
            all.add(named(
                    Buttons.of("Check", Buttons.Kind.GHOST, model.desk()::check),
                    "Looks for clipping, clicks, hum and whatever else should be mended before mastering."));
        }
        HBox row = new HBox(look.px(8));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().setAll(all);
        return row;
    }

    @Override
    public void close() {
        look.pulse().remove(frame);
    }
}
