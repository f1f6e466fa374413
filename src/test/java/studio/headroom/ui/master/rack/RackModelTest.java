package studio.headroom.ui.master.rack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.dsp.loudness.LoudnessDistribution;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.mastering.FactoryChain;
import studio.headroom.mastering.gentle.Verdict.Level;
import studio.headroom.mastering.gentle.Work;
import studio.headroom.mastering.prints.Print;
import studio.headroom.mastering.sight.Reduction;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.ui.master.Hearing;

class RackModelTest {
    @TempDir
    Path folder;

    private final List<String> failures = new ArrayList<>();

    private RackModel rack(RackSong song) {
        return new RackModel(song.history, new Hearing(), song, folder, failures::add);
    }

    private static List<String> types(RackSong song) {
        return song.history.current().mastering().chain().stream()
                .map(Insert::type)
                .toList();
    }

    @Test
    void modulesFollowTheChainAndStayTheSameWhileTheirEffectDoes() {
        RackSong song = new RackSong(RackSong.designed());
        RackModel rack = rack(song);
        RackModule compressor = rack.module("m-compressor").orElseThrow();
        rack.chain().move("m-compressor", 0);
        assertThat(rack.modules().stream().map(RackModule::id))
                .containsExactly("m-compressor", "m-eq", "m-saturation", "m-limiter");
        assertThat(rack.module("m-compressor")).containsSame(compressor);
        rack.chain().remove("m-eq");
        assertThat(rack.modules()).hasSize(3);
        song.history.undo();
        song.history.undo();
        assertThat(rack.modules().stream().map(RackModule::id))
                .containsExactly("m-eq", "m-compressor", "m-saturation", "m-limiter");
    }

    @Test
    void whatIsLookedAtIsAlwaysThere() {
        RackSong song = new RackSong(RackSong.designed());
        RackModel rack = rack(song);
        assertThat(rack.selected()).isEqualTo("m-eq");
        rack.selectNext(1);
        assertThat(rack.selected()).isEqualTo("m-compressor");
        rack.chain().remove("m-compressor");
        assertThat(rack.selected()).isEqualTo("m-eq");
        rack.select("nobody");
        assertThat(rack.selected()).isEqualTo("m-eq");
    }

    @Test
    void anEffectIsAddedBeforeTheLastLimiterWithGentleValuesInOneStep() {
        RackSong song = new RackSong(RackSong.designed());
        RackModel rack = rack(song);
        for (AddedEffect added : AddedEffect.all()) {
            int steps = song.history.steps().size();
            rack.add(added);
            assertThat(song.history.steps()).hasSize(steps + 1);
            assertThat(song.history.steps().getFirst()).isEqualTo("Add " + added.label() + " to the mastering");
            RackModule module = rack.module(rack.selected()).orElseThrow();
            assertThat(module.insert().type()).isEqualTo(added.type());
            assertThat(types(song).getLast()).isEqualTo("limiter");
            if (!added.seldom()) {
                assertThat(module.verdict().level()).as(added.label()).isNotEqualTo(Level.NOTE);
            }
            song.history.undo();
            assertThat(types(song)).containsExactly("eq", "compressor", "saturation", "limiter");
        }
    }

    @Test
    void verdictsGoByTheWholePrintWhereItIsKnownAndElseByWhatWasHeardWithTheseSettings() {
        RackSong song = new RackSong(RackSong.designed());
        RackModel rack = rack(song);
        RackModule limiter = rack.module("m-limiter").orElseThrow();
        assertThat(limiter.verdict().level()).isEqualTo(Level.IDLE);
        assertThat(limiter.move()).isEmpty();
        limiter.hear(2.1, 1);
        assertThat(limiter.verdict().level()).isEqualTo(Level.GENTLE);
        assertThat(limiter.move()).isEqualTo("−2.1 dB");
        song.history.apply(
                InsertEdits.set("m-limiter", limiter.editor().control("gain").param(), 9));
        assertThat(limiter.work()).isEqualTo(Work.UNKNOWN);
        float[] steps = new float[100];
        steps[70] = 5;
        rack.setSight(new ChainSight() {
            @Override
            public Optional<Reduction> reduction(String insertId) {
                return insertId.equals("m-limiter")
                        ? Optional.of(new Reduction(RackSong.RATE, steps))
                        : Optional.empty();
            }
        });
        assertThat(limiter.verdict().title()).isEqualTo("Chorus 3: −5.0 dB is not gentle");
        assertThat(limiter.verdict().reason()).startsWith("1:10–1:11. ").contains("Try 1.0 dB less gain");
    }

    @Test
    void slotsAreChosenCopiedAndToldApart() {
        RackSong song = new RackSong(RackSong.designed());
        ChainSlots slots = rack(song).slots();
        assertThat(slots.words("A")).isEqualTo("The chain that is worked on.");
        assertThat(slots.words("C")).startsWith("Never used.");
        assertThat(slots.next()).isEqualTo("B");
        slots.copyTo("B");
        assertThat(slots.active()).isEqualTo("A");
        assertThat(slots.words("B")).isEqualTo("The same as the present chain.");
        song.history.apply(InsertEdits.bypass("m-saturation", true));
        song.history.apply(InsertEdits.remove("m-eq"));
        assertThat(slots.differences("B")).containsExactly("Equalizer added to the chain", "Saturation switched on");
        slots.choose("B");
        assertThat(slots.active()).isEqualTo("B");
        assertThat(types(song)).containsExactly("eq", "compressor", "saturation", "limiter");
        assertThat(song.history.steps()).contains("Chain B");
        assertThat(song.refusals).isEmpty();
    }

    @Test
    void aFactoryChainIsOneStepAndIsKnownByItsName() {
        RackSong song = new RackSong(RackSong.designed());
        RackModel rack = rack(song);
        assertThat(rack.presetName()).isEmpty();
        FactoryChain jazz = FactoryChain.find("jazz").orElseThrow();
        rack.apply(jazz);
        assertThat(types(song))
                .isEqualTo(jazz.chain().stream().map(Insert::type).toList());
        assertThat(rack.presetName()).isEqualTo("Jazz");
        assertThat(song.history.steps()).containsExactly("Chain Jazz");
        // The same effects go on, so that the change is heard as moves of their controls.
        assertThat(rack.module("m-eq")).isPresent();
    }

    @Test
    void ownChainsAreSavedRenamedAndRemoved() {
        RackSong song = new RackSong(RackSong.designed());
        RackModel rack = rack(song);
        rack.saveChain("My sound");
        rack.chain().remove("m-eq");
        var own = rack.ownChains();
        assertThat(own).hasSize(1);
        assertThat(own.getFirst().name()).isEqualTo("My sound");
        rack.apply(own.getFirst());
        assertThat(types(song)).containsExactly("eq", "compressor", "saturation", "limiter");
        assertThat(song.history
                        .current()
                        .mastering()
                        .chain()
                        .getFirst()
                        .values()
                        .asMap())
                .isEqualTo(RackSong.designed().getFirst().values().asMap());
        rack.renameChain("My sound", "Ours");
        assertThat(rack.ownChains().getFirst().name()).isEqualTo("Ours");
        rack.saveChain("../outside");
        assertThat(failures).hasSize(1);
        rack.deleteChain("Ours");
        assertThat(rack.ownChains()).isEmpty();
    }

    /// It is put in all the same, for what is right of it is heard.
    @Test
    void whatAnOwnChainMisspellsIsSaid() throws java.io.IOException {
        RackSong song = new RackSong(RackSong.designed());
        RackModel rack = rack(song);
        java.nio.file.Files.createDirectories(folder.resolve("chain"));
        java.nio.file.Files.writeString(folder.resolve("chain").resolve("By hand.json"), """
                {"format": "headroom-chain", "formatVersion": 1, "chain": [
                 {"type": "limiter", "values": {"gian": 3}}]}""");
        rack.apply(rack.ownChains().getFirst());
        assertThat(types(song)).containsExactly("limiter");
        assertThat(failures).singleElement().asString().contains("By hand", "no control 'gian'; the nearest is 'gain'");
    }

    @Test
    void theDifferenceOfOneEffectIsHeardAtATime() {
        RackSong song = new RackSong(RackSong.designed());
        RackModel rack = rack(song);
        rack.hearDelta(rack.module("m-eq").orElseThrow());
        rack.hearDelta(rack.module("m-limiter").orElseThrow());
        assertThat(song.comparisons.get("m-eq").delta()).isFalse();
        assertThat(song.comparisons.get("m-limiter").delta()).isTrue();
        rack.hearDelta(null);
        assertThat(song.comparisons.get("m-limiter").delta()).isFalse();
        assertThat(song.history.steps()).isEmpty();
    }

    @Test
    void theGentleChainIsMadeOnceByItselfAndAgainWhenAskedFor() {
        RackSong song = new RackSong(List.of());
        var print = new SimpleObjectProperty<Print>();
        List<Runnable> work = new ArrayList<>();
        ChainStart start =
                new ChainStart(song.history, print, work::add, Runnable::run, failures::add, file -> report(-15));
        assertThat(start.isOffered()).isFalse();
        print.set(print("1.wav"));
        assertThat(start.isOffered()).isTrue();
        work.removeFirst().run();
        assertThat(types(song)).containsExactly("eq", "compressor", "saturation", "limiter");
        assertThat(song.history.current().mastering().chain().get(1).values().asMap())
                .containsEntry("threshold", -12.0);
        assertThat(song.history.steps()).containsExactly("Gentle chain");
        song.history.undo();
        print.set(print("2.wav"));
        assertThat(work).isEmpty();
        assertThat(start.isOffered()).isTrue();
        start.begin();
        work.removeFirst().run();
        assertThat(types(song)).hasSize(4);
    }

    @Test
    void aChainIsNeverReplacedAndAPrintThatCannotBeReadIsSaidSo() {
        RackSong song = new RackSong(RackSong.designed());
        List<Runnable> work = new ArrayList<>();
        var print = new SimpleObjectProperty<>(print("1.wav"));
        new ChainStart(song.history, print, work::add, Runnable::run, failures::add, file -> report(-15));
        assertThat(work).isEmpty();
        RackSong empty = new RackSong(List.of());
        new ChainStart(empty.history, print, work::add, Runnable::run, failures::add, file -> {
            throw new IOException("gone");
        });
        work.removeFirst().run();
        assertThat(failures).containsExactly("The gentle chain could not be made: gone");
        assertThat(types(empty)).isEmpty();
    }

    private static Print print(String name) {
        return new Print(Path.of(name), 1, "Mix print 1", "ab", Instant.EPOCH, 48_000, 2, 48_000);
    }

    private static LoudnessReport report(double lufs) {
        return new LoudnessReport(
                lufs,
                5,
                lufs + 4,
                lufs + 3,
                -3,
                -3,
                -3 - lufs,
                0.7,
                0,
                0,
                0,
                0,
                48_000,
                List.of(),
                LoudnessDistribution.NONE);
    }

    @Test
    void theModeIsSaidInWords() {
        RackSong song = new RackSong(RackSong.designed());
        RackModel rack = rack(song);
        assertThat(ModeWords.of(rack.module("m-eq").orElseThrow().editor())).isEqualTo("minimum phase · mid/side");
        rack.module("m-eq").orElseThrow().editor().control("phase").set(1);
        assertThat(ModeWords.of(rack.module("m-eq").orElseThrow().editor())).isEqualTo("linear phase · mid/side");
        rack.module("m-eq").orElseThrow().editor().control("phase").set(2);
        assertThat(ModeWords.of(rack.module("m-eq").orElseThrow().editor())).startsWith("fine linear phase");
        assertThat(ModeWords.of(rack.module("m-compressor").orElseThrow().editor()))
                .isEqualTo("RMS · linked");
        assertThat(ModeWords.of(rack.module("m-saturation").orElseThrow().editor()))
                .isEqualTo("tape");
        assertThat(ModeWords.of(rack.module("m-limiter").orElseThrow().editor()))
                .isEqualTo("true peak · transparent");
        song.history.apply(InsertEdits.values("m-saturation", Values.of(Map.of("channels", 2.0))));
        assertThat(ModeWords.of(rack.module("m-saturation").orElseThrow().editor()))
                .isEqualTo("tape · side only");
    }
}
