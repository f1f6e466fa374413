package studio.headroom.app.window;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import studio.headroom.dsp.analysis.ToneBand;
import studio.headroom.mastering.audition.Audition;
import studio.headroom.mastering.prints.Shelf;
import studio.headroom.ui.command.Command;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.export.Exports;
import studio.headroom.ui.master.Hearing;
import studio.headroom.ui.master.MasterPlace;
import studio.headroom.ui.master.MasterSession;
import studio.headroom.ui.master.advise.AdviseCommands;
import studio.headroom.ui.master.codec.CodedCommands;
import studio.headroom.ui.master.codec.CodedModel;
import studio.headroom.ui.master.deliver.Deliveries;
import studio.headroom.ui.master.print.PrintDesk;
import studio.headroom.ui.master.print.PrintModel;
import studio.headroom.ui.master.rack.RackCommands;
import studio.headroom.ui.master.sight.SightCommands;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.shell.Choosers;
import studio.headroom.ui.shell.Overlay;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.theme.Look;

/// The Master view of one song: what it asks of the program, when its stations are made, when the master is heard. UI
/// thread.
final class MasterScreen {
    private static final String USUAL_HINT = "Space play · \\ bypass · R reference · Ctrl+1 back to the mix · ? keys";

    private final Look look;
    private final Commands commands;
    private final SongSession song;
    private final Path presets;
    private final Doors doors;
    private final Runnable gone;
    private final Hearing hearing = new Hearing();
    private final ExecutorService work = thread("mastering");
    private final ExecutorService listening = thread("mastering-prints");
    private final PrintModel prints;
    private final Runnable unkeep;
    private final StringProperty hint = new SimpleStringProperty(USUAL_HINT);
    private final MasterPlace place;
    private @Nullable MasterStations stations;

    /// What the view asks of the program beside prints and exports.
    ///
    /// @param takeOver takes a sound file over as a print; null lets a person choose one
    /// @param reveal shows a file where it lies
    /// @param failures hears what could not be done
    /// @param overlay where dialogs are shown
    /// @param home where to look for files first
    /// @param deliveries of the master that is open
    record Doors(
            Consumer<@Nullable Path> takeOver,
            Consumer<Path> reveal,
            Consumer<String> failures,
            Supplier<Overlay> overlay,
            Choosers choosers,
            Path home,
            ZoneId zone,
            Supplier<Deliveries> deliveries) {}

    /// @param presets folder of the user's presets of effects
    /// @param gone runs when the song is closed
    MasterScreen(
            Look look,
            Preferences preferences,
            Commands commands,
            SongSession song,
            Path presets,
            Exports exports,
            Doors doors,
            Runnable gone) {
        this.look = look;
        this.commands = commands;
        this.song = song;
        this.presets = presets;
        this.doors = doors;
        this.gone = gone;
        prints = new PrintModel(song, new Desk(exports, preferences), hearing, listening, Platform::runLater);
        unkeep = exports.keepPrints(() -> Set.of(hearing.otherPrint().get()));
        for (ObservableValue<?> each : List.of(
                hearing.compared(),
                hearing.gainDb(),
                hearing.tried(),
                hearing.coded(),
                hearing.raiseDb(),
                hearing.playbackDb(),
                hearing.playbackCeiling(),
                hearing.band())) {
            each.addListener(observable -> showHint());
        }
        place = new MasterPlace(
                look,
                this::stations,
                new MasterPlace.Deeds(
                        hint,
                        event -> false,
                        this::shown,
                        file -> doors.takeOver().accept(file),
                        this::dispose));
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(
                task -> Thread.ofPlatform().name(name).daemon().unstarted(task));
    }

    private MasterPlace.Stations stations() {
        MasterSession session =
                new MasterSession(song, prints.print(), hearing, work, Platform::runLater, doors.failures());
        MasterStations made = new MasterStations(look, commands, session, prints, presets, listening, doors);
        stations = made;
        prints.look();
        made.sound().levels().addListener(observable -> showHint());
        made.coded().state().addListener(observable -> showHint());
        made.coded().sound().addListener(observable -> showHint());
        // Not before the place has them.
        Platform.runLater(() -> made.in(place));
        return made.stations();
    }

    /// Adds the commands of the place.
    ///
    /// @param screen gives what is open, or null
    static void register(Commands commands, Supplier<@Nullable MasterScreen> screen) {
        RackCommands.add(commands, () -> of(screen, MasterStations::rack));
        CodedCommands.add(commands, () -> of(screen, MasterStations::coded));
        AdviseCommands.register(commands, () -> of(screen, MasterStations::advice));
        SightCommands.register(commands, () -> of(screen, MasterStations::sight));
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
    }

    private static <T> @Nullable T of(Supplier<@Nullable MasterScreen> screen, Function<MasterStations, T> part) {
        MasterScreen open = screen.get();
        MasterStations made = open == null ? null : open.stations;
        return made == null ? null : part.apply(made);
    }

    /// What the card of the print asks for.
    private final class Desk implements PrintDesk {
        private final Exports exports;
        private final Preferences preferences;

        Desk(Exports exports, Preferences preferences) {
            this.exports = exports;
            this.preferences = preferences;
        }

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
        public boolean checks() {
            return true;
        }

        @Override
        public void check() {
            MasterStations made = stations;
            if (made != null) {
                made.check();
            }
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
        MasterStations made = stations;
        if (made != null) {
            if (!now) {
                // What is compared ends with the place: nobody comes back to half a master.
                made.rack().hearDelta(null);
                hearing.bypass().set(false);
                hearing.other().set(false);
                hearing.reference().set("");
                hearing.coded().set(Audition.Coded.NONE);
                hearing.playbackDb().set(0);
                hearing.band().set(null);
                song.playback().leavePassage();
            }
            made.show(now);
            showHint();
        }
    }

    private void showHint() {
        MasterStations made = stations;
        double playback = hearing.playbackDb().get();
        ToneBand band = hearing.band().get();
        String lossy = made == null ? "" : made.coded().heard();
        if (made != null && band != null) {
            hint.set((lossy.isEmpty() ? "" : lossy + ". ") + band.label() + " alone (" + band.range() + ")"
                    + (lossy.isEmpty() ? ", of whatever you flip to" : "")
                    + (hearing.isMatching()
                            ? words(", matched, %+.1f dB", hearing.gainDb().get())
                            : "")
                    + ". No file is filtered");
        } else if (!lossy.isEmpty()) {
            double gain = Math.rint(hearing.gainDb().get() * 10) / 10 + 0.0;
            hint.set(lossy
                    + (gain == 0 ? "" : words(hearing.isMatching() ? ", matched, %+.1f dB" : ", %+.1f dB", gain)));
        } else if (made != null && hearing.isMatching()) {
            double common = made.sound().commonLufs();
            double gain = Math.rint(hearing.gainDb().get() * 10) / 10 + 0.0;
            hint.set(
                    Double.isNaN(common)
                            ? "Matched, as soon as the master is measured"
                            : words(
                                    "Matched, " + (gain == 0 ? "%.1f" : "%+.1f")
                                            + " dB: the master and what you compare it with are heard at %.1f LUFS",
                                    gain,
                                    common));
        } else if (made != null && Math.abs(playback) >= 0.05) {
            double ceiling = hearing.playbackCeiling().get();
            String limited = Double.isNaN(ceiling) ? "" : words(", limited at %.1f dBFS", ceiling);
            hint.set(words("You hear the master as it is played there: %+.1f dB", playback) + limited);
        } else {
            hint.set(USUAL_HINT);
        }
    }

    private static String words(String format, Object... values) {
        return String.format(Locale.ROOT, format, values).replace("-", "\u2212");
    }

    Hearing hearing() {
        return hearing;
    }

    /// Null until the place is shown.
    @Nullable
    CodedModel coded() {
        MasterStations made = stations;
        return made == null ? null : made.coded();
    }

    PrintModel prints() {
        return prints;
    }

    MasterPlace place() {
        return place;
    }

    private void dispose() {
        MasterStations made = stations;
        if (made != null) {
            made.close();
        }
        unkeep.run();
        prints.close();
        work.shutdownNow();
        listening.shutdownNow();
        gone.run();
    }
}
