package studio.headroom.ui.master.rack;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Snapshot;
import studio.headroom.ui.command.Command;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.command.KeyChord;
import studio.headroom.ui.model.ControlModel;

/// What can be asked of the mastering chain by key or by name.
public final class RackCommands {
    /// The place that they belong to.
    public static final String PLACE = "master";

    static final String BYPASS = "master.bypass";
    static final String END_COMPARING = "master.endCompare";

    private static final String GROUP = "Master";

    private RackCommands() {}

    /// @param rack of the song that is open; null while there is none
    /// @return takes them away again
    public static Runnable add(Commands commands, Supplier<@Nullable RackModel> rack) {
        List<Runnable> ends = new ArrayList<>();
        ends.add(commands.add(
                command(
                        rack,
                        BYPASS,
                        "Bypass the chain",
                        "compare loudness without",
                        model -> turn(model.hearing().bypass())),
                KeyChord.key(KeyCode.BACK_SLASH)));
        ends.add(commands.add(
                command(
                        rack,
                        "master.matched",
                        "Compare at equal loudness",
                        "bypass loudness match",
                        model -> turn(model.hearing().matched())),
                KeyChord.key(KeyCode.BACK_SLASH).withShift()));
        ends.add(commands.add(
                command(
                        rack,
                        END_COMPARING,
                        "Hear the master as it is",
                        "end comparison matched loudness bypass reference",
                        model -> model.hearing().endComparing()),
                KeyChord.key(KeyCode.BACK_SLASH).withAlt()));
        for (String letter : Snapshot.SLOTS) {
            ends.add(commands.add(command(
                    rack,
                    "master.chain" + letter,
                    "Go on with chain " + letter,
                    "slot snapshot",
                    model -> model.slots().choose(letter))));
        }
        ends.add(commands.add(command(
                rack,
                "master.keepChain",
                "Keep the chain in the next slot",
                "snapshot copy",
                model -> model.slots().copyTo(model.slots().next()))));
        ends.add(commands.add(
                effect(
                        rack,
                        "master.effect.bypass",
                        "Bypass the effect",
                        "module off on power equal loudness compare",
                        (model, module) -> turn(module.editor().power())),
                KeyChord.key(KeyCode.E)));
        ends.add(commands.add(
                effect(
                        rack,
                        "master.effect.difference",
                        "Hear what the effect changes",
                        "module delta solo listen",
                        (model, module) -> model.hearDelta(
                                module.editor().comparing().delta().isOn() ? null : module)),
                KeyChord.key(KeyCode.D)));
        ends.add(commands.add(command(
                rack, "master.nextEffect", "Look at the next effect", "module rack", model -> model.selectNext(1))));
        ends.add(commands.add(command(
                rack,
                "master.previousEffect",
                "Look at the effect before",
                "module rack",
                model -> model.selectNext(-1))));
        return () -> ends.forEach(Runnable::run);
    }

    private static void turn(BooleanProperty property) {
        property.set(!property.get());
    }

    private static void turn(ControlModel control) {
        control.set(control.isOn() ? 0 : 1);
    }

    /// What is done with the effect that is looked at.
    private static Command effect(
            Supplier<@Nullable RackModel> rack,
            String id,
            String name,
            String keywords,
            BiConsumer<RackModel, RackModule> action) {
        return command(rack, id, name, keywords, model -> model.module(model.selected())
                .ifPresent(module -> action.accept(model, module)));
    }

    private static Command command(
            Supplier<@Nullable RackModel> rack, String id, String name, String keywords, Consumer<RackModel> action) {
        return Command.of(id, GROUP, name, keywords, () -> {
                    RackModel model = rack.get();
                    if (model != null) {
                        action.accept(model);
                    }
                })
                .in(PLACE)
                .when(() -> rack.get() != null);
    }
}
