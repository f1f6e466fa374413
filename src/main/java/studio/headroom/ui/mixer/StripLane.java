package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import studio.headroom.ui.theme.Look;

/// The part of the strips that is in sight; all its children are views of strips and tabs of folders. UI thread.
final class StripLane extends Region {
    private final Look look;
    private final Supplier<LanePlaces> places;
    private final Function<LanePlaces.Place, Region> views;
    private final Rectangle window = new Rectangle();
    private double scroll;

    /// @param places where all would stand, in the toolkit's pixels
    /// @param views what is shown at a place; the same for the same place where it can stay
    StripLane(Look look, Supplier<LanePlaces> places, Function<LanePlaces.Place, Region> views) {
        this.look = look;
        this.places = places;
        this.views = views;
        window.setManaged(false);
        setClip(window);
    }

    List<Node> children() {
        return getChildren();
    }

    /// What is left of it, in the toolkit's pixels.
    double scroll() {
        return scroll;
    }

    void scrollTo(double left) {
        scroll = left;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        window.setWidth(getWidth());
        window.setHeight(getHeight());
        List<Node> shown = new ArrayList<>();
        Set<Node> now = new HashSet<>();
        double left = Math.rint(scroll * look.outputScale()) / look.outputScale();
        for (LanePlaces.Place place : places.get().places()) {
            double x = place.x() - left;
            if (x + place.width() > 0 && x < getWidth()) {
                Region view = views.apply(place);
                shown.add(view);
                now.add(view);
                view.resizeRelocate(x, 0, place.width(), getHeight());
            }
        }
        if (!getChildren().equals(shown)) {
            // What stays is not taken away in between: its gestures go on.
            getChildren().removeIf(node -> !now.contains(node));
            for (int i = 0; i < shown.size(); i++) {
                if (shown.get(i).getParent() == null) {
                    getChildren().add(Math.min(i, getChildren().size()), shown.get(i));
                }
            }
            if (!getChildren().equals(shown)) {
                getChildren().setAll(shown);
            }
        }
    }
}
