package studio.headroom.ui.master.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import studio.headroom.ui.command.Command;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.command.KeyChord;

/// What can be asked of the coded master by key or by name.
public final class CodedCommands {
    /// The place that they belong to.
    public static final String PLACE = "master";

    /// From the master to what is coded, and back.
    public static final String FLIP = "master.coded.flip";

    /// To the difference alone, and back to the master.
    public static final String DIFFERENCE = "master.coded.difference";

    private static final String GROUP = "Master";

    private CodedCommands() {}

    /// @param model of the song that is open; null while there is none
    /// @return takes them away again
    public static Runnable add(Commands commands, Supplier<@Nullable CodedModel> model) {
        List<Runnable> ends = new ArrayList<>();
        ends.add(commands.add(
                command(
                        model,
                        FLIP,
                        "Flip between master and coded sound",
                        "codec mp3 opus lossy preview compare",
                        CodedModel::flip),
                KeyChord.key(KeyCode.C)));
        ends.add(commands.add(
                command(
                        model,
                        DIFFERENCE,
                        "Hear only what coding changes",
                        "codec mp3 opus artifacts artefacts difference null",
                        CodedModel::flipDifference),
                KeyChord.key(KeyCode.C).withShift()));
        ends.add(commands.add(
                command(model, "master.coded.cancel", "Call off coding", "codec mp3 opus cancel", CodedModel::cancel)));
        ends.add(commands.add(command(
                model, "master.coded.none", "Code nothing any more", "codec mp3 opus off", it -> it.choose(null))));
        return () -> ends.forEach(Runnable::run);
    }

    private static Command command(
            Supplier<@Nullable CodedModel> open, String id, String name, String keywords, Consumer<CodedModel> action) {
        return Command.of(id, GROUP, name, keywords, () -> {
                    CodedModel model = open.get();
                    if (model != null) {
                        action.accept(model);
                    }
                })
                .in(PLACE)
                .when(() -> open.get() != null);
    }
}
