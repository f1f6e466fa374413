package studio.headroom.ui.master.advise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.check.Severity;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.shell.ProgressBox;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;

/// The findings of the quality check in a column of their own. Checks when it comes into a window, and again a moment
/// after the print or the chain has changed. UI thread.
public final class CheckPanel extends VBox implements AutoCloseable {
    private static final double WIDTH = 400;
    /// After so long without a change of the chain it checks again.
    private static final double QUIET_MS = 1500;

    private final Look look;
    private final CheckModel model;
    private final Label sum = Kit.lines("", "hr-sub");
    private final VBox list = new VBox();
    private final Label lookedFor = Kit.lines("", "hr-sub");
    private final VBox busy = new VBox();
    private final Button again;
    private List<CheckModel.Row> shown = List.of();
    private boolean fresh = true;
    private @Nullable ProgressBox progress;
    private FramePulse.@Nullable Delay quiet;
    private final Runnable unobserve;

    /// @param model stays open when this is closed
    /// @param left closes the column
    public CheckPanel(Look look, CheckModel model, Runnable left) {
        this.look = look;
        this.model = model;
        getStyleClass().add("hr-inspector");
        setAccessibleRole(AccessibleRole.PARENT);
        setAccessibleText("Quality check");
        setPrefWidth(look.px(WIDTH));
        setMinWidth(look.px(280));
        setPadding(new Insets(look.px(12)));
        setSpacing(look.px(8));
        again = Kit.small(look, Icon.AUTORENEW, "Check again", "Check again", model::check);
        Button cross = Buttons.icon(look, Icon.CLOSE, "Close the quality check", "", left);
        HBox head = Kit.line(look, Kit.grown(Kit.label("Quality check", "hr-title")), again, cross);
        head.setAlignment(Pos.CENTER_LEFT);
        list.setSpacing(look.px(8));
        busy.setSpacing(look.px(8));
        VBox all = new VBox(look.px(12), list, lookedFor);
        Kit.Scroll scroll = new Kit.Scroll(all, look.px(80));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, sum, busy, scroll);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                left.run();
                event.consume();
            }
        });
        unobserve = model.observe(this::update);
        sceneProperty().addListener((observable, before, scene) -> {
            if (scene != null) {
                update();
            }
        });
        update();
    }

    /// Shows what the model says by now, and lets it check what it has not checked yet.
    private void update() {
        if (getScene() != null) {
            checkSoon();
        }
        again.setDisable(model.isRunning() || !model.canCheck());
        showProgress();
        sum.setText(sum());
        tellLookedFor();
        if (fresh || !model.rows().equals(shown)) {
            fresh = false;
            shown = model.rows();
            list.getChildren()
                    .setAll(shown.stream()
                            .map(row -> (Node) new FindingCard(look, model, row))
                            .toList());
        }
        list.getChildren().forEach(node -> ((FindingCard) node).update());
    }

    private void showProgress() {
        if (!model.isRunning()) {
            progress = null;
            busy.getChildren().clear();
            return;
        }
        ProgressBox box = progress;
        if (box == null) {
            box = new ProgressBox(look);
            progress = box;
            HBox line = Kit.line(look, Kit.grown(box), Kit.small(look, Icon.CLOSE, "Cancel", "Cancel", model::cancel));
            busy.getChildren().setAll(line);
        }
        box.show(model.step(), model.share());
    }

    private void checkSoon() {
        if (quiet != null) {
            quiet.cancel();
            quiet = null;
        }
        if (!model.canCheck() || model.isRunning() || !model.trouble().isEmpty()) {
            return;
        }
        if (!model.isChecked() && !model.wasCanceled()) {
            model.check();
        } else if (model.isStale()) {
            quiet = look.pulse().after(QUIET_MS, () -> {
                if (getScene() != null && model.isStale() && !model.isRunning()) {
                    model.check();
                }
            });
        }
    }

    private String sum() {
        if (!model.trouble().isEmpty()) {
            return model.trouble();
        }
        if (!model.canCheck()) {
            return "There is no print to check yet. Print the mix first.";
        }
        if (!model.isChecked()) {
            return "What is wrong with the print, and with what the chain makes of it.";
        }
        String found = model.rows().isEmpty() ? "Nothing found." : counts() + ".";
        if (!model.part().isEmpty()) {
            found += " Judged as it is delivered: " + model.part() + ".";
        }
        return model.isStale() ? found + " The print, the chain or what is delivered has changed since." : found;
    }

    private void tellLookedFor() {
        String words = model.lookedFor();
        lookedFor.setText(words.isEmpty() ? "" : "Looked for: " + words + ".");
        lookedFor.setVisible(!words.isEmpty());
        lookedFor.setManaged(!words.isEmpty());
    }

    private String counts() {
        List<String> counts = new ArrayList<>();
        count(counts, Severity.ERROR, "error");
        count(counts, Severity.WARNING, "warning");
        count(counts, Severity.INFO, "note");
        return counts.isEmpty() ? "All that was found is mended" : String.join(", ", counts);
    }

    private void count(List<String> counts, Severity severity, String what) {
        long count = model.count(severity);
        if (count > 0) {
            counts.add(String.format(Locale.ROOT, "%d %s%s", count, what, count == 1 ? "" : "s"));
        }
    }

    @Override
    public void close() {
        if (quiet != null) {
            quiet.cancel();
        }
        unobserve.run();
    }
}
