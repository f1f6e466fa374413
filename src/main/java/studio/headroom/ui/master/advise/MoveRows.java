package studio.headroom.ui.master.advise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.mastering.assist.Advice;
import studio.headroom.mastering.assist.Move;
import studio.headroom.param.Param;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;

/// The moves, a card each: what, how much of it, why, and what it changes.
final class MoveRows extends VBox {
    private final Look look;
    private final AssistantModel model;
    private final List<Runnable> updates = new ArrayList<>();

    MoveRows(Look look, AssistantModel model, Advice advice) {
        super(look.px(8));
        this.look = look;
        this.model = model;
        int count = advice.moves().size();
        getChildren().add(Kit.label(count == 1 ? "One move" : count + " moves", "hr-title"));
        for (int i = 0; i < count; i++) {
            getChildren().add(card(i, advice.moves().get(i)));
        }
        if (count == 0) {
            getChildren()
                    .add(Kit.lines(
                            "There is nothing to move with these amounts. Go back for others.", "hr-dialog-text"));
        }
    }

    private VBox card(int index, Move move) {
        String name = aspect(move) + ": " + effect(move);
        Label title = Kit.label(effect(move), "hr-title");
        Label aspect = Kit.label(aspect(move), "hr-sub");
        aspect.setMinWidth(Region.USE_PREF_SIZE);
        Label settings = Kit.lines("", "hr-file-state");
        Label reason = Kit.lines(sentence(move.reason()), "hr-dialog-text");
        Label figure = Kit.lines("", "hr-sub");
        ControlModel amount = Kit.percent(
                name + ", amount",
                "How much of this move is taken.",
                model.share(index),
                1,
                now -> model.setShare(index, now));
        HBox slider = Kit.slider(look, amount);
        slider.setMinWidth(look.px(160));
        slider.setPrefWidth(look.px(160));
        Button note = Kit.small(
                look, Icon.PENCIL_OUTLINE, "Note to the mix", "Note to the mix: " + name, () -> model.note(move));
        HBox head = Kit.line(
                look,
                Kit.toggle(
                        look, name, "Whether this move is taken.", model.isOn(index), now -> model.setOn(index, now)),
                title,
                Kit.grown(aspect),
                slider);
        HBox foot = Kit.line(look, Kit.grown(figure), note);
        VBox card = new VBox(look.px(6), head, settings, reason, foot);
        card.getStyleClass().add("hr-card");
        card.setPadding(new Insets(look.px(10)));
        updates.add(() -> {
            boolean on = model.isOn(index);
            amount.setDisabledReason(on ? null : "this move is off");
            reason.setOpacity(on ? 1 : 0.55);
            settings.setOpacity(on ? 1 : 0.55);
            settings.setText(settings(move, model.share(index)));
            figure.setText(figure(move, on ? model.share(index) : 0));
            boolean noted = model.isNoted(move.reason());
            note.setDisable(noted);
            note.setText(noted ? "Noted" : "Note to the mix");
        });
        return card;
    }

    private static String aspect(Move move) {
        String name = move.aspect().name();
        return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
    }

    private static String effect(Move move) {
        String label = type(move).label();
        if (!move.effect().equals("eq")) {
            return label;
        }
        String first = move.changes().getFirst().param();
        return label + ", band " + first.substring("band".length(), first.indexOf('.'))
                + (move.aspect() == Move.Aspect.WIDTH ? ", sides" : "");
    }

    private static EffectType type(Move move) {
        return Catalogue.find(move.effect()).orElseThrow();
    }

    /// Every control that is moved, as it will stand.
    private static String settings(Move move, double share) {
        if (move.aspect() == Move.Aspect.LOUDNESS) {
            return move.figure()
                    .map(loudness -> "driven from " + Figures.lufs(loudness.before()) + " to "
                            + Figures.lufs(loudness.at(share)))
                    .orElse("");
        }
        return move.effect().equals("eq")
                ? band(move, share)
                : move.changes().stream()
                        .filter(change -> change.from() != change.to())
                        .map(change -> setting(move, change, share))
                        .collect(Collectors.joining(" · "));
    }

    /// `bell at 110 Hz, Q 0.70: −3.0 dB`.
    private static String band(Move move, double share) {
        return value(move, ".type", share) + " at " + value(move, ".freq", share) + ", Q " + value(move, ".q", share)
                + ": " + value(move, ".gain", share)
                + (move.aspect() == Move.Aspect.WIDTH ? ", on the sides" : "");
    }

    private static String value(Move move, String control, double share) {
        return move.changes().stream()
                .filter(change -> change.param().endsWith(control))
                .findFirst()
                .map(change -> value(param(move, change), change, share))
                .orElse("");
    }

    private static Param param(Move move, Move.Change change) {
        return type(move).params().get(type(move).params().indexOf(change.param()));
    }

    private static String value(Param param, Move.Change change, double share) {
        double value = change.at(share);
        return param.format(share == 1 || !change.scaled() ? value : Math.rint(value * 10) / 10);
    }

    private static String setting(Move move, Move.Change change, double share) {
        Param param = param(move, change);
        String label = param.label();
        // "Ratio" goes on as "ratio", "RMS window" stays.
        boolean word = label.length() > 1 && Character.isLowerCase(label.charAt(1));
        String name = word ? label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1) : label;
        return name + " " + value(param, change, share);
    }

    private static String figure(Move move, double share) {
        return move.figure()
                .map(figure -> figure.what() + ": " + Figures.number(figure.before()) + " → "
                        + (share == 1 ? "" : "about ") + Figures.number(figure.at(share)) + " " + figure.unit())
                .orElse("");
    }

    private static String sentence(String reason) {
        return Figures.minus(reason.substring(0, 1).toUpperCase(Locale.ROOT) + reason.substring(1)) + ".";
    }

    /// Shows what the model says by now.
    void update() {
        updates.forEach(Runnable::run);
    }
}
