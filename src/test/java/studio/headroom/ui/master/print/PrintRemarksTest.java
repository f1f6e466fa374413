package studio.headroom.ui.master.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.prints.Print;
import studio.headroom.mastering.prints.PrintShelf;
import studio.headroom.mastering.prints.TakeOver;
import studio.headroom.project.Project;
import studio.headroom.ui.start.Stems;

class PrintRemarksTest {
    private static final int RATE = 44_100;

    @TempDir
    private Path folder;

    private Print print;

    @BeforeEach
    void write() throws IOException {
        Path file = Stems.write(folder.resolve("By Hand.wav"), RATE, 2, 2);
        print = new Print(file, 0, "By Hand", "", Instant.EPOCH, RATE, 2, 2L * RATE);
    }

    @Test
    void aPrintOfAnotherRateIsSaidToBeOneBeforeAllElse() throws IOException {
        assertThat(PrintRemarks.of(print, 48_000, Progress.NONE)
                        .remarks()
                        .getFirst()
                        .text())
                .contains("44100 Hz", "48000 Hz", "the mix is heard in its place", "Master a stereo file");
    }

    @Test
    void aPrintOfTheSongsRateIsNot() throws IOException {
        assertThat(PrintRemarks.of(print, RATE, Progress.NONE).remarks())
                .noneMatch(remark -> remark.text().contains(" Hz and the song "));
    }

    @Test
    void aPrintThatClipsIsSaidSoWithTheNumberAndThePlace() throws IOException {
        float[][] sound = tone(1);
        for (float[] row : sound) {
            for (int i = 2 * RATE; i < 2 * RATE + RATE / 10; i++) {
                row[i] = Math.clamp(30 * row[i], -1, 1);
            }
        }
        assertThat(remarks(sound)).anySatisfy(remark -> {
            assertThat(remark.text()).contains("At 0:02.", "samples are at or over full scale", "dBTP");
            assertThat(remark.frame()).isBetween(2L * RATE, 2L * RATE + RATE / 10);
        });
        assertThat(remarks(sound))
                .extracting(PrintRemarks.Remark::text)
                .as("once")
                .filteredOn(text -> text.contains("full scale"))
                .hasSize(1);
    }

    @Test
    void whatIsSaidOfAFileFromElsewhereCanBeDoneElsewhere() throws IOException {
        float[][] sound = tone(1);
        for (float[] row : sound) {
            for (int i = 0; i < row.length; i++) {
                row[i] = Math.clamp(3 * row[i] + 0.02f, -1, 1);
            }
        }
        assertThat(remarks(sound))
                .extracting(PrintRemarks.Remark::text)
                .anyMatch(text -> text.contains("export it again"))
                .anyMatch(text -> text.contains("of full scale"))
                .noneMatch(text -> text.contains("master's fader") || text.contains("on the track"));
    }

    @Test
    void aFileThatWasConvertedAsItCameIsNotCalledFaulty() throws IOException {
        float[][] sound = new float[2][10 * RATE];
        Random random = new Random(1);
        for (int i = 0; i < sound[0].length; i++) {
            double swell = 0.1 * Math.sin(Math.PI * i / sound[0].length);
            sound[0][i] = (float) (swell * random.nextGaussian());
            sound[1][i] = (float) (swell * random.nextGaussian());
        }
        Path source = folder.resolve("Source.wav");
        write(source, sound);
        Path taken = TakeOver.run(source, folder, 48_000, Progress.NONE);
        Print foreign = new PrintShelf(folder)
                .look(Project.empty("Song", 48_000))
                .find(taken.getFileName().toString())
                .orElseThrow();
        assertThat(PrintRemarks.of(foreign, 48_000, Progress.NONE).remarks())
                .extracting(PrintRemarks.Remark::text)
                .filteredOn(text -> text.contains("converted up"))
                .singleElement()
                .asString()
                .contains("44.1 kHz", "converted to the song's as it came", "with no song open");
    }

    @Test
    void anOffsetIsSaidOnce() throws IOException {
        float[][] sound = tone(1);
        for (float[] row : sound) {
            for (int i = 0; i < row.length; i++) {
                row[i] += 0.02f;
            }
        }
        assertThat(remarks(sound))
                .extracting(PrintRemarks.Remark::text)
                .filteredOn(text -> text.contains("2.00 %"))
                .hasSize(1);
    }

    @Test
    void aPrintFromElsewhereThatWasLimitedIsSaidSo() throws IOException {
        float[][] sound = tone(1);
        for (float[] row : sound) {
            for (int i = RATE / 20; i < row.length - RATE / 20; i += RATE / 10) {
                row[i] = 0.8f;
            }
        }
        assertThat(remarks(sound))
                .extracting(PrintRemarks.Remark::text)
                .anyMatch(text -> text.contains("peaks end at \u22121.9 dBFS: a limiter or clipper was at work"));
    }

    @Test
    void aPrintThatMonoCancelsIsSaidSo() throws IOException {
        assertThat(remarks(tone(-1)))
                .extracting(PrintRemarks.Remark::text)
                .anyMatch(text -> text.contains("correlation \u22121.00") && text.contains("mono"))
                .anyMatch(text -> text.startsWith("At 0:0") && text.contains("mono"));
    }

    @Test
    void aPrintWithoutRoomIsSaidSoWithTheNumberAndThePlace() throws IOException {
        float[][] sound = tone(1);
        for (float[] row : sound) {
            float highest = 0;
            for (int i = 4 * RATE; i < 5 * RATE; i++) {
                highest = Math.max(highest, Math.abs(row[i]));
            }
            for (int i = 4 * RATE; i < 4.5 * RATE; i++) {
                row[i] *= 0.97f / highest;
            }
        }
        assertThat(remarks(sound)).singleElement().satisfies(remark -> {
            assertThat(remark.text()).startsWith("At 0:04.0: Its peaks reach \u22120.");
            assertThat(remark.frame()).isBetween(4L * RATE, (long) (4.1 * RATE));
        });
    }

    @Test
    void aSoundPrintHasNoRemark() throws IOException {
        assertThat(remarks(tone(1))).isEmpty();
    }

    private List<PrintRemarks.Remark> remarks(float[][] sound) throws IOException {
        Path file = folder.resolve("Elsewhere.wav");
        write(file, sound);
        Print elsewhere = new Print(file, 0, "Elsewhere", "", Instant.EPOCH, RATE, 2, sound[0].length);
        return PrintRemarks.of(elsewhere, RATE, Progress.NONE).remarks();
    }

    private static void write(Path file, float[][] sound) throws IOException {
        try (AudioFileWriter out =
                AudioFiles.create(file, new AudioFormat(RATE, 2), EncoderSettings.of(SampleFormat.FLOAT32))) {
            out.write(sound, 0, sound[0].length);
        }
    }

    /// 20 s of a soft tone with beats of all heights, up to 0.5, that swells and ends softly.
    ///
    /// @param right times the left side
    private static float[][] tone(float right) {
        float[][] sound = new float[2][20 * RATE];
        for (int i = 0; i < sound[0].length; i++) {
            double t = (double) i / RATE;
            double level = Math.min(1, 5 * Math.min(Math.max(0, t - 0.1), Math.max(0, 19.8 - t)));
            double beat = (0.2 + 0.02 * (int) (2 * t % 11)) * Math.exp(-20 * (t % 0.5)) * Math.min(1, 500 * (t % 0.5));
            double x = level * (0.06 * Math.sin(2 * Math.PI * 441 * t) + beat * Math.sin(2 * Math.PI * 147 * t));
            sound[0][i] = (float) x;
            sound[1][i] = right * (float) x;
        }
        return sound;
    }
}
