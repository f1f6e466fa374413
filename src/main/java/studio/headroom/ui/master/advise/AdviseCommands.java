package studio.headroom.ui.master.advise;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.command.Command;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.command.KeyChord;

/// What can be asked of references, assistant and quality check by name and by key while the Master view is shown.
public final class AdviseCommands {
    /// The place in which they are there.
    public static final String PLACE = "master";

    /// From the master to the chosen reference, and back.
    public static final String FLIP = "master.reference.flip";

    private static final String GROUP = "Master";

    private AdviseCommands() {}

    /// What is open.
    ///
    /// @param addReferences lets a person choose files
    /// @param assistant opens the assistant's dialog
    /// @param check opens the quality check
    public record Open(ReferencesModel references, Runnable addReferences, Runnable assistant, Runnable check) {}

    /// @param open null while no song is
    /// @return takes them away again
    public static Runnable register(Commands commands, Supplier<@Nullable Open> open) {
        List<Runnable> added = new ArrayList<>();
        added.add(commands.add(
                of(
                        FLIP,
                        "Flip between master and reference",
                        "compare AB reference track listen",
                        open,
                        it -> it.references.flip()),
                KeyChord.key(KeyCode.R)));
        added.add(commands.add(
                of("master.reference.next", "Next reference", "reference track", open, it -> it.references.neighbor(1)),
                KeyChord.key(KeyCode.R).withShift()));
        added.add(commands.add(of(
                "master.reference.add",
                "Add references…",
                "import reference track",
                open,
                it -> it.addReferences.run())));
        added.add(commands.add(of(
                "master.reference.mean",
                "Compare bands with the mean of all references",
                "average reference track tone",
                open,
                it -> it.references
                        .compared()
                        .averaged()
                        .set(!it.references.compared().averaged().get()))));
        added.add(commands.add(of(
                "master.reference.overlay",
                "Reference over the spectrum",
                "overlay curve spectrum",
                open,
                it -> it.references.overlaid().set(!it.references.overlaid().get()))));
        added.add(commands.add(
                of(
                        "master.assistant",
                        "Mastering assistant…",
                        "auto advice match like style",
                        open,
                        it -> it.assistant.run()),
                KeyChord.shortcut(KeyCode.A).withShift()));
        added.add(commands.add(
                of("master.check", "Quality check", "clipping clicks dc mono errors", open, it -> it.check.run()),
                KeyChord.shortcut(KeyCode.K).withShift()));
        return () -> added.forEach(Runnable::run);
    }

    private interface Action {
        void run(Open open);
    }

    private static Command of(String id, String name, String keywords, Supplier<@Nullable Open> open, Action action) {
        return Command.of(id, GROUP, name, keywords, () -> {
                    Open now = open.get();
                    if (now != null) {
                        action.run(now);
                    }
                })
                .in(PLACE)
                .when(() -> open.get() != null);
    }
}
