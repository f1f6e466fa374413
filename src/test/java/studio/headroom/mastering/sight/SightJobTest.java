package studio.headroom.mastering.sight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.mastering.prints.Print;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;

/// The test's own thread asks and hears.
class SightJobTest {
    private final BlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();
    private final List<Sight> seen = new ArrayList<>();
    private final List<Spectrogram> growing = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();
    private SightJob job;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        job = new SightJob(Duration.ofMillis(30), answers::add, new SightJob.Listener() {
            @Override
            public void seen(Sight sight) {
                seen.add(sight);
            }

            @Override
            public void growing(Spectrogram now) {
                growing.add(now);
            }

            @Override
            public void failed(String message) {
                failures.add(message);
            }
        });
    }

    @AfterEach
    void close() {
        job.close();
    }

    private void hear() throws InterruptedException {
        while (job.isRunning()) {
            Runnable answer = answers.poll(20, TimeUnit.SECONDS);
            assertThat(answer).isNotNull();
            answer.run();
        }
    }

    private Print print(String name) throws IOException {
        return print(name, 0.25, Instant.EPOCH);
    }

    private Print print(String name, double level, Instant made) throws IOException {
        Path file = folder.resolve(name);
        float[] tone = Sounds.sine(2, 500, level);
        try (AudioFileWriter writer = AudioFiles.create(
                file,
                new studio.headroom.audio.AudioFormat(Sounds.RATE, 2),
                EncoderSettings.of(SampleFormat.FLOAT32))) {
            writer.write(new float[][] {tone, tone}, 0, tone.length);
        }
        return new Print(file, 1, "Print 1", "", made, Sounds.RATE, 2, tone.length);
    }

    @Test
    void aPrintThatIsReplacedUnderItsNameIsSeenAnew() throws Exception {
        job.want(print("a.wav"), gain(0));
        hear();
        job.want(print("a.wav", 0.5, Instant.EPOCH.plusSeconds(1)), gain(0));
        hear();
        assertThat(seen).hasSize(2);
        assertThat(seen.get(1).print().report().integratedLufs()
                        - seen.get(0).print().report().integratedLufs())
                .isCloseTo(6.02, within(0.05));
    }

    private static List<Insert> gain(double db) {
        return List.of(new Insert("level", "utility", Values.of(new TreeMap<>(Map.of("gain", db))), null));
    }

    @Test
    void whatIsAskedForIsSeen() throws Exception {
        job.want(print("a.wav"), gain(-6));
        hear();
        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().addedLu()).isCloseTo(-6, within(0.01));
    }

    @Test
    void theSpectrogramIsGivenBeforeItIsWholeAndIsThatOfTheSight() throws Exception {
        assertThat(job.want(print("a.wav"), gain(-6))).isTrue();
        assertThat(job.want(print("a.wav"), gain(-6))).isFalse();
        hear();
        assertThat(growing).hasSize(1);
        assertThat(growing.getFirst()).isSameAs(seen.getFirst().spectrogram());
        assertThat(growing.getFirst().isComplete()).isTrue();
        assertThat(growing.getFirst().frames())
                .isEqualTo(seen.getFirst().print().frames());
        // A sine of a quarter, 6 dB softer.
        assertThat(growing.getFirst().db(Sounds.RATE, 500)).isCloseTo(-18.06, within(0.3));
    }

    @Test
    void onlyTheLastOfManyEditsIsRendered() throws Exception {
        Print print = print("a.wav");
        for (int db = 0; db > -10; db--) {
            job.want(print, gain(db));
        }
        hear();
        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().addedLu()).isCloseTo(-9, within(0.01));
    }

    @Test
    void whatWasSeenIsThereAtOnce() throws Exception {
        Print print = print("a.wav");
        job.want(print, gain(-1));
        hear();
        job.want(print, gain(-2));
        hear();
        job.want(print, gain(-1));
        assertThat(job.isRunning()).isFalse();
        assertThat(seen).hasSize(3);
        assertThat(seen.get(2)).isSameAs(seen.get(0));
        assertThat(seen.get(1).print()).isSameAs(seen.get(0).print());
    }

    @Test
    void whatIsCalledOffIsNotHeard() throws Exception {
        job.want(print("a.wav"), gain(-1));
        job.none();
        job.want(print("b.wav"), gain(-4));
        hear();
        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().addedLu()).isCloseTo(-4, within(0.01));
    }

    @Test
    void aPrintThatIsGoneIsToldByName() throws Exception {
        Print gone = new Print(folder.resolve("gone.wav"), 1, "Gone", "", Instant.EPOCH, Sounds.RATE, 2, 100);
        job.want(gone, List.of());
        hear();
        assertThat(failures).singleElement().asString().contains("gone.wav");
        assertThat(seen).isEmpty();
    }
}
