package studio.headroom.ui.master.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.prints.Print;
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
}
