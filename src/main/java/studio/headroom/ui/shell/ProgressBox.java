package studio.headroom.ui.shell;

import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import studio.headroom.ui.theme.Look;

/// How far a long job is: what it does, a bar, and the time that is left as far as it can be told.
public final class ProgressBox extends VBox {
    /// Before that, guesses jump.
    private static final double LEAST_SHARE = 0.05;

    private static final double HEIGHT = 6;

    private final Label what = new Label();
    private final Label left = new Label();
    private final Track track;
    private final long began;

    public ProgressBox(Look look) {
        this(look, System.nanoTime());
    }

    /// @param began when the job began, as [System#nanoTime()] tells
    public ProgressBox(Look look, long began) {
        this.began = began;
        setSpacing(look.px(8));
        what.getStyleClass().add("hr-preference");
        what.setMinWidth(0);
        left.getStyleClass().add("hr-sub");
        left.setMinWidth(Region.USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        track = new Track(look);
        getChildren().addAll(new HBox(look.px(12), what, gap, left), track);
    }

    /// @param share 0..1; negative where it is not known
    public void show(String words, double share) {
        what.setText(words);
        track.share = Math.clamp(share, 0, 1);
        track.requestLayout();
        double seconds = (System.nanoTime() - began) * 1e-9;
        left.setText(share < LEAST_SHARE ? "" : left(seconds * (1 - share) / share));
    }

    static String left(double seconds) {
        long whole = Math.round(seconds);
        return whole < 1 ? "" : String.format(java.util.Locale.ROOT, "%d:%02d left", whole / 60, whole % 60);
    }

    private static final class Track extends StackPane {
        private final Region fill = new Region();
        private double share;

        Track(Look look) {
            getStyleClass().add("hr-progress-track");
            fill.getStyleClass().add("hr-progress-fill");
            fill.setManaged(false);
            setMinHeight(look.px(HEIGHT));
            setPrefHeight(look.px(HEIGHT));
            setAccessibleRole(AccessibleRole.PROGRESS_INDICATOR);
            getChildren().add(fill);
        }

        @Override
        protected void layoutChildren() {
            fill.resizeRelocate(0, 0, Math.rint(getWidth() * share), getHeight());
        }

        @Override
        public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
            return attribute == AccessibleAttribute.VALUE
                    ? (Object) share
                    : super.queryAccessibleAttribute(attribute, parameters);
        }
    }
}
