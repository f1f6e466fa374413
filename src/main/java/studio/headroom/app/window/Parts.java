package studio.headroom.app.window;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.command.KeyChord;
import studio.headroom.ui.export.Exports;
import studio.headroom.ui.mixer.MixerCommands;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.shell.Place;
import studio.headroom.ui.shell.Shell;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.timeline.TimelineCommands;

/// What the places of the window are made of, and their commands.
final class Parts implements Shell.PlaceMaker {
    private final Look look;
    private final Preferences preferences;
    private final Path presets;
    private final Consumer<String> failures;
    private final Supplier<Exports> exports;
    private @Nullable Commands commands;
    private @Nullable MixScreen mix;
    private @Nullable MasterScreen master;
    private final MasterScreen.Doors masterDoors;

    /// @param presets folder of the user's presets of effects
    /// @param failures hears what could not be done
    /// @param exports prints and exports the open song; there as soon as a song is opened
    /// @param masterDoors what the Master view asks of the program
    Parts(
            Look look,
            Preferences preferences,
            Path presets,
            Consumer<String> failures,
            Supplier<Exports> exports,
            MasterScreen.Doors masterDoors) {
        this.look = look;
        this.preferences = preferences;
        this.presets = presets;
        this.failures = failures;
        this.exports = exports;
        this.masterDoors = masterDoors;
    }

    @Override
    public void register(Commands all) {
        commands = all;
        TimelineCommands.register(all, () -> of(MixScreen::timeline));
        MixerCommands.register(all, () -> of(MixScreen::mixer));
        MasterScreen.register(all, () -> master);
    }

    /// The Mix view of the song that is open, or null.
    @Nullable
    MixScreen mix() {
        return mix;
    }

    /// The Master view of the song that is open, or null.
    @Nullable
    MasterScreen master() {
        return master;
    }

    /// Something of the Mix view that is shown, or null.
    private <T> @Nullable T of(Function<MixScreen, T> part) {
        MixScreen shown = mix;
        return shown == null ? null : part.apply(shown);
    }

    @Override
    public List<Place> places(SongSession session) {
        MixScreen[] made = new MixScreen[1];
        made[0] = new MixScreen(look, preferences, commands, session, presets, failures, exports.get(), () -> {
            if (mix == made[0]) {
                mix = null;
            }
        });
        mix = made[0];
        Commands all = commands;
        if (all != null) {
            made[0].timeline().keysOf(all);
            made[0].mixer().keysRunBy(event -> all.run(KeyChord.of(event)));
        }
        return List.of(made[0].place(), master(session).place());
    }

    private MasterScreen master(SongSession session) {
        Commands known = commands;
        Commands all = known == null ? new Commands() : known;
        MasterScreen[] made = new MasterScreen[1];
        made[0] = new MasterScreen(look, preferences, all, session, presets, exports.get(), masterDoors, () -> {
            if (master == made[0]) {
                master = null;
            }
        });
        master = made[0];
        return made[0];
    }
}
