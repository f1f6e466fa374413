package studio.headroom.mastering.coded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.dsp.loudness.LoudnessDistribution;
import studio.headroom.dsp.loudness.LoudnessReport;

/// What the figures of a coding are called.
class CodedWordsTest {
    /// A master at -20 dBFS whose difference lies so far below it, in all parts alike.
    private static CodedFigures below(double db) {
        return figures(-20, -20 - db);
    }

    private static CodedFigures figures(double masterDb, double differenceDb) {
        LoudnessReport master = report(masterDb);
        CodedFigures.Peaks peaks = new CodedFigures.Peaks(-1, 0, 0);
        return new CodedFigures(
                master,
                master,
                report(differenceDb),
                peaks,
                peaks,
                OptionalDouble.empty(),
                -1,
                1,
                List.of(new CodedFigures.Third(1000, masterDb, masterDb, differenceDb)),
                OptionalDouble.empty());
    }

    private static LoudnessReport report(double rms) {
        var channel = new LoudnessReport.Channel(rms, rms, rms, 0);
        return new LoudnessReport(
                rms, 0, rms, rms, rms, rms, 0, 1, 0, 0, 0, 0, 48_000, List.of(channel), LoudnessDistribution.NONE);
    }

    @ParameterizedTest
    @CsvSource({
        "38.4, 38 dB below, 38 dB below the sound, middle 38 dB below",
        "0.4, level with the sound, level with the sound, middle level with it",
        "-0.4, level with the sound, level with the sound, middle level with it",
        "-3, 3 dB above, 3 dB above the sound, middle 3 dB above",
        "Infinity, more than 120 dB below, more than 120 dB below the sound, middle more than 120 dB below",
    })
    void aDifferenceIsHeldAgainstTheSoundInWholeSentences(double db, String brief, String sentence, String part) {
        CodedFigures figures = below(db);
        assertThat(CodedWords.brief(figures)).contains("difference " + brief).doesNotContain("as loud as");
        assertThat(CodedWords.sentences(figures))
                .contains("The difference is " + sentence + ".", "By part: " + part + ".")
                .noneMatch(words -> words.contains("as loud as"));
        assertThat(CodedWords.difference(figures)).isEqualTo(sentence);
    }

    @Test
    void silenceHasNoDifference() {
        CodedFigures silence = figures(Double.NEGATIVE_INFINITY, Double.NEGATIVE_INFINITY);
        assertThat(CodedWords.difference(silence)).isEqualTo("more than 120 dB below the sound");
        assertThat(CodedWords.sentences(silence)).noneMatch(words -> words.startsWith("By part"));
    }
}
