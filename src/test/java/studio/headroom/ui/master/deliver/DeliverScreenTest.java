package studio.headroom.ui.master.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.deliver.DeliveryItem;
import studio.headroom.mastering.deliver.ItemText;
import studio.headroom.project.Ends;
import studio.headroom.project.Fade;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.ui.Fx;

/// What a person does to get the files of a release. Pictures go to `target/screens/master-deliver-….png`.
class DeliverScreenTest {
    @TempDir
    private Path folder;

    private Path cover(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(0x1f4e6b), width, height, new Color(0xd9a35b)));
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        Path file = folder.resolve("cover " + width + ".jpg");
        ImageIO.write(image, "jpg", file.toFile());
        return file;
    }

    private static void choices(DeliverRoom room, Path place, DeliverChoices choices) {
        Map<String, String> values = new TreeMap<>(choices.values());
        values.put("folder", place.toString());
        Fx.run(() -> room.preferences().setDeliver(values));
    }

    private static List<DeliveryItem> items(String... specs) {
        return java.util.Arrays.stream(specs).map(ItemText::parse).toList();
    }

    @Test
    void aReleaseIsChosenNamedWrittenMeasuredAndListed() throws IOException {
        Path place = folder.resolve("out");
        try (DeliverRoom room = new DeliverRoom(folder, 3)) {
            choices(room, place, DeliverChoices.initial());
            room.picture("box-1280", 1280, 720);
            room.ask();
            assertThat(room.reached()).as("what takes keys has a name").doesNotContain("null", "");
            assertThat(room.words()).contains("Paper Lanterns 24-bit 48 kHz.wav", "Expected: about −11.9 LUFS");
            room.choose(cover(3000, 3000));
            room.press("Choose the cover");
            room.await("the cover", () -> room.words().contains("3000 × 3000 pixels"));
            room.type("Tag Artist", "Paper & Sons");
            room.type("Tag Album", "Lights");
            room.type("Tag ISRC", "US-RC1-76-0783");
            room.type("Tag UPC, EAN", "036000291453");
            assertThat(room.words()).contains("11 characters");
            assertThat(room.button("Deliver").isDisabled()).isTrue();
            room.picture("wrong-1280", 1280, 720);
            room.type("Tag ISRC", "US-RC1-76-07839");
            assertThat(room.words()).contains("it would be 2");
            room.type("Tag UPC, EAN", "036000291452");
            room.await("what the disk says", () -> !room.button("Deliver").isDisabled());
            room.picture("form-1920", 1920, 1080);
            room.picture("form-1280", 1280, 720);
            room.press("Deliver");
            room.await("the files", () -> room.words().contains("Delivered 4 files"));
            assertThat(room.words()).contains("every ceiling holds", "LUFS", "dBTP holds");
            room.picture("done-1280", 1280, 720);
            room.picture("done-1920", 1920, 1080);
            assertThat(DeliverRoom.files(place))
                    .containsExactlyInAnyOrder(
                            "Paper & Sons - Paper Lanterns 24-bit 48 kHz.wav",
                            "Paper & Sons - Paper Lanterns 24-bit 44.1 kHz.flac",
                            "Paper & Sons - Paper Lanterns (Compact Disc) 16-bit 44.1 kHz.wav",
                            "Paper & Sons - Paper Lanterns 320 kbps 48 kHz.mp3",
                            "Paper Lanterns delivery.html",
                            "Paper Lanterns delivery.json");
            Tags tags = AudioFiles.tags(place.resolve("Paper & Sons - Paper Lanterns 24-bit 44.1 kHz.flac"));
            assertThat(tags.get(Tags.Field.BARCODE)).isEqualTo("036000291452");
            assertThat(tags.cover()).isNotNull();
            room.press("Open report");
            assertThat(room.opened).containsExactly(place.resolve("Paper Lanterns delivery.html"));
            room.press("Show in folder");
            assertThat(room.revealed).hasSize(1);
            room.press("Done");

            // The song remembers its tags, and the choices are there the next time; the files are not written over.
            room.ask();
            assertThat(room.words()).contains("Paper & Sons - Paper Lanterns 24-bit 48 kHz.wav", "exists");
            room.press("Deliver");
            assertThat(room.words()).contains("exist");
            room.press("Keep both");
            room.await("the other files", () -> room.words().contains("Delivered 4 files"));
            assertThat(DeliverRoom.files(place)).contains("Paper & Sons - Paper Lanterns 24-bit 48 kHz (2).wav");
            room.press("Done");
            for (int percent : new int[] {75, 200}) {
                room.scale(percent);
                room.ask();
                room.picture("form-" + percent, 1280 * percent / 100 + 320, 720 * percent / 100 + 180);
                room.press("Cancel");
            }
        }
    }

    /// The form is made anew at each scale, with all that was typed and chosen, and stays open.
    @Test
    void theOpenFormFollowsTheScale() throws IOException {
        try (DeliverRoom room = new DeliverRoom(folder, 2)) {
            choices(room, folder.resolve("out"), DeliverChoices.initial());
            room.ask();
            room.type("Tag Artist", "Paper & Sons");
            room.type("Names of the files", "{artist} {bits} {rate}");
            String words = room.words();
            for (int percent : new int[] {75, 125, 150, 200, 100}) {
                room.scale(percent);
                room.await("what the disk says", () -> !room.button("Deliver").isDisabled());
                assertThat(room.asks()).isTrue();
                assertThat(room.words()).isEqualTo(words);
                assertThat(room.field("Tag Artist").getText()).isEqualTo("Paper & Sons");
                assertThat(room.width()).isEqualTo(924 * percent / 100.0);
                room.picture("scaled-" + percent, 1280 * percent / 100 + 320, 900 * percent / 100 + 180);
            }
            room.press("Deliver");
            room.await("the files", () -> room.words().contains("Delivered 4 files"));
            room.scale(150);
            assertThat(room.words()).contains("Delivered 4 files");
            room.press("Done");
            room.scale(100);
            assertThat(room.asks()).as("what was left stays closed").isFalse();
        }
    }

    @Test
    void theEndsOfTheSongAreShownCutAndToldAndTimesThatCannotBeAreSaid() throws IOException {
        Path place = folder.resolve("out");
        try (DeliverRoom room = new DeliverRoom(folder, 4)) {
            choices(room, place, DeliverChoices.initial().withItems(items("wav24")));
            Ends ends = new Ends(new Ends.Edge.At(1), new Ends.Edge.Silence(0.2), 0.02, 1, Fade.Shape.S_CURVE);
            Fx.run(() -> room.shell().session().history().apply(MasteringEdits.ends("Beginning and end", ends)));
            room.ask();
            room.await("what silence there is", () -> room.words().contains("silence at its ends"));
            room.picture("ends-1280", 1280, 1000);
            room.type("Beginning, time", "0:99:x");
            assertThat(room.button("Deliver").isDisabled()).isTrue();
            assertThat(room.words()).contains("is not a time such as");
            room.type("Beginning, time", "0:09");
            assertThat(room.words()).contains("lies behind the end of the print");
            room.picture("ends-wrong-1280", 1280, 1000);
            room.type("Beginning, time", "0:02");
            room.await("it is right again", () -> !room.button("Deliver").isDisabled());
            room.press("Deliver");
            room.await("the file", () -> room.words().contains("Delivered"));
            assertThat(room.words()).contains("2.00 s cut off the beginning", "faded out over 1.00 s");
            room.press("Done");
            assertThat(Fx.call(() -> room.shell()
                            .session()
                            .history()
                            .current()
                            .mastering()
                            .ends()))
                    .isEqualTo(ends.withHead(new Ends.Edge.At(2)));
            Path file = place.resolve(DeliverRoom.files(place).stream()
                    .filter(name -> name.endsWith(".wav"))
                    .findFirst()
                    .orElseThrow());
            assertThat(AudioFiles.info(file).seconds()).isBetween(1.5, 2.0);
        }
    }

    @Test
    void anInstrumentalIsDeliveredWithTheSongAndRememberedForIt() throws IOException {
        Path place = folder.resolve("out");
        try (DeliverRoom room = new DeliverRoom(folder, 3)) {
            choices(
                    room,
                    place,
                    DeliverChoices.initial().withItems(items("wav24,lufs=-14,ceiling=-1", "mp3,ceiling=-1")));
            room.ask();
            room.await("the prints", () -> !room.button("Add a version").isDisabled());
            assertThat(room.words()).doesNotContain("Each by itself", "Besides the song");
            room.press("Add a version");
            assertThat(room.words()).contains("There is no other print of the song");
            room.picture("no-versions-1280", 1280, 900);
            room.press("Cancel");

            room.printWithout("Kick");
            room.ask();
            room.await("the prints", () -> !room.button("Add a version").isDisabled());
            room.type("Tag ISRC", "US-RC1-76-07839");
            room.press("Add a version");
            assertThat(room.words())
                    .contains("Paper Lanterns (Instrumental) 24-bit 48 kHz.wav", "Kick", "gets no ISRC", "Mix print 7");
            assertThat(room.reached())
                    .as("what takes keys has a name")
                    .doesNotContain("null", "")
                    .contains("Remove version 1", "Version 1 ISRC");
            room.type("Version 1 ISRC", "US-RC1-76-0784");
            assertThat(room.words()).contains("“Instrumental”: An ISRC", "11 characters");
            assertThat(room.button("Deliver").isDisabled()).isTrue();
            room.picture("versions-wrong-1280", 1280, 900);
            room.picture("versions-wrong-1920", 1920, 1080);
            room.type("Version 1 ISRC", "US-RC1-76-07840");
            room.type("Names of the files", "{title} {bits}");
            assertThat(room.words()).contains("put {version} into the names");
            room.press("The usual names");
            for (int i = 0; i < Versions.NAMES.size(); i++) {
                room.press(KeyCode.UP, "Version 1 kind");
            }
            room.printWithout("Bass");
            room.press("Cancel");
            assertThat(Fx.call(room.deliveries()::prints))
                    .as("kept from being cleared away")
                    .hasSize(1);
            room.ask();
            room.await("the prints", () -> !room.button("Add a version").isDisabled());
            assertThat(room.words()).as("what was chosen stays").contains("Against the song: Kick muted");
            room.press(KeyCode.DOWN, "Version 1 print");
            assertThat(room.words()).contains("Against the song: Bass muted");
            room.press(KeyCode.UP, "Version 1 print");
            assertThat(room.words()).contains("Against the song: Kick muted");
            room.type("Tag ISRC", "US-RC1-76-07839");
            room.type("Version 1 name", "Without Kick");
            assertThat(room.words()).contains("Paper Lanterns (Without Kick) 24-bit 48 kHz.wav");
            room.await("what the disk says", () -> !room.button("Deliver").isDisabled());
            room.picture("versions-1280", 1280, 720);
            room.picture("versions-1920", 1920, 1080);
            room.press("Deliver");
            room.await("the files", () -> room.words().contains("Delivered 4 files"));
            assertThat(room.words()).contains("every ceiling holds", "gain and limiter as the song’s, which makes it");
            room.picture("versions-done-1280", 1280, 720);
            room.press("Done");
            assertThat(DeliverRoom.files(place))
                    .containsExactlyInAnyOrder(
                            "Paper Lanterns 24-bit 48 kHz.wav",
                            "Paper Lanterns 320 kbps 48 kHz.mp3",
                            "Paper Lanterns (Without Kick) 24-bit 48 kHz.wav",
                            "Paper Lanterns (Without Kick) 320 kbps 48 kHz.mp3",
                            "Paper Lanterns delivery.html",
                            "Paper Lanterns delivery.json");
            Tags song = AudioFiles.tags(place.resolve("Paper Lanterns 24-bit 48 kHz.wav"));
            Tags other = AudioFiles.tags(place.resolve("Paper Lanterns (Without Kick) 24-bit 48 kHz.wav"));
            assertThat(song.get(Tags.Field.TITLE)).isEqualTo("Paper Lanterns");
            assertThat(other.get(Tags.Field.TITLE)).isEqualTo("Paper Lanterns (Without Kick)");
            assertThat(song.get(Tags.Field.ISRC)).isEqualTo("USRC17607839");
            assertThat(other.get(Tags.Field.ISRC)).isEqualTo("USRC17607840");

            room.ask();
            room.await("the prints", () -> !room.button("Add a version").isDisabled());
            assertThat(room.words()).contains("Paper Lanterns (Without Kick) 24-bit 48 kHz.wav", "exists");
            room.press("Remove version 1");
            assertThat(room.words()).doesNotContain("Without Kick", "Each by itself");
            room.press("Cancel");
        }
    }

    /// Opus has one rate, and so no choice of it.
    @ParameterizedTest
    @EnumSource(Coding.class)
    void aFileOfEveryCodingIsShown(Coding coding) throws IOException {
        try (DeliverRoom room = new DeliverRoom(folder, 2)) {
            choices(
                    room,
                    folder.resolve("out"),
                    DeliverChoices.initial().withPattern("{title}").withItems(items(coding.id())));
            room.ask();
            assertThat(room.words()).contains("Paper Lanterns" + coding.ending());
            room.press("Cancel");
        }
    }

    /// 320, 376 and 424 units: the right column in windows of 1280, 1600 and 1920 pixels.
    @ParameterizedTest
    @ValueSource(doubles = {320, 376, 424})
    void theWayToTheDeliverySaysAllOfWhatIsChosen(double width) throws IOException {
        try (DeliverRoom room = new DeliverRoom(folder, 1)) {
            assertThat(room.boxWords(width))
                    .contains("Deliver…")
                    .anyMatch(words -> words.startsWith("WAV") && words.endsWith("MP3 320"))
                    .noneMatch(words -> words.endsWith("...") || words.endsWith("…") && !words.equals("Deliver…"));
        }
    }

    @Test
    void filesAreAddedSwitchedOffAndRemovedAndNotesSaidBefore() throws IOException {
        try (DeliverRoom room = new DeliverRoom(folder, 2)) {
            choices(
                    room,
                    folder.resolve("out"),
                    DeliverChoices.initial()
                            .withPattern("{title}")
                            .withItems(items(
                                    "wav24,rate=96000", "wav16,rate=44100", "wav24,target=vinyl,level=unlimited")));
            room.ask();
            assertThat(room.words()).contains("adds nothing", "one name", "Paper Lanterns 24-bit 96 kHz.wav");
            room.press("Add a file");
            assertThat(room.words()).contains("Paper Lanterns.mp3");
            room.press("Remove file 1");
            assertThat(room.words()).doesNotContain("adds nothing");
            room.type("Names of the files", "{nonsense}");
            assertThat(room.button("Deliver").isDisabled()).isTrue();
            assertThat(room.words()).contains("{nonsense} stands for nothing");
            room.press("The usual names");
            room.type("Name of a set of your own", "Mine");
            room.press("Keep these files as a set");
            room.press("Cancel");
            assertThat(DeliverChoices.of(room.preferences().deliver()).own()).containsOnlyKeys("Mine");
            room.ask();
            room.press("Forget this set");
            room.press("Cancel");
            assertThat(DeliverChoices.of(room.preferences().deliver()).own()).isEmpty();
        }
    }

    @Test
    void cancelingLeavesNothingAndQuittingAsks() throws IOException {
        Path place = folder.resolve("out");
        try (DeliverRoom room = new DeliverRoom(folder, 60)) {
            choices(room, place, DeliverChoices.initial());
            room.ask();
            room.press("Deliver");
            room.await("the work", () -> room.words().contains("writing"));
            room.picture("running-1280", 1280, 720);
            room.press("Hide");
            assertThat(room.asks()).isFalse();
            room.picture("hidden-1280", 1280, 720);
            Fx.run(() -> room.shell().quit());
            assertThat(room.words()).contains("Quit before the delivery is complete?");
            room.press("Go on");
            assertThat(room.words()).contains("Canceling leaves nothing");
            room.press("Cancel");
            room.await("the end of it", () -> !room.asks());
            assertThat(place).doesNotExist();
            assertThat(Fx.call(() -> room.shell().messages().shown())).isEmpty();
        }
    }

    @Test
    void aCoverThatShopsRefuseIsSaidAndADamagedOneStops() throws IOException {
        try (DeliverRoom room = new DeliverRoom(folder, 2)) {
            choices(room, folder.resolve("out"), DeliverChoices.initial());
            room.ask();
            room.choose(cover(1200, 800));
            room.press("Choose the cover");
            room.await("the cover", () -> room.words().contains("not square"));
            room.picture("cover-1280", 1280, 720);
            room.choose(Files.writeString(folder.resolve("no.jpg"), "no picture"));
            room.press("Choose the cover");
            room.await("the refusal", () -> room.words().contains("neither JPEG nor PNG"));
            assertThat(room.button("Deliver").isDisabled()).isTrue();
            room.press("Remove the cover");
            room.await("none", () -> !room.button("Deliver").isDisabled());
        }
    }

    @Test
    void choicesAreKeptAndTakenBack() {
        DeliverChoices choices = DeliverChoices.initial()
                .withItems(items("wav16,rate=44100,target=cd", "mp3,lufs=-13.5,ceiling=-2,version=A\\, b"))
                .withPattern("{artist}/{title}")
                .withVersion("Radio")
                .withReport(false)
                .withOwn("My = set. 1");
        choices =
                choices.withRow(1, new DeliverChoices.Row(choices.rows().get(1).item(), false));
        assertThat(DeliverChoices.of(choices.values())).isEqualTo(choices);
        assertThat(DeliverChoices.of(Map.of())).isEqualTo(DeliverChoices.initial());
        assertThat(DeliverChoices.of(Map.of("row.0", "on nonsense", "report", "x"))
                        .rows())
                .isEqualTo(DeliverChoices.initial().rows());
        assertThat(choices.summary(48_000)).isEqualTo("WAV 16/44.1");
        assertThat(DeliverChoices.initial()
                        .withItems(List.of(DeliveryItem.of(Coding.WAV_24), DeliveryItem.of(Coding.MP3)))
                        .summary(48_000))
                .isEqualTo("WAV 24/48 · MP3 320");
    }
}
