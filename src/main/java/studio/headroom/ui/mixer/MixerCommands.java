package studio.headroom.ui.mixer;

import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.automation.AutomationMode;
import studio.headroom.engine.plan.Listening;
import studio.headroom.project.PanLaw;
import studio.headroom.project.Snapshot;
import studio.headroom.project.Strip;
import studio.headroom.ui.command.Command;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.command.KeyChord;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.Steps;

/// What can be done with strips by key or by name. Mute, solo and names are there in the whole Mix place; the arrows
/// are
/// the mixer's own while it has the focus. UI thread.
public final class MixerCommands {
    /// The area of the Mix place that the mixer is.
    public static final String AREA = "mix.mixer";

    private static final String PLACE = "mix";
    private static final String STRIP = "Strip";
    private static final String MIXER = "Mixer";

    private final Commands commands;
    private final Supplier<@Nullable MixerView> shown;

    private MixerCommands(Commands commands, Supplier<@Nullable MixerView> shown) {
        this.commands = commands;
        this.shown = shown;
    }

    /// Adds them for as long as the program runs.
    ///
    /// @param shown the mixer of the song that is open, or null
    public static void register(Commands commands, Supplier<@Nullable MixerView> shown) {
        MixerCommands made = new MixerCommands(commands, shown);
        made.strips();
        made.parts();
        made.modes();
        made.arrows();
        made.mixer();
        made.settings();
    }

    private void add(
            String id,
            String group,
            String name,
            String keywords,
            String scope,
            BooleanSupplier enabled,
            Consumer<MixerView> action,
            KeyChord... chords) {
        Command command = Command.of(id, group, name, keywords, () -> {
                    MixerView view = shown.get();
                    if (view != null) {
                        action.accept(view);
                    }
                })
                .in(scope)
                .when(() -> shown.get() != null && enabled.getAsBoolean());
        commands.add(command, chords);
    }

    private void strip(String id, String name, String keywords, Consumer<StripModel> action, KeyChord... chords) {
        add(
                id,
                STRIP,
                name,
                keywords,
                PLACE,
                this::chosen,
                view -> view.model().focus().ifPresent(action),
                chords);
    }

    private boolean chosen() {
        MixerView view = shown.get();
        return view != null && view.model().focus().isPresent();
    }

    private boolean deletable() {
        MixerView view = shown.get();
        return view != null && view.model().actions().canDelete();
    }

    private void strips() {
        strip(
                "strip.mute",
                "Mute what is selected",
                "silence",
                strip -> turnOver(strip.mute()),
                KeyChord.key(KeyCode.M));
        strip(
                "strip.solo",
                "Solo what is selected",
                "listen alone",
                strip -> turnOver(strip.solo()),
                KeyChord.key(KeyCode.S));
        strip(
                "strip.soloOnly",
                "Solo this alone",
                "exclusive",
                strip -> strip.mixer().solos().only(strip.id()),
                KeyChord.key(KeyCode.S).withAlt());
        add(
                "strip.clearSolo",
                STRIP,
                "Clear solo, or bring it back",
                "unsolo all",
                PLACE,
                () -> true,
                view -> view.model().solos().toggle(),
                KeyChord.key(KeyCode.S).withShift());
        add("strip.rename", STRIP, "Rename", "name", PLACE, this::chosen, MixerView::rename, KeyChord.key(KeyCode.F2));
    }

    /// What menus of strips offer, too, and has no key unless somebody gives it one.
    private void parts() {
        for (Strip.Kind kind : List.of(Strip.Kind.TRACK, Strip.Kind.BUS, Strip.Kind.RETURN)) {
            String word = kind.name().toLowerCase(Locale.ROOT);
            command(
                    "mixer.add" + word,
                    "Add a " + word,
                    "new strip",
                    view -> view.model().actions().add(kind));
        }
        part(
                "strip.group",
                "New group of the selection",
                "link faders together vca",
                strip -> strip.mixer().groups().create(strip.id()));
        part(
                "strip.bus",
                "New bus for the selection",
                "submix sum route output",
                strip -> strip.mixer().actions().busOf(strip.id()));
        part(
                "strip.folder",
                "New folder of the selection",
                "pack together",
                strip -> strip.mixer().folderActions().create(strip.id()));
        add(
                "strip.fold",
                STRIP,
                "Fold or unfold the folder",
                "collapse expand",
                PLACE,
                () -> chosen() && !folderOfChosen().isEmpty(),
                view -> view.model().folderActions().fold(folderOfChosen()));
        part(
                "strip.duplicate",
                "Duplicate the selected strips",
                "copy",
                strip -> strip.mixer().actions().duplicate(strip.id()));
        part(
                "strip.hide",
                "Hide the selected strips",
                "out of sight",
                strip -> strip.mixer().actions().hide(strip.id()));
        strip(
                "strip.bypass",
                "Bypass all effects, or switch them on again",
                "dry off",
                strip -> strip.mixer().actions().bypassAll(strip.id()));
    }

    private void modes() {
        for (AutomationMode mode : AutomationMode.values()) {
            strip(
                    "strip.mode." + id(mode),
                    "Automation mode " + Menus.words(mode.name()),
                    "record write touch latch",
                    strip -> strip.mode().set(mode.ordinal()));
        }
        strip("strip.polarity", "Invert polarity", "phase turn over", strip -> turnOver(strip.polarity()));
    }

    /// Of what is selected beside the master.
    private void part(String id, String name, String keywords, Consumer<StripModel> action) {
        add(
                id,
                STRIP,
                name,
                keywords,
                PLACE,
                this::deletable,
                view -> view.model()
                        .focus()
                        .filter(strip -> strip.kind() != Strip.Kind.MASTER)
                        .ifPresent(action));
    }

    private String folderOfChosen() {
        MixerView view = shown.get();
        return view == null
                ? ""
                : view.model()
                        .focus()
                        .map(strip -> strip.strip().look().folder())
                        .orElse("");
    }

    private static void turnOver(ControlModel toggle) {
        toggle.set(toggle.isOn() ? 0 : 1);
    }

    private void arrows() {
        arrow("mixer.next", "Next strip", KeyCode.RIGHT, view -> view.keys().choose(1, false));
        arrow(
                "mixer.previous",
                "Strip before",
                KeyCode.LEFT,
                view -> view.keys().choose(-1, false));
        arrow(
                "mixer.extendNext",
                "Select the next strip, too",
                KeyCode.RIGHT,
                true,
                view -> view.keys().choose(1, true));
        arrow(
                "mixer.extendPrevious",
                "Select the strip before, too",
                KeyCode.LEFT,
                true,
                view -> view.keys().choose(-1, true));
        add(
                "mixer.delete",
                MIXER,
                "Delete the selected strips",
                "remove track bus return",
                AREA,
                this::deletable,
                view -> view.model().actions().deleteSelected(),
                KeyChord.key(KeyCode.DELETE),
                KeyChord.key(KeyCode.BACK_SPACE));
        fader("mixer.up", "Fader up 0.5 dB", KeyCode.UP, 1);
        fader("mixer.down", "Fader down 0.5 dB", KeyCode.DOWN, -1);
    }

    private void fader(String id, String name, KeyCode code, int step) {
        arrow(id, name, code, view -> view.keys().step(step, Steps.NORMAL, commands.keyIsDown()));
        arrow(
                id + "Fine",
                name.replace("0.5", "0.1"),
                code,
                true,
                view -> view.keys().step(step, Steps.FINE, commands.keyIsDown()));
    }

    private void arrow(String id, String name, KeyCode code, Consumer<MixerView> action) {
        arrow(id, name, code, false, action);
    }

    private void arrow(String id, String name, KeyCode code, boolean shift, Consumer<MixerView> action) {
        KeyChord chord = KeyChord.key(code);
        add(id, MIXER, name, "", AREA, () -> true, action, shift ? chord.withShift() : chord);
    }

    private void mixer() {
        add(
                "mixer.bridge",
                MIXER,
                "Meter bridge",
                "meters of all strips",
                PLACE,
                () -> true,
                view -> view.model().bridge().set(!view.model().bridge().get()),
                KeyChord.key(KeyCode.B));
        command("mixer.find", "Find strips…", "search filter name", MixerView::find, KeyChord.shortcut(KeyCode.F));
        command(
                "mixer.showAll",
                "Show hidden strips",
                "all",
                view -> view.model().actions().showAll());
        command(
                "mixer.wide",
                "All strips wide",
                "width",
                view -> view.model().actions().allWide(true));
        command(
                "mixer.narrow",
                "All strips narrow",
                "width",
                view -> view.model().actions().allWide(false));
        command(
                "mixer.nextClip",
                "Go to the next strip that clips",
                "over loud peak",
                view -> view.model().clips().showNext());
        command(
                "mixer.clearPeaks",
                "Clear all peaks and clips",
                "meter reset",
                view -> view.model().clearPeaks());
        for (Listening.Solo mode : Listening.Solo.values()) {
            command(
                    "mixer.solo." + id(mode),
                    "Solo " + Solos.words(mode).replace("In", "in"),
                    "listen alone afl pfl before after fader",
                    view -> view.model().solos().mode().set(mode));
        }
        for (PanLaw law : PanLaw.values()) {
            command(
                    "mixer.panLaw." + id(law),
                    "Pan law " + PanLawMenu.words(law),
                    "mono center balance equal power",
                    view -> view.model().actions().panLaw(law));
        }
        for (MeterReads reads : MeterReads.values()) {
            command(
                    "mixer.meters." + id(reads),
                    "Meters show " + reads.words(),
                    "level rms lufs k-system",
                    view -> view.model().meters().reads().set(reads));
        }
        snapshots();
        command("mixer.tap", "Meters before or after the fader", "pre post tap", view -> {
            var pre = view.model().meters().beforeFader();
            pre.set(!pre.get());
        });
    }

    private void snapshots() {
        for (String slot : Snapshot.SLOTS) {
            command(
                    "mixer.snapshot" + slot,
                    "Go to mix snapshot " + slot + ", or keep the mix there",
                    "compare scene recall",
                    view -> view.model().snapshots().choose(slot));
            command(
                    "mixer.keep" + slot,
                    "Keep the mix as snapshot " + slot,
                    "scene store take",
                    view -> view.model().snapshots().take(slot));
        }
        command("mixer.equalLoudness", "Snapshots at equal loudness, on or off", "compare level match", view -> {
            var equal = view.model().snapshots().equalLoudness();
            equal.set(!equal.get());
        });
    }

    private static String id(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace("_", "");
    }

    private void command(String id, String name, String keywords, Consumer<MixerView> action, KeyChord... chords) {
        add(id, MIXER, name, keywords, PLACE, () -> true, action, chords);
    }

    private void settings() {
        add(
                "strip.copy",
                STRIP,
                "Copy the settings of the strip",
                "effects sends",
                PLACE,
                this::chosen,
                view -> view.model()
                        .focus()
                        .ifPresent(strip -> view.model().settings().copy(strip.id())),
                KeyChord.shortcut(KeyCode.C).withAlt());
        add(
                "strip.paste",
                STRIP,
                "Paste settings to what is selected",
                "effects sends",
                PLACE,
                () -> chosen() && StripSettings.copied().isPresent(),
                view -> view.model()
                        .focus()
                        .ifPresent(strip -> view.model().settings().paste(strip.id(), StripSettings.Part.ALL)),
                KeyChord.shortcut(KeyCode.V).withAlt());
    }
}
