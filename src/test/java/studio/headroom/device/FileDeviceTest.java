package studio.headroom.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSink;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputLine;
import studio.headroom.engine.output.OutputLine.Outcome;
import studio.headroom.engine.output.OutputRequest;

class FileDeviceTest {
    private static final int RATE = 96_000;
    private static final int BLOCK = 100;

    private static OutputLine open(SampleSink sink) throws DeviceException {
        return new FileDevice("out.wav", (path, rate) -> sink).open(OutputRequest.of(RATE, BLOCK));
    }

    @Test
    void recordsExactlyWhatIsWritten() throws Exception {
        MemorySink sink = new MemorySink(RATE, 1000);
        OutputLine line = open(sink);
        SplittableRandom random = new SplittableRandom(1);
        float[][] sound = new float[2][300];
        for (int i = 0; i < 300; i++) {
            sound[0][i] = (float) random.nextDouble(-3, 3);
            sound[1][i] = (float) random.nextDouble(-3, 3);
        }
        int done = 0;
        for (int size : new int[] {1, 64, 35, 100, 100}) {
            float[][] block = {new float[BLOCK], new float[BLOCK]};
            System.arraycopy(sound[0], done, block[0], 0, size);
            System.arraycopy(sound[1], done, block[1], 0, size);
            assertThat(line.write(block, size)).isEqualTo(Outcome.ON_TIME);
            done += size;
        }
        line.finish();
        assertThat(sink.samples()).isDeepEqualTo(sound);
        assertThat(line.realTime()).isFalse();
        line.close();
        assertThat(sink.closings()).isEqualTo(1);
    }

    @Test
    void aFullDiskIsALossAndSaidAtTheEnd() throws Exception {
        MemorySink sink = new MemorySink(RATE, 150);
        OutputLine line = open(sink);
        float[][] block = new float[2][BLOCK];
        assertThat(line.write(block, BLOCK)).isEqualTo(Outcome.ON_TIME);
        assertThat(line.write(block, BLOCK)).isEqualTo(Outcome.LOST);
        assertThat(line.write(block, 10)).isEqualTo(Outcome.LOST);
        assertThatThrownBy(line::finish)
                .isInstanceOf(DeviceException.class)
                .hasMessage("'out.wav' could not be recorded to its end: No space left on device. Make room on the disk"
                        + " or choose another place, and play again.");
        assertThat(sink.closings()).isEqualTo(1);
    }

    @Test
    void aFileThatCannotBeMadeSaysWhy() {
        assertThatThrownBy(() -> refusing(new NoSuchFileException("x/out.wav")))
                .hasMessage("'out.wav' cannot be recorded: its folder does not exist. Choose another file or folder.");
        assertThatThrownBy(() -> refusing(new AccessDeniedException("out.wav")))
                .hasMessageContaining("it may not be written");
        assertThatThrownBy(() -> refusing(new IOException("There is no format '.doc'.")))
                .hasMessageContaining("There is no format '.doc'. Choose");
    }

    private static void refusing(IOException e) throws DeviceException {
        new FileDevice("out.wav", (path, rate) -> {
                    throw e;
                })
                .open(OutputRequest.of(RATE, BLOCK));
    }

    @Test
    void closingNeverUsesTheSinkBesideAWrite() throws Exception {
        CountDownLatch writing = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        boolean[] inWrite = new boolean[1];
        boolean[] closedInWrite = new boolean[1];
        int[] closings = new int[1];
        SampleSink slow = new SampleSink() {
            @Override
            public AudioFormat format() {
                return new AudioFormat(RATE, 2);
            }

            @Override
            public void write(float[][] source, int offset, int count) throws IOException {
                inWrite[0] = true;
                writing.countDown();
                try {
                    assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                inWrite[0] = false;
            }

            @Override
            public void close() {
                closedInWrite[0] |= inWrite[0];
                closings[0]++;
            }
        };
        OutputLine line = open(slow);
        Thread writer = Thread.ofPlatform().start(() -> line.write(new float[2][BLOCK], BLOCK));
        assertThat(writing.await(10, TimeUnit.SECONDS)).isTrue();
        line.close();
        closed.countDown();
        writer.join();
        assertThat(closedInWrite[0]).isFalse();
        assertThat(closings[0]).isEqualTo(1);
        assertThat(line.write(new float[2][BLOCK], BLOCK)).isEqualTo(Outcome.LOST);
    }
}
