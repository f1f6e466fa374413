package studio.headroom.ui.master.deliver;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.UnaryOperator;
import studio.headroom.mastering.deliver.DeliveryPlan;
import studio.headroom.mastering.deliver.VersionLevel;
import studio.headroom.mastering.prints.Print;

/// The versions in a delivery that is put together, and the prints that they can be. UI thread.
final class VersionsModel {
    private static final int MOST = 8;

    private final Print song;
    private final Runnable changed;
    private Versions chosen;
    private List<OtherPrint> prints = List.of();
    private boolean known;
    private boolean asked;

    /// @param song the print that is delivered as the song
    /// @param remembered what was chosen before
    /// @param changed runs after each change
    VersionsModel(Print song, Versions remembered, Runnable changed) {
        this.song = song;
        this.changed = changed;
        chosen = remembered;
    }

    /// Looks in the background for the song's other prints. What was remembered of prints that are not there any more
    /// is forgotten; nothing is where the folder cannot be read: the work itself will say what is the matter with
    /// it.
    ///
    /// @param folder of the project
    void look(Path folder, ZoneId zone, Executor background, Executor ui) {
        background.execute(() -> {
            List<OtherPrint> all;
            try {
                all = OtherPrint.of(song, folder, zone);
            } catch (IOException e) {
                return;
            }
            ui.execute(() -> {
                prints = all;
                known = true;
                chosen = chosen.of(all.stream().map(OtherPrint::print).toList());
                changed.run();
            });
        });
    }

    Versions chosen() {
        return chosen;
    }

    /// The prints to choose from, the newest first.
    List<OtherPrint> prints() {
        return prints;
    }

    OtherPrint print(int index) {
        Print print = chosen.all().get(index).print();
        return prints.stream()
                .filter(other -> other.print().equals(print))
                .findFirst()
                .orElseGet(() -> new OtherPrint(print, print.title(), ""));
    }

    boolean canAdd() {
        return known && chosen.all().size() < MOST;
    }

    void add() {
        asked = true;
        if (prints.isEmpty()) {
            changed.run();
        } else {
            set(chosen.withOneOf(prints.stream().map(OtherPrint::print).toList()));
        }
    }

    void remove(int index) {
        set(chosen.without(index));
    }

    void change(int index, UnaryOperator<Versions.Version> change) {
        set(chosen.with(index, change.apply(chosen.all().get(index))));
    }

    void setLevel(VersionLevel level) {
        set(chosen.withLevel(level));
    }

    private void set(Versions now) {
        if (!now.equals(chosen)) {
            chosen = now;
            changed.run();
        }
    }

    /// What should be known of them together; empty where there is nothing.
    String hint() {
        if (!chosen.all().isEmpty()) {
            return "Besides the song (" + song.title() + "), through the same chain, in all of the files above.";
        }
        return asked && prints.isEmpty()
                ? "There is no other print of the song. Mute the voice, or call up a snapshot of the mix, and print it:"
                        + " then it can be chosen here."
                : "";
    }

    /// As a plan asks for them.
    List<DeliveryPlan.Other> others() {
        return chosen.all().stream()
                .map(version -> new DeliveryPlan.Other(
                        version.name(), version.print().file(), DeliverModel.sound(version.print()), version.isrc()))
                .toList();
    }
}
