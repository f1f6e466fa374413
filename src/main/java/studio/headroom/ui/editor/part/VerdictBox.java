package studio.headroom.ui.editor.part;

import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.editor.model.Verdict;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// Says in words what an effect does, with numbers from its meter.
public final class VerdictBox extends HBox {
    /// How it is meant; told by its sign as well as by its color.
    public enum Tone {
        EXPLAINS(Icon.LIGHTBULB_ON_OUTLINE, Token.ACCENT, Token.ACCENT_NOTE),
        QUIET(Icon.INFORMATION_OUTLINE, Token.FG_3, Token.BG_3),
        GOOD(Icon.CHECK_CIRCLE_OUTLINE, Token.OK, Token.ACCENT_NOTE),
        WARNS(Icon.ALERT_OUTLINE, Token.WARN, Token.WARN_NOTE);

        private final Icon icon;
        private final Token ink;
        private final Token ground;

        Tone(Icon icon, Token ink, Token ground) {
            this.icon = icon;
            this.ink = ink;
            this.ground = ground;
        }
    }

    private static final int EVERY = 20;

    private final Look look;
    private final double sign;
    private final Words headline;
    private final Label detail = new Label();
    private @Nullable Tone tone;
    private int count;
    private double least;

    /// A small one, which is told what to say.
    ///
    /// @param least its least height, in units
    public VerdictBox(Look look, double least) {
        this(look, 16, TypeRole.NAME, 10);
        this.least = look.px(least);
        detail.getStyleClass().add("hr-sub");
        detail.setStyle("-fx-text-fill: " + Token.FG_2.css() + ";");
    }

    /// One that follows the meters of a dynamics effect.
    public VerdictBox(Look look, EditorModel model, EditorAnalysis analysis) {
        this(look, 20, TypeRole.CARD_TITLE, 12);
        tell(Tone.EXPLAINS, Verdict.headline(analysis), detail(model, analysis));
        analysis.observe(() -> {
            // Numbers that change with every frame cannot be read.
            if (count++ % EVERY == 0) {
                tell(Tone.EXPLAINS, Verdict.headline(analysis), detail(model, analysis));
            }
        });
    }

    private VerdictBox(Look look, double sign, TypeRole role, double padding) {
        super(look.px(8));
        this.look = look;
        this.sign = sign;
        headline = new Words(look, "", role, Token.FG_1);
        setPadding(new Insets(look.px(padding), look.px(12), look.px(padding), look.px(padding)));
        detail.setWrapText(true);
        detail.setMinHeight(USE_PREF_SIZE);
        VBox text = new VBox(look.px(2), headline, detail);
        text.setMinWidth(0);
        HBox.setHgrow(text, Priority.ALWAYS);
        getChildren().add(text);
    }

    /// Says something else.
    public void tell(Tone how, String now, String more) {
        if (how != tone) {
            if (tone != null) {
                getChildren().removeFirst();
            }
            tone = how;
            getChildren().addFirst(how.icon.node(look, sign, how.ink));
            Panels.fill(look, this, how.ground, 5);
        }
        headline.say(now, Token.FG_1);
        if (!more.equals(detail.getText())) {
            detail.setText(more);
        }
    }

    @Override
    protected double computePrefHeight(double width) {
        return Math.max(least, super.computePrefHeight(width));
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    private static String detail(EditorModel model, EditorAnalysis analysis) {
        return Verdict.detail(analysis, model.comparing().equalLoudness().isOn());
    }
}
