package studio.headroom.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteBehindTest {
    @TempDir
    private Path folder;

    @Test
    void theFileStaysAsItIs() throws IOException {
        Path file = folder.resolve("a");
        Files.writeString(file, "sound");
        WriteBehind behind = new WriteBehind(file);
        behind.begin();
        behind.begin();
        behind.close();
        behind.close();
        assertThat(file).hasContent("sound");
    }

    @Test
    void closingTellsWhatTheDiskSaid() {
        WriteBehind behind = new WriteBehind(folder.resolve("missing"));
        behind.begin();
        assertThatThrownBy(behind::close).isInstanceOf(IOException.class);
    }
}
