package studio.headroom.ui.master.advise;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.effects.Catalogue;
import studio.headroom.mastering.assist.Prints;
import studio.headroom.mastering.check.FindingKind;
import studio.headroom.mastering.check.Mark;
import studio.headroom.mastering.check.Severity;
import studio.headroom.project.Ends;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.ToDo;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.project.edit.SongEdits;
import studio.headroom.ui.song.Playback;

class CheckModelTest {
    private static final int CLICK = 5 * Prints.RATE + 6_000;

    @TempDir
    private Path temp;

    private Studio studio;
    private CheckModel model;

    /// Music that lies off the center, leans to the left, and clicks once.
    private static float[][] faulty() {
        float[][] music = Prints.each(Prints.pop(), 1, x -> 0.7 * x);
        Prints.each(music, -1, x -> 0.5 * x + 0.01);
        for (float[] row : music) {
            row[CLICK] = 0.9f;
        }
        return music;
    }

    @BeforeEach
    void open() {
        studio = new Studio(temp, faulty());
        model = new CheckModel(studio.session);
    }

    private Optional<CheckModel.Row> row(FindingKind kind) {
        return model.rows().stream().filter(row -> row.finding().kind() == kind).findFirst();
    }

    private List<Insert> chain() {
        return studio.history.current().mastering().chain();
    }

    @Test
    void findingsComeTheWorstFirstWithTheirMarks() {
        model.check();
        assertThat(model.trouble()).isEmpty();
        assertThat(model.rows())
                .extracting(row -> row.finding().kind())
                .contains(FindingKind.DC_OFFSET, FindingKind.IMBALANCE, FindingKind.CLICK);
        assertThat(model.rows())
                .extracting(row -> row.finding().severity())
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
        assertThat(model.marks().get()).anySatisfy(mark -> {
            assertThat(mark.words()).startsWith("click");
            assertThat(mark.from()).isBetween(CLICK - 300L, CLICK + 300L);
        });
        assertThat(model.marks().get()).extracting(Mark::from).isSorted();
        assertThat(model.count(Severity.WARNING)).isGreaterThanOrEqualTo(3);
    }

    @Test
    void aJumpLooksAtASecondAroundItAndIsNoEdit() {
        Project before = studio.history.current();
        Playback playback = studio.session.song().playback();
        model.check();
        CheckModel.Row click = row(FindingKind.CLICK).orElseThrow();
        model.jump(click, 0);
        assertThat(playback.passage().get().length()).isEqualTo(Prints.RATE);
        assertThat(playback.passage().get().contains(CLICK)).isTrue();
        assertThat(studio.history.current()).isSameAs(before);
        assertThat(studio.history.steps()).isEmpty();
        playback.looping().set(true);
        assertThat(playback.looping().get()).as("it can be heard over and over").isTrue();
        playback.locate(0);
        assertThat(playback.passage().get()).as("elsewhere").isNull();
        assertThat(playback.looping().get()).as("there is nothing left to loop").isFalse();
        assertThat(model.isEverywhere(row(FindingKind.DC_OFFSET).orElseThrow())).isTrue();
    }

    @Test
    void aPassageGivesWayToTheSongsLoop() {
        Playback playback = studio.session.song().playback();
        Span loop = new Span(0, Prints.RATE);
        studio.history.apply(SongEdits.loop(loop));
        playback.looping().set(true);
        model.check();
        model.jump(row(FindingKind.CLICK).orElseThrow(), 0);
        playback.leavePassage();
        assertThat(playback.looping().get()).as("the song's loop goes on").isTrue();
        model.jump(row(FindingKind.CLICK).orElseThrow(), 0);
        studio.history.apply(SongEdits.loop(new Span(0, 2 * Prints.RATE)));
        assertThat(playback.passage().get()).isNull();
        assertThat(playback.looping().get()).isTrue();
    }

    @Test
    void aCureIsOneStepAndTheMasterIsMended() {
        model.check();
        model.fix(row(FindingKind.DC_OFFSET).orElseThrow());
        model.fix(row(FindingKind.IMBALANCE).orElseThrow());
        assertThat(chain()).extracting(Insert::type).containsExactly("utility");
        assertThat(studio.history.steps())
                .containsExactly("Balance against one side louder", "DC filter against DC offset");
        assertThat(model.isStale()).isTrue();
        model.check();
        assertThat(row(FindingKind.DC_OFFSET).orElseThrow().mended()).isTrue();
        assertThat(row(FindingKind.IMBALANCE).orElseThrow().mended()).isTrue();
        assertThat(row(FindingKind.CLICK).orElseThrow().mended()).isFalse();
        assertThat(model.rows().getLast().mended()).isTrue();
        studio.history.undo();
        studio.history.undo();
        assertThat(chain()).isEmpty();
    }

    /// A cure of what is delivered leaves chain and print alone, and is seen at once.
    @Test
    void silenceAtTheHeadIsTrimmedInTheDeliveryInOneStep(@TempDir Path late) {
        float[][] sound = new float[2][];
        for (int c = 0; c < 2; c++) {
            sound[c] = new float[3 * Prints.RATE + 20 * Prints.RATE];
            System.arraycopy(Prints.pop()[c], 0, sound[c], 3 * Prints.RATE, 20 * Prints.RATE);
        }
        studio = new Studio(late, sound);
        model = new CheckModel(studio.session);
        model.check();
        CheckModel.Row head = row(FindingKind.LONG_HEAD).orElseThrow();
        assertThat(head.remedy().orElseThrow().words()).isEqualTo("Trim the beginning");
        model.fix(head);
        assertThat(studio.history.steps()).containsExactly("Trim the beginning against long silence before");
        assertThat(studio.history.current().mastering().ends().head()).isEqualTo(new Ends.Edge.Silence(0.1));
        assertThat(chain()).isEmpty();
        for (boolean again : new boolean[] {false, true}) {
            if (again) {
                model.check();
            }
            assertThat(model.isStale()).isNotEqualTo(again);
            CheckModel.Row mended = row(FindingKind.LONG_HEAD).orElseThrow();
            assertThat(mended.mended()).isTrue();
            assertThat(mended.mender()).isEqualTo("the delivery");
            assertThat(mended.remedy()).isEmpty();
        }
        assertThat(model.part()).startsWith("2.9").contains("cut off the beginning");
        studio.history.undo();
        model.check();
        assertThat(row(FindingKind.LONG_HEAD).orElseThrow().mended()).isFalse();
    }

    @Test
    void whatIsNotDeliveredIsNotJudgedAndWhatIsStaysInItsPlace() {
        model.check();
        String all = model.lookedFor();
        assertThat(all).contains("clipping", "click", "lost in mono", "mains hum");
        for (boolean mastered : new boolean[] {false, true}) {
            if (mastered) {
                studio.history.apply(InsertEdits.addToMastering("eq", 0));
            }
            studio.history.apply(ends(5, 20));
            model.check();
            assertThat(row(FindingKind.CLICK).orElseThrow().mended()).isFalse();
            assertThat(row(FindingKind.CLICK).orElseThrow().finding().from()).isBetween(CLICK - 300L, CLICK + 300L);
            assertThat(model.isEverywhere(row(FindingKind.DC_OFFSET).orElseThrow()))
                    .isTrue();
            studio.history.apply(ends(6, 20));
            assertThat(model.isStale()).isTrue();
            model.check();
            assertThat(row(FindingKind.CLICK).orElseThrow().mender()).isEqualTo("the delivery");
            assertThat(model.marks().get()).noneMatch(mark -> mark.words().startsWith("click"));
        }
        studio.history.apply(ends(1_000, 2_000));
        model.check();
        assertThat(model.trouble()).contains("nothing is left");
        studio.history.undo();
        assertThat(model.trouble()).isEmpty();
    }

    /// Of what is in the sound itself, what is delivered alone tells: neither a fade nor a cut mends it.
    @Test
    void whatIsInTheSoundIsNeverMendedByTheDelivery(@TempDir Path other) {
        float[][] sound = Prints.each(Prints.pop(), -1, x -> Math.rint(x * 32_768) / 32_768);
        for (float[] row : sound) {
            Arrays.fill(row, 15 * Prints.RATE, row.length, 0);
        }
        studio = new Studio(other, sound);
        model = new CheckModel(studio.session);
        for (Ends ends : List.of(Ends.WHOLE, Ends.WHOLE.withFadeIn(2).withFadeOut(8))) {
            studio.history.apply(MasteringEdits.ends("Ends", ends));
            model.check();
            CheckModel.Row padded = row(FindingKind.PADDED_BITS).orElseThrow();
            assertThat(padded.mender()).isEmpty();
            assertThat(padded.finding().value()).isEqualTo(16);
        }
        studio.history.apply(ends(16, 20));
        model.check();
        assertThat(row(FindingKind.NO_SOUND).orElseThrow().mended()).isFalse();
        assertThat(row(FindingKind.PADDED_BITS)).isEmpty();
    }

    private static Edit ends(double from, double to) {
        return MasteringEdits.ends(
                "Ends", Ends.WHOLE.withHead(new Ends.Edge.At(from)).withTail(new Ends.Edge.At(to)));
    }

    @Test
    void peaksBetweenSamplesGetALimiterAtTheEnd() {
        studio.history.apply(InsertEdits.addToMastering("utility", 0));
        String id = chain().getFirst().id();
        var params = Catalogue.find("utility").orElseThrow().params();
        studio.history.apply(InsertEdits.set(id, params.get(params.indexOf("gain")), 12));
        model.check();
        CheckModel.Row over = model.rows().stream()
                .filter(row -> row.remedy().isPresent()
                        && row.remedy().orElseThrow().words().equals("Limiter"))
                .findFirst()
                .orElseThrow();
        model.fix(over);
        assertThat(chain()).extracting(Insert::type).containsExactly("utility", "limiter");
        model.check();
        assertThat(row(FindingKind.OVER_CEILING)).isEmpty();
        assertThat(row(FindingKind.OVER_FULL_SCALE)).isEmpty();
    }

    @Test
    void aNoteToTheMixNamesTheTimes() {
        model.check();
        CheckModel.Row click = row(FindingKind.CLICK).orElseThrow();
        assertThat(model.isNoted(click)).isFalse();
        model.note(click);
        assertThat(model.isNoted(click)).isTrue();
        ToDo note = studio.history.current().mastering().toDos().getFirst();
        assertThat(note.frame()).isBetween(CLICK - 300L, CLICK + 300L);
        assertThat(note.text()).startsWith("Click at 0:05.1.");
    }

    @Test
    void withoutAPrintNothingIsChecked() {
        studio.print.set(null);
        model.check();
        assertThat(model.isChecked()).isFalse();
        assertThat(model.isRunning()).isFalse();
    }
}
