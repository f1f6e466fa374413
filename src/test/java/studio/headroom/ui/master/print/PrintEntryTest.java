package studio.headroom.ui.master.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.mastering.prints.Print;
import studio.headroom.mastering.prints.Shelf;
import studio.headroom.project.compare.Difference;
import studio.headroom.ui.master.print.PrintEntry.Kind;

/// What the card of a print tells first, and what it says of the rest.
class PrintEntryTest {
    private static final Print PRINT =
            new Print(Path.of("a.wav"), 7, "Mix print 7", "hash", Instant.EPOCH, 48_000, 2, 48_000);

    private static List<PrintEntry> stale(int changes, int minds) {
        List<Difference> items = IntStream.range(0, changes)
                .mapToObj(i -> new Difference(Difference.Kind.LEVEL, "s" + i, 1, "Change " + i))
                .toList();
        List<PrintRemarks.Remark> remarks = IntStream.range(0, minds)
                .mapToObj(i -> new PrintRemarks.Remark("Mind " + i, i - 1))
                .toList();
        return PrintEntry.of(PRINT, Shelf.Age.STALE, new PrintModel.Changes(true, items), "", remarks);
    }

    private static List<String> words(List<PrintEntry> entries) {
        return entries.stream().map(PrintEntry::brief).toList();
    }

    @Test
    void whereThereIsRoomAllIsTold() {
        List<PrintEntry> all = stale(2, 1);
        assertThat(words(all))
                .containsExactly(
                        "Printing again will change",
                        "Change 0",
                        "Change 1",
                        "How loud it will be then is not known until it is printed.",
                        "Mind before you master",
                        "Mind 0");
        assertThat(PrintEntry.fitting(all, 6)).isEqualTo(all);
        assertThat(PrintEntry.fitting(all, 5)).hasSize(5).noneMatch(entry -> entry.kind() == Kind.STANDS);
        assertThat(PrintEntry.rest(all, all)).isEmpty();
    }

    @Test
    void howMuchLouderItWillBeIsSaidWhereItIsCertain() {
        Difference fader = new Difference(Difference.Kind.LEVEL, "master", 1, "Master \u22121.5 dB");
        PrintModel.Changes changes = new PrintModel.Changes(true, List.of(fader), OptionalDouble.of(-1.5));
        assertThat(words(PrintEntry.of(PRINT, Shelf.Age.STALE, changes, "", List.of())))
                .containsExactly(
                        "Printing again will change",
                        "Expected: \u22121.5 LU, and else the same.",
                        "Master \u22121.5 dB");
    }

    @Test
    void titlesGoBeforeWhatStandsBelowThem() {
        List<PrintEntry> all = stale(2, 1);
        List<PrintEntry> shown = PrintEntry.fitting(all, 3);
        assertThat(words(shown)).containsExactly("Change 0", "Change 1", "Mind 0");
        assertThat(PrintEntry.rest(all, shown)).isEmpty();
    }

    @Test
    void whatTheTagSaysGoesFirst() {
        List<PrintEntry> all = PrintEntry.of(
                PRINT, Shelf.Age.FRESH, PrintModel.Changes.NONE, "", List.of(new PrintRemarks.Remark("Mind", -1)));
        assertThat(words(PrintEntry.fitting(all, 2))).containsExactly("Mind before you master", "Mind");
        assertThat(words(PrintEntry.fitting(all, 1))).containsExactly("Mind");
    }

    @ParameterizedTest
    @CsvSource({
        "5, 3, 5, '2 more changes, 3 to mind…'",
        "2, 3, 2, '1 more change, 3 to mind…'",
        "0, 3, 2, '3 to mind…'",
        "3, 0, 2, '2 more changes…'",
        "1, 2, 2, '2 to mind…'",
        "9, 0, 1, '9 changes…'",
    })
    void theRestIsCounted(int changes, int minds, int lines, String rest) {
        List<PrintEntry> all = stale(changes, minds);
        assertThat(PrintEntry.rest(all, PrintEntry.fitting(all, lines))).isEqualTo(rest);
    }

    /// In any card, whatever there is to tell: no more lines than there is room for, no title without what it is the
    /// title of, nothing lost without a word.
    @Test
    void nothingIsLostInSilence() {
        for (int changes = 0; changes < 8; changes++) {
            for (int minds = 0; minds < 5; minds++) {
                List<PrintEntry> all = stale(changes, minds);
                for (int lines = 1; lines < 12; lines++) {
                    List<PrintEntry> shown = PrintEntry.fitting(all, lines);
                    String rest = PrintEntry.rest(all, shown);
                    assertThat(shown.size() + (rest.isEmpty() ? 0 : 1)).isLessThanOrEqualTo(lines);
                    assertThat(shown).allMatch(all::contains);
                    boolean titleLast =
                            !shown.isEmpty() && shown.getLast().kind().title();
                    assertThat(titleLast).isFalse();
                    boolean lost = all.stream()
                            .filter(entry -> entry.kind() == Kind.CHANGE || entry.kind() == Kind.MIND)
                            .anyMatch(entry -> !shown.contains(entry));
                    assertThat(rest.isEmpty()).isEqualTo(!lost);
                }
            }
        }
    }

    @Test
    void whatIsNotKnownIsSaid() {
        List<PrintEntry> all = PrintEntry.of(
                PRINT, Shelf.Age.STALE, PrintModel.Changes.UNKNOWN, "Against print 6: +0.3 LU", List.of());
        assertThat(words(all))
                .containsExactly(
                        "Printing again will change",
                        "What has changed is not known.",
                        "How loud it will be then is not known until it is printed.",
                        "Against print 6: +0.3 LU");
        assertThat(all.get(1).text()).endsWith("before Headroom kept that.");
        assertThat(PrintEntry.rest(all, PrintEntry.fitting(all, 1))).isEqualTo("More…");
    }
}
