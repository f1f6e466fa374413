package studio.headroom.ui.master.deliver;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleConsumer;
import java.util.function.DoubleFunction;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import studio.headroom.mastering.ClockText;
import studio.headroom.project.Ends;
import studio.headroom.project.Fade;
import studio.headroom.ui.export.Fields;
import studio.headroom.ui.theme.Look;

/// What of the print is delivered: how its beginning and its end are cut, and how it fades there.
final class EndFields {
    private static final double FIELD = 320;
    private static final double KIND = 96;
    private static final double LENGTH = 104;
    private static final String HEAD = "Beginning";
    private static final String TAIL = "End";
    private static final List<String> EDGES = List.of("Whole", "Trimmed", "At a time");
    private static final List<String> SHAPES = List.of("Straight", "Equal power", "S-curve", "Slow");
    private static final List<Double> KEPT = List.of(0.0, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0);
    private static final List<Double> FADES =
            List.of(0.0, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 3.0, 5.0, 8.0, 10.0, 15.0, 20.0, 30.0);
    private static final double HEAD_KEPT = 0.1;
    private static final double TAIL_KEPT = 1;

    private final Look look;
    private final DeliverModel model;
    private final Fields fields;

    /// @param fields that are updated with the form
    EndFields(Look look, DeliverModel model, Fields fields) {
        this.look = look;
        this.model = model;
        this.fields = fields;
    }

    /// The lines of the form.
    List<Node> rows(Label heading) {
        Label silence = Fields.hint("");
        fields.onUpdate(() -> silence.setText(model.silence() + "Only the files are cut."));
        Node shape = fields.line(
                "Fades",
                fields.choice(
                        "Shape of the fades",
                        "How a fade goes: S-curve and slow are soft at silence, equal power keeps the level up longest.",
                        SHAPES,
                        FIELD,
                        () -> model.ends().shape().ordinal(),
                        chosen -> model.changeEnds(TAIL, ends -> ends.withShape(Fade.Shape.values()[chosen]))));
        fields.onUpdate(
                () -> show(shape, model.ends().fadeIn() > 0 || model.ends().fadeOut() > 0));
        return List.of(
                heading,
                silence,
                end(
                        HEAD,
                        () -> model.ends().head(),
                        edge -> ends -> ends.withHead(edge),
                        HEAD_KEPT,
                        0,
                        seconds(
                                "Fade in",
                                "From silence to the sound, at the beginning of the files.",
                                FADES,
                                EndFields::fade,
                                () -> model.ends().fadeIn(),
                                now -> model.changeEnds(HEAD, ends -> ends.withFadeIn(now)))),
                end(
                        TAIL,
                        () -> model.ends().tail(),
                        edge -> ends -> ends.withTail(edge),
                        TAIL_KEPT,
                        model.print().seconds(),
                        seconds(
                                "Fade out",
                                "From the sound to silence, at the end of the files.",
                                FADES,
                                EndFields::fade,
                                () -> model.ends().fadeOut(),
                                now -> model.changeEnds(TAIL, ends -> ends.withFadeOut(now)))),
                shape);
    }

    private interface Change {
        UnaryOperator<Ends> to(Ends.Edge edge);
    }

    /// One end: what becomes of it, what belongs to that, and its fade.
    private Node end(
            String name, Supplier<Ends.Edge> edge, Change change, double usualKept, double usualTime, Node fade) {
        Node kind = fields.choice(
                name,
                "Silence goes but for a little of it, or all that lies beyond a time. Loudness is measured on what is left.",
                EDGES,
                KIND,
                () -> kind(edge.get()),
                chosen -> model.changeEnds(
                        name,
                        chosen == kind(edge.get())
                                ? UnaryOperator.identity()
                                : change.to(
                                        switch (chosen) {
                                            case 1 -> new Ends.Edge.Silence(usualKept);
                                            case 2 -> new Ends.Edge.At(usualTime);
                                            default -> new Ends.Edge.Whole();
                                        })));
        Node kept = seconds(
                name + ", silence kept",
                "How much silence stays beside the sound.",
                KEPT,
                EndFields::kept,
                () -> edge.get() instanceof Ends.Edge.Silence(double seconds) ? seconds : usualKept,
                now -> model.changeEnds(name, change.to(new Ends.Edge.Silence(now))));
        TextField time = fields.text(
                name + ", time",
                "0:00.000",
                () -> edge.get() instanceof Ends.Edge.At(double seconds) ? ClockText.of(seconds) : "",
                text -> type(name, edge.get(), change, text));
        time.setPrefWidth(look.px(LENGTH));
        time.setMaxWidth(look.px(LENGTH));
        fields.onUpdate(() -> {
            show(kept, edge.get() instanceof Ends.Edge.Silence);
            show(time, edge.get() instanceof Ends.Edge.At);
        });
        StackPane either = new StackPane(kept, time);
        either.setMinWidth(look.px(LENGTH));
        either.setPrefWidth(look.px(LENGTH));
        return fields.line(name, kind, either, fade);
    }

    /// What is typed is taken while the end is cut at a time; the field is written to also when it is not.
    private void type(String name, Ends.Edge now, Change change, String text) {
        if (now instanceof Ends.Edge.At(double seconds) && !text.isBlank() && !text.equals(ClockText.of(seconds))) {
            model.changeEnds(
                    name,
                    ends -> change.to(new Ends.Edge.At(ClockText.seconds(text))).apply(ends));
        }
    }

    private static int kind(Ends.Edge edge) {
        return switch (edge) {
            case Ends.Edge.Whole whole -> 0;
            case Ends.Edge.Silence silence -> 1;
            case Ends.Edge.At at -> 2;
        };
    }

    private static void show(Node node, boolean now) {
        node.setVisible(now);
        node.setManaged(now);
    }

    /// A choice among lengths, that of the song among them.
    private Node seconds(
            String name,
            String explanation,
            List<Double> usual,
            DoubleFunction<String> words,
            DoubleSupplier shown,
            DoubleConsumer take) {
        List<Double> all = new ArrayList<>(usual);
        if (!all.contains(shown.getAsDouble())) {
            all.add(shown.getAsDouble());
        }
        return fields.choice(
                name,
                explanation,
                all.stream().map(words::apply).toList(),
                LENGTH,
                () -> all.indexOf(shown.getAsDouble()),
                chosen -> take.accept(all.get(chosen)));
    }

    private static String fade(double seconds) {
        return seconds == 0 ? "No fade" : "Fade " + length(seconds);
    }

    private static String kept(double seconds) {
        return seconds == 0 ? "Keep none" : "Keep " + length(seconds);
    }

    private static String length(double seconds) {
        return seconds < 0.1
                ? Math.round(seconds * 1000) + " ms"
                : String.format(Locale.ROOT, seconds == Math.rint(seconds) ? "%.0f s" : "%.1f s", seconds);
    }
}
