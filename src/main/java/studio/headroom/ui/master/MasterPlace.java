package studio.headroom.ui.master;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.shell.Place;
import studio.headroom.ui.start.DropSpot;
import studio.headroom.ui.start.Dropped;
import studio.headroom.ui.theme.Look;

/// The place where a mix print becomes what is released. What its parts are is handed in; what is not there leaves its
/// room to others.
public final class MasterPlace implements Place {
    public static final String ID = "master";

    private static final DropSpot TAKE_OVER = new DropSpot("Take over as a print", 0, 0, null);

    /// What becomes of keys that nobody else wanted.
    @FunctionalInterface
    public interface Keys {
        boolean keyPressed(KeyEvent event);
    }

    /// The stations of the place.
    ///
    /// @param print the card of the print, at the upper left
    /// @param wave the print through the chain, beside it
    /// @param chain the order of the chain, below them
    /// @param references what the master is held against, below the chain
    /// @param rack the editors of the chain's effects
    /// @param column the figures, at the right
    public record Stations(
            Region print,
            @Nullable Region wave,
            @Nullable Region chain,
            @Nullable Region references,
            @Nullable Region rack,
            @Nullable Region column) {}

    /// What the place does.
    ///
    /// @param hint for the status bar
    /// @param shown hears whether the place is shown
    /// @param takeOver takes a sound file over as a print
    /// @param dispose runs when the song is closed
    public record Deeds(
            ObservableValue<String> hint,
            Keys keys,
            Consumer<Boolean> shown,
            Consumer<Path> takeOver,
            Runnable dispose) {}

    private final Look look;
    private final Supplier<Stations> stations;
    private final Deeds deeds;
    private @Nullable MasterLayout layout;

    /// @param stations makes them, when the place is shown for the first time
    public MasterPlace(Look look, Supplier<Stations> stations, Deeds deeds) {
        this.look = look;
        this.stations = stations;
        this.deeds = deeds;
    }

    private MasterLayout layout() {
        MasterLayout made = layout;
        if (made == null) {
            made = new MasterLayout(look, stations.get());
            layout = made;
        }
        return made;
    }

    /// Lays something over the right column, or takes it away.
    public void setDrawer(@Nullable Region drawer) {
        layout().setDrawer(drawer);
    }

    /// Whether the song has references: where it is low, their bar has no room while it has none.
    public void setAnyReferences(boolean now) {
        layout().setAnyReferences(now);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String name() {
        return "Master";
    }

    @Override
    public Node node() {
        return layout();
    }

    @Override
    public String output() {
        return "Master";
    }

    @Override
    public ObservableValue<String> hint() {
        return deeds.hint();
    }

    @Override
    public void shown() {
        deeds.shown().accept(true);
    }

    @Override
    public void hidden() {
        deeds.shown().accept(false);
    }

    @Override
    public DropSpot dropSpot(Point2D scene) {
        return TAKE_OVER;
    }

    /// One sound file is taken over; songs, folders and several files are what they are everywhere.
    @Override
    public boolean dropped(List<Path> files) {
        if (files.size() != 1) {
            return false;
        }
        String name = String.valueOf(files.getFirst().getFileName()).toLowerCase(Locale.ROOT);
        boolean sound = Dropped.ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
        if (sound) {
            deeds.takeOver().accept(files.getFirst());
        }
        return sound;
    }

    @Override
    public boolean keyPressed(KeyEvent event) {
        return deeds.keys().keyPressed(event);
    }

    @Override
    public void dispose() {
        deeds.dispose().run();
    }
}
