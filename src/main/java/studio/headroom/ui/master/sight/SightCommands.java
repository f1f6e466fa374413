package studio.headroom.ui.master.sight;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.command.Command;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.command.KeyChord;
import studio.headroom.ui.model.ControlModel;

/// What can be asked of the pictures of the master by name and by key while the Master view is shown.
public final class SightCommands {
    /// Hears the chosen band alone, or all of them.
    public static final String LISTEN = "master.band.listen";

    private static final String PLACE = "master";
    private static final String GROUP = "Master";

    private SightCommands() {}

    /// @param open null while no song is
    /// @return takes them away again
    public static Runnable register(Commands commands, Supplier<@Nullable SightModel> open) {
        List<Runnable> added = new ArrayList<>();
        added.add(commands.add(
                of(
                        "master.bands",
                        "Compare with the reference band by band",
                        "difference tone balance spectrum bass treble",
                        open,
                        it -> toggle(it.choices().bands())),
                KeyChord.key(KeyCode.B).withShift()));
        added.add(commands.add(
                of(
                        LISTEN,
                        "Listen to one band, or to all",
                        "solo band-pass filter reference bass treble",
                        open,
                        it -> it.bands().listen()),
                KeyChord.key(KeyCode.B)));
        added.add(commands.add(of(
                "master.band.next",
                "Next band",
                "listen solo higher",
                open,
                it -> it.bands().neighbor(1))));
        added.add(commands.add(of(
                "master.band.previous",
                "Previous band",
                "listen solo lower",
                open,
                it -> it.bands().neighbor(-1))));
        added.add(commands.add(
                of(
                        "master.spectrogram",
                        "Waveform or spectrogram",
                        "spectrum over time frequencies sonogram",
                        open,
                        it -> toggle(it.choices().spectrogram())),
                KeyChord.key(KeyCode.W)));
        return () -> added.forEach(Runnable::run);
    }

    private static void toggle(ControlModel choice) {
        choice.set(choice.isOn() ? 0 : 1);
    }

    private static Command of(
            String id, String name, String keywords, Supplier<@Nullable SightModel> open, Consumer<SightModel> action) {
        return Command.of(id, GROUP, name, keywords, () -> {
                    SightModel now = open.get();
                    if (now != null) {
                        action.accept(now);
                    }
                })
                .in(PLACE)
                .when(() -> open.get() != null);
    }
}
