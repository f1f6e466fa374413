package studio.headroom.ui.master.advise;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.assist.Advice;
import studio.headroom.mastering.assist.Move.Aspect;
import studio.headroom.ui.control.Buttons.Kind;
import studio.headroom.ui.control.SegmentedControl;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.shell.DialogCard;
import studio.headroom.ui.shell.Overlay;
import studio.headroom.ui.shell.ProgressBox;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// The assistant's dialog: what to go by, how far it is, what it advises. Closes the model when it is left.
public final class AssistantDialog {
    private static final double ASKING = 480;
    private static final double ADVISING = 900;
    private static final double FINDINGS = 276;
    /// After so long without a change the figures are renewed.
    private static final double QUIET_MS = 700;

    private final Look look;
    private final Overlay overlay;
    private final AssistantModel model;
    private AssistantModel.@Nullable Stage shown;
    private Runnable update = () -> {};
    private @Nullable DialogCard current;
    private FramePulse.@Nullable Delay quiet;
    private boolean closed;

    private AssistantDialog(Look look, Overlay overlay, AssistantModel model) {
        this.look = look;
        this.overlay = overlay;
        this.model = model;
    }

    /// Opens it over the window.
    ///
    /// @param model closed with it
    public static void open(Look look, Overlay overlay, AssistantModel model) {
        AssistantDialog dialog = new AssistantDialog(look, overlay, model);
        model.observe(dialog::refresh);
        dialog.refresh();
    }

    private void refresh() {
        if (closed) {
            return;
        }
        if (model.stage() != shown) {
            shown = model.stage();
            update = () -> {};
            DialogCard card =
                    switch (model.stage()) {
                        case CHOOSING -> asking();
                        case LISTENING -> listening();
                        case ADVISED -> advising();
                    };
            card.setMinHeight(0);
            current = card;
            card.sceneProperty().addListener((observable, before, scene) -> {
                // Another dialog, such as that before the program ends, takes its place: then nothing is taken.
                if (scene == null && card == current) {
                    left();
                }
            });
            overlay.show(card, Pos.CENTER, this::left);
        }
        update.run();
    }

    /// Takes nothing.
    private void left() {
        if (!closed) {
            closed = true;
            model.close();
        }
    }

    private void leave() {
        overlay.hide();
        left();
    }

    // ---- what to go by ----

    private DialogCard asking() {
        DialogCard card = new DialogCard(look, "Mastering assistant", ASKING)
                .say("It listens to "
                        + model.print().map(title -> "“" + title + "”").orElse("the print")
                        + ", compares it and sets ordinary effects, each with its reason. Nothing is changed before you"
                        + " take it.");
        card.add(row(
                "Go by",
                Kit.grown(Kit.choice(
                        look,
                        "Go by",
                        "A style is a wide corridor: what lies in it is left alone. References of yours are the better"
                                + " guide.",
                        model.guides(),
                        model.guide(),
                        number -> {
                            model.chooseGuide(number);
                            shown = null;
                            refresh();
                        }))));
        card.add(
                amount(Aspect.TONE, "Tone", "An equalizer with few wide bands."),
                amount(Aspect.WIDTH, "Width", "An imager, and an equalizer on the sides."),
                amount(Aspect.DYNAMICS, "Dynamics", "A compressor, and a touch of tape where it is customary."),
                amount(Aspect.LOUDNESS, "Loudness", "How hard the limiter is driven."));
        card.add(Kit.lines(model.bounds(), "hr-sub"));
        Label trouble = Kit.lines("", "hr-problem");
        trouble.setGraphic(Icon.ALERT_CIRCLE_OUTLINE.node(look, 20, Token.ERR));
        card.add(trouble);
        card.button("Cancel", Kind.DEFAULT, this::leave);
        Button start = card.button("Listen", Kind.PRIMARY, model::start);
        start.setDisable(model.print().isEmpty());
        update = () -> {
            String why = model.print().isEmpty()
                    ? "There is no print to listen to yet. Print the mix first."
                    : model.trouble();
            trouble.setText(why);
            trouble.setVisible(!why.isEmpty());
            trouble.setManaged(!why.isEmpty());
        };
        return card;
    }

    private HBox amount(Aspect aspect, String name, String explanation) {
        return row(
                name,
                Kit.grown(Kit.slider(
                        look,
                        Kit.percent(
                                name + " amount",
                                explanation + " How much of what is advised is done.",
                                model.amount(aspect),
                                1,
                                now -> model.setAmount(aspect, now)))));
    }

    private HBox row(String about, Node node) {
        Label label = Kit.label(about, "hr-preference");
        label.setMinWidth(look.px(72));
        label.setPrefWidth(look.px(72));
        return Kit.line(look, label, node);
    }

    // ---- listening ----

    private DialogCard listening() {
        DialogCard card = new DialogCard(look, "Listening", ASKING);
        ProgressBox progress = new ProgressBox(look);
        card.add(progress).say("Canceling leaves everything as it is.");
        card.button("Cancel", Kind.DEFAULT, model::back);
        update = () -> progress.show(model.step(), model.share());
        return card;
    }

    // ---- what it advises ----

    private DialogCard advising() {
        Advice advice = model.advice();
        if (advice == null) {
            throw new IllegalStateException("there is no advice to show");
        }
        DialogCard card = new DialogCard(look, "Assistant: " + model.guides().get(model.guide()), ADVISING);
        MasterFigures figures = new MasterFigures(look, model, advice);
        MoveRows moves = new MoveRows(look, model, advice);
        FaultCards faults = new FaultCards(look, model, advice);
        VBox left = new VBox(look.px(8), faults);
        left.setMinWidth(look.px(FINDINGS));
        left.setPrefWidth(look.px(FINDINGS));
        left.setMaxWidth(look.px(FINDINGS));
        HBox both = new HBox(look.px(16), left, Kit.grown(moves));
        Kit.Scroll scroll = new Kit.Scroll(both, look.px(120));
        scroll.setPrefWidth(look.px(ADVISING - 40));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        card.add(bar(), figures, scroll);
        card.beside(keep());
        card.button("Back", Kind.GHOST, model::back);
        card.button("Leave it", Kind.DEFAULT, this::leave);
        Button take = card.button("Take it", Kind.PRIMARY, () -> {
            closed = true;
            overlay.hide();
            model.take();
        });
        take.setAccessibleHelp("One step, which can be undone.");
        update = () -> {
            figures.update();
            moves.update();
            faults.update();
            take.setDisable(advice.moves().isEmpty());
            renewSoon();
        };
        return card;
    }

    /// Play, and before or after.
    private HBox bar() {
        Button play = Kit.small(look, Icon.PLAY, "Play", "Play or stop", model::togglePlay);
        play.textProperty().bind(Bindings.when(model.playing()).then("Stop").otherwise("Play"));
        play.graphicProperty()
                .bind(Bindings.when(model.playing())
                        .then(Icon.STOP.node(look, 16, Token.FG_2))
                        .otherwise(Icon.PLAY.node(look, 16, Token.FG_2)));
        SegmentedControl which = Kit.segments(
                look,
                "What is heard",
                "The song as it was, or with the moves that are on: both at one loudness, so that the louder one does not"
                        + " win by being louder.",
                List.of("Before", "With the moves"),
                112,
                model.isPreviewed() ? 1 : 0,
                number -> model.preview(number == 1));
        Region gap = Kit.grown(new Region());
        Label equal = Kit.label("both at one loudness", "hr-sub");
        equal.setGraphic(Icon.SCALE_BALANCE.node(look, 16, Token.FG_2));
        return Kit.line(look, play, which, equal, gap);
    }

    private HBox keep() {
        String slot = model.keepSlot();
        if (slot.isEmpty()) {
            return Kit.line(look);
        }
        return Kit.line(
                look,
                Kit.toggle(
                        look,
                        "Keep the chain of now in slot " + slot,
                        "The chain that is there now stays within reach.",
                        model.keeps(),
                        model::setKeeps),
                Kit.label("Keep the chain of now in slot " + slot.toUpperCase(Locale.ROOT), "hr-sub"));
    }

    private void renewSoon() {
        if (quiet != null) {
            quiet.cancel();
            quiet = null;
        }
        if (model.isStale() && !model.isMeasuring()) {
            quiet = look.pulse().after(QUIET_MS, () -> {
                if (!closed) {
                    model.measure();
                }
            });
        }
    }
}
