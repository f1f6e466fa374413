package studio.headroom.ui.master.deliver;

import javafx.beans.InvalidationListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import studio.headroom.ui.control.Buttons;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Icon;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// The foot of the Master view's right column: the way to the delivery, what is chosen for it, and how far one is that
/// is
/// under way. UI thread.
public final class DeliverBox extends HBox {
    /// In units.
    public static final double HEIGHT = 64;

    private static final double BUTTON = 168;
    private static final double SMALL_BUTTON = 140;
    /// Below this the button is small.
    private static final double NARROW = 400;
    /// Below this what is chosen takes both lines.
    private static final double NARROWEST = 350;
    private static final String PROMISE = "each file is measured again";

    private final Look look;
    private final Deliveries deliveries;
    private final Button button;
    private final Label first = new Label();
    private final Label second = new Label(PROMISE);
    private final InvalidationListener changed = observable -> update();
    private final InvalidationListener scaled = observable -> scale();
    private final FramePulse.Frame frame = seconds -> progress();
    private boolean following;

    public DeliverBox(Look look, Deliveries deliveries) {
        this.look = look;
        this.deliveries = deliveries;
        getStyleClass().add("hr-panel");
        setAlignment(Pos.CENTER_LEFT);
        button = Buttons.of("Deliver…", Buttons.Kind.PRIMARY, deliveries::deliver);
        button.getStyleClass().add("hr-deliver");
        button.setMinWidth(USE_PREF_SIZE);
        first.getStyleClass().add("hr-preference");
        second.getStyleClass().add("hr-sub");
        for (Label label : new Label[] {first, second}) {
            label.setMinWidth(0);
            label.setTextOverrun(OverrunStyle.ELLIPSIS);
        }
        VBox words = new VBox(first, second);
        words.setAlignment(Pos.CENTER_LEFT);
        words.setMinWidth(0);
        getChildren().addAll(button, words);
        Buttons.explainBy(
                this,
                () -> "Deliver",
                () -> deliveries.summary().get()
                        + ". All files of a release at once, each measured again after it was written.");
        deliveries.summary().addListener(changed);
        deliveries.running().addListener(changed);
        look.percentProperty().addListener(scaled);
        widthProperty().addListener(scaled);
        scale();
        update();
    }

    private void scale() {
        setPadding(new Insets(look.px(12)));
        setSpacing(look.px(16));
        setMinHeight(look.px(HEIGHT));
        setPrefHeight(look.px(HEIGHT));
        button.setGraphic(Icon.FILE_EXPORT_OUTLINE.node(look, 20, Token.WHITE));
        boolean roomy = getWidth() == 0 || getWidth() >= look.px(NARROW);
        button.setPrefWidth(look.px(roomy ? BUTTON : SMALL_BUTTON));
        boolean two = getWidth() == 0 || getWidth() >= look.px(NARROWEST);
        first.setWrapText(!two);
        second.setVisible(two);
        second.setManaged(two);
    }

    private void update() {
        boolean running = deliveries.running().get() != null;
        if (running && !following) {
            look.pulse().add(frame);
        } else if (!running && following) {
            look.pulse().remove(frame);
        }
        following = running;
        button.setText(running ? "Delivering…" : "Deliver…");
        if (running) {
            progress();
        } else {
            first.setText(deliveries.summary().get());
            second.setText(PROMISE);
        }
        button.setAccessibleText(running ? "Show the delivery" : "Deliver, " + first.getText() + ", " + PROMISE);
    }

    private void progress() {
        Deliveries.Delivering delivering = deliveries.running().get();
        if (delivering != null) {
            String done = Math.round(delivering.done() * 100) + " %";
            first.setText(second.isManaged() ? done : done + " · " + delivering.doing());
            second.setText(delivering.doing());
        }
    }

    /// Listens no longer.
    public void close() {
        deliveries.summary().removeListener(changed);
        deliveries.running().removeListener(changed);
        look.percentProperty().removeListener(scaled);
        look.pulse().remove(frame);
    }
}
