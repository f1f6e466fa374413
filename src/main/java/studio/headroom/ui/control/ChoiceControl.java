package studio.headroom.ui.control;

import java.util.List;
import javafx.geometry.Side;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import studio.headroom.param.Range;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.Steps;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// One of several options. The wheel goes through them.
public abstract class ChoiceControl extends ModelControl {
    private final List<String> words;
    private double turned;

    /// @param words the options as people read them, in the order of the parameter's
    protected ChoiceControl(Look look, ControlModel model, AccessibleRole role, List<String> words) {
        super(look, model, role);
        if (!(model.param().range() instanceof Range.Choice choice)
                || choice.options().size() != words.size()) {
            throw new IllegalArgumentException(model.param().id() + " is no choice of " + words);
        }
        this.words = List.copyOf(words);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
    }

    /// Lets the value be told by the words of the list, where these are whole words.
    protected final void tellInWords() {
        model().setWords(value -> words.get((int) Math.round(value)));
    }

    private void scrolled(ScrollEvent event) {
        if (event.getDeltaY() == 0 || !model().enabled()) {
            return;
        }
        event.consume();
        turned += event.getDeltaY() / (event.getMultiplierY() > 0 ? event.getMultiplierY() : 40);
        int whole = (int) turned;
        turned -= whole;
        if (whole != 0) {
            hideTip();
            model().set(Steps.NORMAL.from(model().param(), model().value(), whole));
        }
    }

    /// The options of a parameter, as its ids with a capital letter.
    public static List<String> capitalized(ControlModel model) {
        return model.param().range() instanceof Range.Choice choice
                ? choice.options().stream()
                        .map(option -> Character.toUpperCase(option.charAt(0)) + option.substring(1))
                        .toList()
                : List.of();
    }

    protected final List<String> words() {
        return words;
    }

    protected final int chosen() {
        return (int) Math.round(model().value());
    }

    /// The list of options, the chosen one checked.
    final void showOptions() {
        if (!model().enabled()) {
            return;
        }
        hideTip();
        ContextMenu menu = new ContextMenu();
        for (int i = 0; i < words.size(); i++) {
            int index = i;
            MenuItem item = new MenuItem(words.get(i), check(i == chosen()));
            item.setMnemonicParsing(false);
            item.setOnAction(_ -> model().set(index));
            menu.getItems().add(item);
        }
        menu.setMinWidth(getWidth());
        menu.show(this, Side.BOTTOM, 0, look().px(2));
    }

    private Node check(boolean chosen) {
        if (chosen) {
            return Icon.CHECK.node(look(), 16, Token.FG_1);
        }
        Region space = new Region();
        space.setMinWidth(look().px(16));
        return space;
    }

    @Override
    boolean activatedBySpace() {
        return true;
    }

    @Override
    void activate() {
        showOptions();
    }
}
