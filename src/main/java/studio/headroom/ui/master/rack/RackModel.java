package studio.headroom.ui.master.rack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;
import studio.headroom.files.FileException;
import studio.headroom.mastering.ChainIds;
import studio.headroom.mastering.FactoryChain;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.ui.editor.model.ChainModel;
import studio.headroom.ui.editor.model.EditorMemory;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.editor.model.InsertLink;
import studio.headroom.ui.editor.model.PresetFiles;
import studio.headroom.ui.editor.model.Presets;
import studio.headroom.ui.master.Hearing;
import studio.headroom.ui.master.MasterSession;
import studio.headroom.ui.song.SongHistory;

/// The mastering chain as it is worked on: its effects, its slots, its presets, and which effect is looked at. UI
/// thread.
public final class RackModel implements AutoCloseable {
    /// A person's chains lie in this folder beside those of single effects.
    private static final String CHAINS = "chain";

    private final SongHistory history;
    private final Hearing hearing;
    private final InsertLink link;
    private final Consumer<String> failures;
    private final EditorMemory memory = new EditorMemory();
    private final Presets presets;
    private final PresetFiles chains;
    private final ChainModel chain;
    private final ChainSlots slots;
    private final List<RackModule> modules = new ArrayList<>();
    private final List<Runnable> observers = new CopyOnWriteArrayList<>();
    private final ChangeListener<Project> follow = (_, before, now) -> {
        // Edits of the mix are none of its business.
        if (!before.mastering().equals(now.mastering()) || !before.markers().equals(now.markers())) {
            follow();
        }
    };
    private ChainSight sight = ChainSight.NONE;
    private Runnable unsee = () -> {};
    private String selected = "";

    /// @param presetFolder where a person's own presets are; need not exist
    /// @param failures hears what could not be done
    public RackModel(
            SongHistory history, Hearing hearing, InsertLink link, Path presetFolder, Consumer<String> failures) {
        this.history = history;
        this.hearing = hearing;
        this.link = link;
        this.failures = failures;
        presets = new Presets(presetFolder);
        chains = new PresetFiles(presetFolder.resolve(CHAINS));
        chain = new ChainModel(history, ChainModel.MASTERING);
        slots = new ChainSlots(history);
        memory.spectrum().range().show(0);
        history.song().addListener(follow);
        follow();
    }

    public static RackModel of(MasterSession session, Path presetFolder) {
        return new RackModel(
                session.song().history(),
                session.hearing(),
                InsertLink.of(session.song().playback()),
                presetFolder,
                session.failures());
    }

    /// Runs `observer` after every change of what is shown.
    ///
    /// @return ends it
    public Runnable observe(Runnable observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    void changed() {
        observers.forEach(Runnable::run);
    }

    /// Who answers for the whole print.
    public void setSight(ChainSight now) {
        unsee.run();
        sight = now;
        unsee = now.observe(this::changed);
        changed();
    }

    public ChainSight sight() {
        return sight;
    }

    Project song() {
        return history.current();
    }

    public Hearing hearing() {
        return hearing;
    }

    public ChainModel chain() {
        return chain;
    }

    public ChainSlots slots() {
        return slots;
    }

    public EditorMemory memory() {
        return memory;
    }

    /// Those of single effects.
    public Presets presets() {
        return presets;
    }

    /// The effects in their order; those that this program does not know are in the chain's bar alone.
    public List<RackModule> modules() {
        return List.copyOf(modules);
    }

    public Optional<RackModule> module(String insertId) {
        return modules.stream().filter(module -> module.id().equals(insertId)).findFirst();
    }

    /// The id of the effect that is looked at, or empty where there is none.
    public String selected() {
        return selected;
    }

    public void select(String insertId) {
        if (!selected.equals(insertId) && module(insertId).isPresent()) {
            selected = insertId;
            changed();
        }
    }

    /// Looks at the next effect, or the one before.
    public void selectNext(int by) {
        List<String> ids = modules.stream().map(RackModule::id).toList();
        int at = ids.indexOf(selected) + by;
        if (at >= 0 && at < ids.size()) {
            select(ids.get(at));
        }
    }

    private void follow() {
        List<RackModule> before = List.copyOf(modules);
        modules.clear();
        for (Insert insert : chain.inserts()) {
            if (ChainModel.isKnown(insert)) {
                modules.add(before.stream()
                        .filter(module -> module.id().equals(insert.id())
                                && module.insert().type().equals(insert.type()))
                        .findFirst()
                        .orElseGet(() ->
                                new RackModule(this, new EditorModel(history, link, insert.id(), memory), insert)));
                modules.getLast().follow(insert);
            }
        }
        before.stream()
                .filter(module -> !modules.contains(module))
                .forEach(module -> module.editor().close());
        if (module(selected).isEmpty()) {
            selected = modules.isEmpty() ? "" : modules.getFirst().id();
        }
        changed();
    }

    // ---- the chain ----

    /// Adds an effect with gentle values: before the limiter that ends the chain, if there is one, and looks at it.
    public void add(AddedEffect added) {
        List<Insert> now = chain.inserts();
        boolean limited = !now.isEmpty()
                && now.getLast().type().equals("limiter")
                && !added.type().equals("limiter");
        int index = limited ? now.size() - 1 : now.size();
        history.begin("Add " + added.label() + " to the mastering");
        boolean done = history.apply(InsertEdits.addToMastering(added.type(), index));
        String id = done ? chain.inserts().get(index).id() : "";
        if (done && !added.values().asMap().isEmpty()) {
            history.apply(InsertEdits.values(id, added.values()));
        }
        history.end();
        select(id);
    }

    /// What an effect is set to at first in mastering.
    public static Values start(RackModule module) {
        return AddedEffect.of(module.insert().type()).map(AddedEffect::values).orElse(Values.INITIAL);
    }

    /// Puts a chain that comes with the program in the place of the present one.
    public void apply(FactoryChain preset) {
        history.apply(MasteringEdits.chain("Chain " + preset.label(), preset.chain()));
    }

    /// Puts a kept chain in the place of the present one.
    public void apply(PresetFiles.Named preset) {
        history.apply(MasteringEdits.chain("Chain " + preset.name(), preset.chain()));
        List<String> problems = ChainIds.problems(preset.chain());
        if (!problems.isEmpty()) {
            failures.accept(
                    "Not all of the chain “" + preset.name() + "” does something. " + String.join(" ", problems));
        }
    }

    /// A person's own chains, as they are on the disk.
    public List<PresetFiles.Named> ownChains() {
        return chains.all();
    }

    public void saveChain(String name) {
        attempt(() -> chains.save(name, chain.inserts()));
    }

    public void renameChain(String name, String other) {
        attempt(() -> chains.rename(name, other));
    }

    public void deleteChain(String name) {
        attempt(() -> chains.delete(name));
    }

    /// The name of the preset that the chain is; empty where it is none.
    public String presetName() {
        List<Sound> now = sounds(chain.inserts());
        return FactoryChain.all().stream()
                .filter(preset -> sounds(preset.chain()).equals(now))
                .map(FactoryChain::label)
                .findFirst()
                .orElse("");
    }

    private record Sound(String type, Map<String, Double> values) {}

    private static List<Sound> sounds(List<Insert> chain) {
        return chain.stream()
                .map(insert -> new Sound(insert.type(), insert.values().asMap()))
                .toList();
    }

    private interface Filing {
        void run() throws FileException;
    }

    private void attempt(Filing filing) {
        try {
            filing.run();
        } catch (FileException e) {
            failures.accept(String.valueOf(e.getMessage()));
        }
    }

    /// Tells what could not be done.
    public void failed(String what) {
        failures.accept(what);
    }

    /// Hears one effect's difference alone, or none: two at once would say nothing about either.
    ///
    /// @param module null for none
    public void hearDelta(@Nullable RackModule module) {
        for (RackModule each : modules) {
            var delta = each.editor().comparing().delta();
            if (each != module && delta.isOn()) {
                delta.set(0);
            }
        }
        if (module != null) {
            module.editor().comparing().delta().set(1);
        }
    }

    @Override
    public void close() {
        history.song().removeListener(follow);
        unsee.run();
        modules.forEach(module -> module.editor().close());
        modules.clear();
        observers.clear();
    }
}
