package studio.headroom.app.window;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.prints.Shelf;
import studio.headroom.ui.command.Command;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.command.KeyChord;
import studio.headroom.ui.export.Exports;
import studio.headroom.ui.master.Hearing;
import studio.headroom.ui.master.MasterPlace;
import studio.headroom.ui.master.MasterSession;
import studio.headroom.ui.master.MasterSound;
import studio.headroom.ui.master.print.PrintCard;
import studio.headroom.ui.master.print.PrintDesk;
import studio.headroom.ui.master.print.PrintModel;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.theme.Look;

/// The Master view of one song: the print, its chain, and what is heard of them. UI thread.
final class MasterScreen {
    private static final String USUAL_HINT = "Space play · Ctrl+1 back to the mix · Ctrl+K find a command · ? keys";

    private final SongSession song;
    private final Hearing hearing = new Hearing();
    private final ExecutorService work = thread("mastering");
    private final ExecutorService measuring = thread("mastering-loudness");
    private final PrintModel prints;
    private final PrintCard card;
    private final MasterSound sound;
    private final StringProperty hint = new SimpleStringProperty(USUAL_HINT);
    private final MasterPlace place;
    private final Runnable gone;

    /// What the view asks of the program beside prints and exports.
    ///
    /// @param takeOver takes a sound file over as a print; null lets a person choose one
    /// @param reveal shows a file where it lies
    /// @param failures hears what could not be done
    record Doors(Consumer<@Nullable Path> takeOver, Consumer<Path> reveal, Consumer<String> failures, ZoneId zone) {}

    /// @param gone runs when the song is closed
    MasterScreen(
            Look look, Preferences preferences, SongSession song, Exports exports, Doors doors, Runnable gone) {
        this.song = song;
        this.gone = gone;
        prints = new PrintModel(song, new Desk(exports, doors, preferences), hearing, work, Platform::runLater);
        sound = new MasterSound(
                song, prints.print(), prints.other(), hearing, look.pulse(), measuring, Platform::runLater);
        MasterSession session = new MasterSession(
                song, prints.print(), hearing, work, Platform::runLater, doors.failures());
        card = new PrintCard(look, session, prints);
        exports.keepPrints(() -> Set.of(hearing.otherPrint().get()));
        sound.levels().addListener(observable -> showHint());
        for (ObservableValue<?> each : Set.of(hearing.matched(), hearing.bypass(), hearing.other(), hearing.reference())) {
            each.addListener(observable -> showHint());
        }
        place = new MasterPlace(
                look,
                new MasterPlace.Stations(card, null, null, null, null, null),
                new MasterPlace.Deeds(
                        hint, event -> false, this::shown, file -> doors.takeOver().accept(file), this::dispose));
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                task -> Thread.ofPlatform().name(name).daemon().unstarted(task));
    }

    /// Adds the commands of the place.
    ///
    /// @param screen gives what is open, or null
    static void register(Commands commands, java.util.function.Supplier<@Nullable MasterScreen> screen) {
        commands.add(Command.of("master.flipPrints", "Master", "Flip between two prints", "compare a b other", () -> {
                    MasterScreen open = screen.get();
                    if (open != null) {
                        open.prints.flip();
                    }
                })
                .in(MasterPlace.ID)
                .when(() -> {
                    MasterScreen open = screen.get();
                    return open != null && open.prints.other().get() != null;
                }));
        commands.add(Command.of(
                        "master.matched", "Master", "Compare at equal loudness", "matched level gain", () -> {
                            MasterScreen open = screen.get();
                            if (open != null) {
                                open.hearing.matched().set(!open.hearing.matched().get());
                            }
                        })
                .in(MasterPlace.ID));
    }

    private record Desk(Exports exports, Doors doors, Preferences preferences) implements PrintDesk {
        @Override
        public ObservableValue<Shelf> shelf() {
            return exports.shelf();
        }

        @Override
        public ObservableValue<Exports.@Nullable Printing> printing() {
            return exports.quietPrint();
        }

        @Override
        public void print() {
            exports.printQuietly();
        }

        @Override
        public void takeOver() {
            doors.takeOver().accept(null);
        }

        @Override
        public void reveal(Path file) {
            doors.reveal().accept(file);
        }

        @Override
        public ZoneId zone() {
            return doors.zone();
        }

        @Override
        public int limit() {
            return preferences.prints().get();
        }
    }

    private void shown(boolean now) {
        sound.show(now);
    }

    private void showHint() {
        double gain = sound.gainDb();
        hint.set(
                gain == 0
                        ? USUAL_HINT
                        : String.format(
                                        java.util.Locale.ROOT,
                                        "Equal loudness: what you hear is played %.1f dB lower, and all that is compared"
                                                + " sits at %.1f LUFS",
                                        -gain,
                                        sound.levels().get().common())
                                .replace('-', '\u2212'));
    }

    Hearing hearing() {
        return hearing;
    }

    PrintModel prints() {
        return prints;
    }

    MasterSound sound() {
        return sound;
    }

    MasterPlace place() {
        return place;
    }

    SongSession song() {
        return song;
    }

    private void dispose() {
        sound.close();
        card.close();
        prints.close();
        work.shutdownNow();
        measuring.shutdownNow();
        gone.run();
    }
}
