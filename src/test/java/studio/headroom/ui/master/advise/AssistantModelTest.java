package studio.headroom.ui.master.advise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.Sources;
import studio.headroom.mastering.assist.Advice;
import studio.headroom.mastering.assist.AssistJob;
import studio.headroom.mastering.assist.Move;
import studio.headroom.mastering.assist.Move.Aspect;
import studio.headroom.mastering.assist.Prints;
import studio.headroom.mastering.check.MasterCheck;
import studio.headroom.param.Values;
import studio.headroom.project.Ends;
import studio.headroom.project.Insert;
import studio.headroom.project.ToDo;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.ui.master.advise.AssistantModel.Stage;

class AssistantModelTest {
    @TempDir
    private Path temp;

    private Studio studio;
    private AssistantModel model;

    @BeforeEach
    void open() {
        studio = new Studio(temp, Prints.music(Prints.hill(60, 200, 8), 0.2, 4));
        studio.history.apply(InsertEdits.addToMastering("eq", 0));
        model = new AssistantModel(studio.session);
    }

    private List<Insert> chain() {
        return studio.history.current().mastering().chain();
    }

    @Test
    void itAdvisesInTheBackgroundAndChangesNothing() {
        List<Insert> before = chain();
        model.start();
        assertThat(model.trouble()).isEmpty();
        assertThat(model.stage()).isEqualTo(Stage.ADVISED);
        assertThat(model.advice().moves()).extracting(Move::aspect).contains(Aspect.TONE, Aspect.LOUDNESS);
        assertThat(model.advice().moves())
                .allSatisfy(move -> assertThat(move.figure()).isPresent());
        assertThat(model.trial().after().report().integratedLufs())
                .isEqualTo(model.advice().lufs(), within(0.3));
        assertThat(model.trial().limitedDb()).isLessThanOrEqualTo(3.0);
        assertThat(chain()).isEqualTo(before);
    }

    @Test
    void whatIsHeardIsATryAndWhatIsTakenIsOneStep() {
        List<Insert> before = chain();
        int steps = studio.history.steps().size();
        model.start();
        double lufs = model.advice().before().report().integratedLufs();
        assertThat(studio.hearing.tried().get().lufs()).isLessThanOrEqualTo(lufs);
        assertThat(studio.hearing.tried().get().master()).isNaN();
        model.preview(true);
        assertThat(studio.hearing.tried().get().master())
                .isEqualTo(model.trial().after().report().integratedLufs());
        assertThat(chain()).extracting(Insert::type).contains("eq", "limiter");
        assertThat(chain()).isNotEqualTo(before);
        model.preview(false);
        assertThat(chain()).isEqualTo(before);
        model.preview(true);
        List<Insert> heard = chain();
        assertThat(model.take()).isTrue();
        assertThat(chain()).isEqualTo(heard);
        assertThat(studio.history.steps()).hasSize(steps + 1).first().isEqualTo("Assistant, Pop");
        // What was there before is within reach.
        assertThat(studio.history.current().mastering().slots()).containsEntry("B", before);
        studio.history.undo();
        assertThat(chain()).isEqualTo(before);
        assertThat(studio.history.current().mastering().slots()).isEmpty();
    }

    @Test
    void theWholeSetIsOneStepBackAndForthAndTheSlotsKeepBothApart() {
        List<Insert> before = chain();
        model.start();
        model.setShare(0, 0.5);
        model.preview(true);
        model.preview(false);
        model.preview(true);
        model.setShare(0, 1);
        model.take();
        List<Insert> taken = chain();
        assertThat(taken).hasSizeGreaterThan(before.size());
        studio.history.undo();
        assertThat(chain()).isEqualTo(before);
        studio.history.redo();
        assertThat(chain()).isEqualTo(taken);
        assertThat(studio.history.current().mastering().slots()).containsEntry("B", before);

        // From slot to slot: what was there before is heard, changed, and left for what was taken.
        studio.history.apply(MasteringEdits.slot("B"));
        assertThat(chain()).extracting(Insert::type).isEqualTo(types(before));
        studio.history.apply(InsertEdits.addToMastering("utility", 0));
        studio.history.apply(MasteringEdits.slot("A"));
        assertThat(chain()).extracting(Insert::type).isEqualTo(types(taken));
        assertThat(chain()).extracting(Insert::values).isEqualTo(values(taken));
        for (int i = 0; i < 4; i++) {
            studio.history.undo();
        }
        assertThat(chain()).isEqualTo(before);
        assertThat(studio.history.current().mastering().slots()).isEmpty();
    }

    private static List<String> types(List<Insert> chain) {
        return chain.stream().map(Insert::type).toList();
    }

    private static List<Values> values(List<Insert> chain) {
        return chain.stream().map(Insert::values).toList();
    }

    @Test
    void whatIsLeftChangesNothing() {
        model.close();
        model = new AssistantModel(studio.session);
        List<Insert> before = chain();
        int steps = studio.history.steps().size();
        model.start();
        model.preview(true);
        model.close();
        assertThat(chain()).isEqualTo(before);
        assertThat(studio.history.steps()).hasSize(steps);
        assertThat(studio.hearing.tried().get()).isNull();
    }

    @Test
    void everyMoveIsTakenByItselfAndInPart() {
        model.start();
        Advice advice = model.advice();
        int tone = 0;
        Insert whole = advice.front(ones(advice)).getFirst();
        model.setShare(tone, 0.5);
        model.preview(true);
        Insert eq = chain().getFirst();
        String gain = advice.moves().get(tone).changes().stream()
                .filter(Move.Change::scaled)
                .findFirst()
                .orElseThrow()
                .param();
        double all = whole.values().asMap().get(gain);
        // Parts are set in tenths.
        assertThat(eq.values().asMap().get(gain)).isEqualTo(all / 2, within(0.051));
        assertThat(model.isStale()).isTrue();
        model.measure();
        assertThat(model.isStale()).isFalse();
        for (int i = 0; i < advice.moves().size(); i++) {
            model.setOn(i, advice.moves().get(i).aspect() == Aspect.LOUDNESS);
        }
        assertThat(chain()).extracting(Insert::type).containsExactly("limiter");
        model.measure();
        assertThat(model.trial().after().report().integratedLufs()).isEqualTo(advice.lufs(), within(0.3));
        model.close();
    }

    private static List<Double> ones(Advice advice) {
        return Collections.nCopies(advice.moves().size(), 1.0);
    }

    @Test
    void aNoteToTheMixIsAStepOfItsOwnWhileOneTries() {
        model.start();
        model.preview(true);
        List<Insert> heard = chain();
        model.note(model.advice().findings().getFirst());
        assertThat(chain()).isEqualTo(heard);
        assertThat(model.isNoted(model.advice().findings().getFirst().text())).isTrue();
        model.close();
        assertThat(studio.history.current().mastering().toDos())
                .singleElement()
                .extracting(ToDo::text)
                .asString()
                .startsWith("Boomy");
    }

    @Test
    void amountsAreSeparateAndNoneIsNoMove() {
        for (Aspect aspect : Aspect.values()) {
            model.setAmount(aspect, 0);
        }
        model.setAmount(Aspect.LOUDNESS, 1);
        model.start();
        assertThat(model.advice().moves()).extracting(Move::aspect).containsOnly(Aspect.LOUDNESS);
    }

    @Test
    void referencesOfTheSongAreGuidesToo() {
        ReferencesModel references = new ReferencesModel(studio.session);
        references.add(List.of(Studio.write(temp.resolve("Pop.wav"), Prints.RATE, Prints.pop())));
        model.close();
        model = new AssistantModel(studio.session);
        assertThat(model.guides()).contains("Like “Pop”");
        model.chooseReference(references.chosen().get().id());
        assertThat(model.amount(Aspect.TONE)).isEqualTo(0.5);
        model.start();
        assertThat(model.trouble()).isEmpty();
        assertThat(model.advice().corridor().toneDistanceDb(model.advice().after()))
                // More than the 6 dB that a match moves at most lie between them.
                .isLessThan(0.6
                        * model.advice()
                                .corridor()
                                .toneDistanceDb(model.advice().before()));
    }

    @Test
    void theMasterThatWasTriedKeepsItsCeiling() throws Exception {
        model.start();
        AssistJob.Trial trial = model.trial();
        try (var source = Sources.randomAccess(studio.print.get().file(), Progress.NONE)) {
            assertThat(MasterCheck.of(source, trial.chain(), Ends.WHOLE, OptionalDouble.of(-1), Progress.NONE)
                            .passed())
                    .isTrue();
        }
    }

    @Test
    void withoutAPrintThereIsNothingToListenTo() {
        studio.print.set(null);
        model.start();
        assertThat(model.stage()).isEqualTo(Stage.CHOOSING);
    }
}
