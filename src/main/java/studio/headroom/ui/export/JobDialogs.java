package studio.headroom.ui.export;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.control.Buttons.Kind;
import studio.headroom.ui.control.TallScroll;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.shell.DialogCard;
import studio.headroom.ui.shell.Overlay;
import studio.headroom.ui.shell.ProgressBox;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// Dialogs of work that writes files: each says what will happen, what happens, or what came of it. They are made anew
/// when the scale changes while they are open. UI thread.
public class JobDialogs {
    private static final double FORM = 924;
    private static final double QUESTION = 480;
    private static final int MOST_ROWS = 8;
    private static final int MOST_PROBLEMS = 4;

    private final Look look;
    private final Overlay overlay;
    /// Held here, since the look holds it weakly.
    private final InvalidationListener scaled = observable -> scale();
    private @Nullable Shown shown;
    private @Nullable TallScroll scrolled;

    /// A dialog, and the button that has the focus first.
    public record Made(DialogCard card, Button first) {}

    /// What is shown, and how it is made again.
    private record Shown(Supplier<Made> make, Runnable left, Made made) {}

    protected JobDialogs(Look look, Overlay overlay) {
        this.look = look;
        this.overlay = overlay;
        look.watch(scaled);
    }

    protected final Look look() {
        return look;
    }

    protected final Runnable hiding(Runnable action) {
        return () -> {
            overlay.hide();
            action.run();
        };
    }

    protected static void nothing() {}

    protected final DialogCard card(String title, double width) {
        return new DialogCard(look, title, width);
    }

    protected final TallScroll scroll(Region content) {
        TallScroll scroll = new TallScroll(content, look.px(80));
        scrolled = scroll;
        return scroll;
    }

    /// @param make makes the dialog, again after each change of the scale
    /// @param left runs when it is left without an answer
    protected final void show(Supplier<Made> make, Runnable left) {
        scrolled = null;
        Made made = make.get();
        made.card.setMinHeight(0);
        shown = new Shown(make, left, made);
        overlay.show(made.card, Pos.CENTER, left);
        made.first.requestFocus();
    }

    private void scale() {
        Shown before = shown;
        if (before == null || before.made.card.getParent() != overlay) {
            shown = null;
            return;
        }
        TallScroll old = scrolled;
        double place = old == null ? 0 : old.getVvalue();
        Node owner = overlay.getScene() == null ? null : overlay.getScene().getFocusOwner();
        String name = owner == null ? null : owner.getAccessibleText();
        show(before.make, before.left);
        TallScroll now = scrolled;
        if (now != null) {
            now.setVvalue(place);
        }
        Shown after = shown;
        // What scrolls has its content once it is styled.
        overlay.applyCss();
        Node same = name == null || after == null ? null : named(after.made.card, name);
        if (same != null) {
            same.requestFocus();
        }
    }

    private static @Nullable Node named(Node node, String name) {
        if (name.equals(node.getAccessibleText()) && node.isFocusTraversable()) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = named(child, name);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    // ---- questions ----

    /// Before the program ends while something is being written.
    ///
    /// @param what "export", "print" or "delivery"
    public final void quitting(String what, Runnable quit, Runnable stay) {
        show(
                () -> {
                    DialogCard card = card("Quit before the " + what + " is complete?", QUESTION)
                            .say("What is written of it until now is removed.");
                    card.button("Quit", Kind.DANGER, hiding(quit));
                    return new Made(card, card.button("Go on", Kind.PRIMARY, hiding(stay)));
                },
                stay);
    }

    /// What becomes of files that are there.
    ///
    /// @param folder that their names are shown from
    public final void existing(Path folder, List<Path> files, Runnable replace, Runnable keepBoth, Runnable back) {
        show(
                () -> {
                    DialogCard card = card(
                                    files.size() == 1 ? "This file exists" : "These " + files.size() + " files exist",
                                    QUESTION)
                            .say("A file that is replaced stays as it is until the new one is complete.");
                    card.add(rows(folder, files));
                    card.button("Back", Kind.GHOST, hiding(back));
                    card.button("Replace", Kind.DEFAULT, hiding(replace));
                    return new Made(card, card.button("Keep both", Kind.PRIMARY, hiding(keepBoth)));
                },
                back);
    }

    private VBox rows(Path folder, List<Path> files) {
        VBox rows = new VBox(look.px(6));
        for (Path file : files.subList(0, Math.min(MOST_ROWS, files.size()))) {
            Label row = new Label(folder.relativize(file).toString());
            row.getStyleClass().add("hr-preference");
            row.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
            rows.getChildren().add(row);
        }
        if (files.size() > MOST_ROWS) {
            rows.getChildren().add(Fields.hint("and " + (files.size() - MOST_ROWS) + " more"));
        }
        return rows;
    }

    // ---- the form ----

    /// Asks for what a model holds.
    ///
    /// @param form makes the fields of it
    /// @param verb what the button says
    /// @param begin takes what the model says by then
    protected final void form(
            FormModel<?> model, String title, Supplier<Region> form, String verb, Runnable left, Runnable begin) {
        show(
                () -> {
                    model.forgetObservers();
                    DialogCard card = card(title, FORM);
                    card.add(scroll(form.get()));
                    Label sum = new Label();
                    sum.setWrapText(true);
                    sum.setMinWidth(0);
                    card.beside(sum);
                    Button cancel = card.button("Cancel", Kind.DEFAULT, hiding(left));
                    Button primary = card.button(verb, Kind.PRIMARY, hiding(begin));
                    boolean[] looked = new boolean[1];
                    Runnable update = () -> {
                        sum(model, sum, primary);
                        // While the disk is looked at for the first time, the other button has the focus.
                        if (!looked[0] && !model.isLooking()) {
                            looked[0] = true;
                            if (cancel.isFocused()) {
                                primary.requestFocus();
                            }
                        }
                    };
                    model.observe(update);
                    update.run();
                    return new Made(card, primary);
                },
                left);
    }

    /// What it comes to, or all that stands against it.
    private void sum(FormModel<?> model, Label sum, Button primary) {
        List<String> problems = model.problems();
        boolean fine = problems.isEmpty();
        int more = problems.size() - MOST_PROBLEMS;
        String words = String.join("\n", problems.subList(0, Math.min(MOST_PROBLEMS, problems.size())))
                + (more > 0 ? "\nand " + more + " more" : "");
        primary.setDisable(!fine || model.isLooking());
        primary.setAccessibleHelp(String.join("\n", problems));
        sum.setText(fine ? model.sum() : words);
        sum.setGraphic(fine ? null : Icon.ALERT_CIRCLE_OUTLINE.node(look, 20, Token.ERR));
        sum.getStyleClass().setAll("label", fine ? "hr-sub" : "hr-problem");
    }

    // ---- under way ----

    /// Calls back with every frame while it is in a window.
    protected final void follow(Region node, Runnable each) {
        FramePulse.Frame frame = seconds -> each.run();
        node.sceneProperty().addListener((observable, before, scene) -> {
            if (scene == null) {
                look.pulse().remove(frame);
            } else {
                look.pulse().add(frame);
            }
        });
        each.run();
    }

    /// Shows how far work is, until it ends or is hidden.
    ///
    /// @param words what stays true meanwhile
    protected final void running(FilesRun run, String title, double width, String words, Runnable hide) {
        show(
                () -> {
                    DialogCard card = card(title, width);
                    ProgressBox progress = new ProgressBox(look, run.began());
                    Label facts = Fields.hint("");
                    FileRows rows = new FileRows(look, run, null);
                    card.add(progress, facts, scroll(rows));
                    card.say(words);
                    follow(card, () -> {
                        progress.show(run.step(), run.share());
                        facts.setText(run.facts());
                        rows.update();
                    });
                    card.button("Cancel", Kind.DEFAULT, run::cancel);
                    return new Made(card, card.button("Hide", Kind.DEFAULT, hide));
                },
                hide);
    }
}
