package studio.headroom.mastering.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import studio.headroom.engine.OfflineRender;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.Progress;
import studio.headroom.project.Ends;

/// What is not delivered: wishes that cannot be, faults on the way, and being called off. What was there stays.
class DeliveryRefusalsTest extends DeliveryRig {
    @Test
    void everythingThatStandsAgainstItIsSaidBeforeAnythingIsRendered() throws IOException {
        List<String> before = everything();
        DeliveryFile good = plan("wav24").files().getFirst();
        DeliveryItem opus = DeliveryItem.of(Coding.OPUS);
        List<DeliveryFile> files = List.of(
                good,
                new DeliveryFile(folder.resolve("out/a.opus"), opus.withRate(96_000), Tags.NONE),
                new DeliveryFile(
                        folder.resolve("out/b.mp3"), DeliveryItem.of(Coding.MP3).withKilobits(333), Tags.NONE),
                new DeliveryFile(good.path(), opus, Tags.NONE),
                new DeliveryFile(folder.resolve("print.wav/c.wav"), DeliveryItem.of(Coding.WAV_16), Tags.NONE));
        List<String> steps = new ArrayList<>();
        DeliveryWatch watch = new DeliveryWatch() {
            @Override
            public void at(String step, double share) {
                steps.add(step);
            }
        };
        assertThatThrownBy(() -> DeliveryJob.run(
                        new DeliveryJob.Order(
                                "",
                                print,
                                List.of(),
                                null,
                                Ends.WHOLE,
                                files,
                                List.of(folder.resolve("out")),
                                List.of()),
                        watch))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a.opus")
                .hasMessageContaining("no sample rate of 96 kHz")
                .hasMessageContaining("no bit rate of 333")
                .hasMessageContaining("Two files would be called")
                .hasMessageContaining("file and not a folder");
        assertThat(steps).isEmpty();
        assertThat(everything()).isEqualTo(before);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void calledOffAtAnyMomentItLeavesNothingAndWhatWasThereStays() throws IOException {
        DeliveryPlan plan = plan("wav24", "wav24,rate=44100", "mp3,ceiling=-1");
        Path there = plan.files().get(1).path();
        Files.createDirectories(there.getParent());
        Files.writeString(there, "what was there before");
        int[] asked = new int[1];
        DeliveryJob.run(order(chain(3, -1), plan("wav24")), counting(asked, Integer.MAX_VALUE));
        Files.delete(plan("wav24").files().getFirst().path());
        List<String> before = everything();
        for (int at : new int[] {1, asked[0] / 3, asked[0] / 2, asked[0], asked[0] * 2}) {
            int[] now = new int[1];
            assertThatThrownBy(() -> DeliveryJob.run(
                            order(
                                    chain(3, -1),
                                    plan,
                                    new DeliveryReport.Place(DeliveryReport.JSON, folder.resolve("out/report.json"))),
                            counting(now, at)))
                    .isInstanceOf(OfflineRender.Canceled.class);
            assertThat(everything()).as("called off at question " + at).isEqualTo(before);
            assertThat(there).hasContent("what was there before");
        }
    }

    private static DeliveryWatch counting(int[] count, int last) {
        return new DeliveryWatch() {
            @Override
            public synchronized boolean canceled() {
                return ++count[0] >= last;
            }
        };
    }

    @Test
    void aFileThatCannotBeMadeStopsAllAndIsNamed() throws IOException {
        List<String> before = everything();
        assertThatThrownBy(() -> deliver(chain(0, -1), "wav24", "wav24,rate=44100,lufs=-0.5,ceiling=-6"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("LUFS")
                .hasMessageContaining("44.1 kHz.wav");
        assertThat(everything()).isEqualTo(before);
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void thePrintIsNeverWrittenOver() throws IOException {
        byte[] before = Files.readAllBytes(print);
        DeliveryFile same = plan("wav24").files().getFirst().at(print);
        assertThatThrownBy(() -> DeliveryJob.run(
                        new DeliveryJob.Order(
                                "", print, List.of(), chain(0, -1), Ends.WHOLE, List.of(same), List.of(), List.of()),
                        DeliveryWatch.of(Progress.NONE)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("print.wav");
        DeliveryPlan plan = plan("wav24");
        assertThatThrownBy(() -> DeliveryJob.run(
                        order(chain(0, -1), plan, new DeliveryReport.Place(DeliveryReport.JSON, print)),
                        DeliveryWatch.of(Progress.NONE)))
                .isInstanceOf(IOException.class);
        assertThat(print).hasBinaryContent(before);
    }
}
