package studio.headroom.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"Kick", "Kick  In", "Größe 2½", "底鼓", "a/b:c", "🥁 Drums"})
    void aNameThatIsFineStays(String name) {
        assertThat(Names.line(name)).isSameAs(name);
    }

    @Test
    void aNameIsOneLine() {
        assertThat(Names.line("Kick\r\nIn")).isEqualTo("Kick In");
        assertThat(Names.line("\tKick\u0000\u0007In\u2028")).isEqualTo("Kick In");
        assertThat(Names.line("  Kick ")).isEqualTo("Kick");
    }

    @Test
    void nothingTurnsTheDirectionOfWhatFollows() {
        assertThat(Names.line("\u202Egnp.kick\u202C")).isEqualTo("gnp.kick");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "\t \r\n", "\uFEFF", "\u202E"})
    void whatHoldsNothingToReadHasTheOtherName(String nothing) {
        assertThat(Names.line(nothing)).isEmpty();
        assertThat(Names.line(nothing, "Track")).isEqualTo("Track");
    }

    @Test
    void aNameIsCutWhereNoCharacterBreaks() {
        String drums = "🥁".repeat(Names.MAX_LENGTH);
        assertThat(Names.line(drums)).isEqualTo("🥁".repeat(Names.MAX_LENGTH / 2));
        assertThat(Names.line("x" + drums)).isEqualTo("x" + "🥁".repeat(Names.MAX_LENGTH / 2 - 1));
    }

    @Test
    void everyPartOfASongHasOne() {
        assertThat(Strip.create(Strip.Kind.TRACK, "s", "a\nb").name()).isEqualTo("a b");
        assertThat(new Marker("m", 0, "a\nb").name()).isEqualTo("a b");
        assertThat(Group.create("g", "a\nb").name()).isEqualTo("a b");
        assertThat(new Folder("f", "a\nb", "grey", false).name()).isEqualTo("a b");
        assertThat(Project.empty("a\nb", 48_000).title()).isEqualTo("a b");
    }
}
