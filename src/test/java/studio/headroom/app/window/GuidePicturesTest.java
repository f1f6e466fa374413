package studio.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.project.Clip;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.ui.Fx;
import studio.headroom.ui.control.Fader;
import studio.headroom.ui.editor.EditorPane;
import studio.headroom.ui.editor.graph.EqGraph;
import studio.headroom.ui.editor.graph.HistoryGraph;
import studio.headroom.ui.inspector.InspectorView;
import studio.headroom.ui.mixer.MixerView;
import studio.headroom.ui.preferences.SettingsFile;
import studio.headroom.ui.shell.Messages;
import studio.headroom.ui.song.Playback;
import studio.headroom.ui.start.StartPage;
import studio.headroom.ui.timeline.Row;
import studio.headroom.ui.timeline.RowHeight;
import studio.headroom.ui.timeline.TimelineModel;
import studio.headroom.ui.timeline.TimelineView;

/// The pictures of the guide to the Mix view, `docs/mix-view.md`: the sample song in the program as it is started, its
/// meters moving where it plays. They go to `target/screens/guide-….png`; `docs/pictures/take.sh` brings them into the
/// guide.
class GuidePicturesTest {
    private static final String VOICE = "Lead Voice";
    /// Frames of a bar, at 112 BPM and 44.1 kHz.
    private static final long BAR = 94_500;
    private static final long CHORUS = 12 * BAR;

    @TempDir
    Path folder;

    private final Set<String> seen = new HashSet<>();
    private Person person;

    @Test
    void theGuidesPicturesShowWhatItTells() throws IOException {
        // The largest buffer, for a machine that runs tests has other things to do.
        new SettingsFile(folder.resolve("settings.properties")).write(Map.of("sound.block", "2048"));
        try (Person at = new Person(folder, 1600, 900, 100, null)) {
            person = at;
            openSample();
            window();
            equalizer();
            compressor();
            timeline();
            automation();
            balance();
            space();
            compare();
            print();
            start();
        }
    }

    // ---- the song ----

    private void openSample() {
        person.click("Open the sample song");
        person.awaitSong();
        waveforms();
    }

    /// Waits for the waveforms of all sounds that have been in sight.
    private void waveforms() {
        Set<String> tracks = Fx.call(() -> model().rows().all().stream()
                .filter(row -> row.y() < model().top() + model().viewHeight() && row.bottom() > model().top())
                .map(Row::id)
                .collect(Collectors.toSet()));
        person.song().strips().stream()
                .filter(strip -> tracks.contains(strip.id()))
                .flatMap(strip -> strip.clips().stream())
                .map(Clip::media)
                .forEach(seen::add);
        person.await("waveforms are made", () -> peaks() >= seen.size());
    }

    /// Those that are complete. The folders are listed and not walked, for what is being written vanishes meanwhile.
    private long peaks() {
        try (Stream<Path> songs = Files.list(folder.resolve("songs"))) {
            long made = 0;
            for (Path song : songs.toList()) {
                Path peaks = song.resolve("peaks");
                if (Files.isDirectory(peaks)) {
                    try (Stream<Path> files = Files.list(peaks)) {
                        made += files.filter(
                                        file -> !file.getFileName().toString().startsWith("."))
                                .count();
                    }
                }
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Strip strip(String name) {
        return person.song().strips().stream()
                .filter(strip -> strip.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Playback playback() {
        return person.session().playback();
    }

    /// Plays until meters and histories are full.
    private void play(long from) {
        Playback playback = playback();
        Fx.run(() -> playback.locate(from));
        if (!Fx.call(() -> playback.playing().get())) {
            person.hands().key(KeyCode.SPACE);
        }
        person.await("it plays", () -> {
            long at = playback.position().get();
            return at > from + 2 * BAR && at < from + 8 * BAR;
        });
    }

    private void pause() {
        person.hands().key(KeyCode.SPACE);
        person.await("it has stopped", () -> !playback().playing().get());
    }

    private double levelOf(String name) {
        return strip(name).controls().get(StripControls.VOLUME);
    }

    // ---- pictures ----

    /// Takes a picture that has colors enough for a screen with something on it.
    private void picture(String name) throws IOException {
        quiet();
        BufferedImage image = person.picture("guide-" + name);
        assertThat(image.getWidth()).isEqualTo(1600);
        assertThat(image.getHeight()).isEqualTo(900);
        Set<Integer> colors = new HashSet<>();
        for (int y = 0; y < image.getHeight(); y += 2) {
            for (int x = 0; x < image.getWidth(); x += 2) {
                colors.add(image.getRGB(x, y));
            }
        }
        assertThat(colors).as(name).hasSizeGreaterThan(40);
    }

    /// Closes what the program says of a machine that is busy; anything worse fails.
    private void quiet() {
        Messages messages = person.shell().messages();
        assertThat(Fx.call(() -> List.copyOf(messages.shown())))
                .noneMatch(message -> message.kind() == Messages.Kind.ERROR);
        Fx.run(messages::clear);
        Fx.settle();
    }

    private void shown(Class<? extends Node> screen) {
        assertThat(person.all(screen)).isNotEmpty();
    }

    private void hidden(Class<? extends Node> screen) {
        assertThat(person.all(screen)).isEmpty();
    }

    private void window() throws IOException {
        person.click(person.named(VOICE + ", "));
        play(CHORUS);
        shown(TimelineView.class);
        shown(MixerView.class);
        shown(InspectorView.class);
        picture("window");
    }

    private void equalizer() throws IOException {
        person.click(person.named("Open " + VOICE + " EQ"));
        EqGraph graph = person.find(EqGraph.class, "the editor's curve", this::isInEditor);
        play(CHORUS);
        quiet();
        at(graph, Fx.call(() -> graph.node(2)));
        person.hands().press();
        person.hands().by(8, -10);
        person.hands().by(8, -10);
        picture("equalizer");
        person.hands().release();
        person.hands().key(KeyCode.CONTROL, KeyCode.Z);
    }

    private void compressor() throws IOException {
        String slow = strip(VOICE).inserts().get(3).id();
        EditorPane pane = person.all(EditorPane.class).getFirst();
        Fx.run(() -> pane.open(slow));
        Fx.settle();
        person.find(HistoryGraph.class, "the editor's history", this::isInEditor);
        play(CHORUS + 8 * BAR);
        picture("compressor");
        pause();
        quiet();
        person.hands().key(KeyCode.ESCAPE);
        hidden(EditorPane.class);
    }

    private boolean isInEditor(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up instanceof EditorPane) {
                return true;
            }
        }
        return false;
    }

    private void at(Node node, double[] place) {
        person.hands().point(node, place[0], place[1]);
    }

    // ---- the timeline alone ----

    private TimelineModel model() {
        return person.timeline().model();
    }

    private Row row(Row.Kind kind) {
        return Fx.call(() -> model().rows().of(kind, strip(VOICE).id()).orElseThrow());
    }

    private void point(Row row, long frame, double height) {
        at(person.timeline().lanes(), Fx.call(() ->
                new double[] {model().scale().x(frame), row.y() - model().top() + height}));
    }

    private void timeline() throws IOException {
        person.hands().key(KeyCode.F6);
        hidden(MixerView.class);
        String voice = strip(VOICE).id();
        Fx.run(() -> {
            model().height(voice, RowHeight.L);
            model().scrollDown(10_000);
            model().scale().fit(7 * BAR, 31 * BAR);
        });
        Fx.settle();
        waveforms();
        Fx.run(() -> person.session().selection().strip(voice));
        for (long bar : new long[] {12, 20}) {
            Fx.run(() -> playback().locate(bar * BAR));
            person.await("the place", () -> playback().position().get() == bar * BAR);
            person.await("it still stands there", () -> playback().position().get() == bar * BAR);
            person.hands().key(KeyCode.CONTROL, KeyCode.E);
            person.await("the cut", () -> strip(VOICE).clips().stream().anyMatch(clip -> clip.start() == bar * BAR));
        }
        Clip middle = strip(VOICE).clips().stream()
                .filter(clip -> clip.start() == 12 * BAR)
                .findFirst()
                .orElseThrow();
        Row row = row(Row.Kind.TRACK);
        point(row, 16 * BAR, row.height() - 8);
        person.hands().click();
        person.hands().key(KeyCode.CONTROL, KeyCode.L);
        // The handle of a fade that is not there yet lies 4 units inside the clip.
        point(row, middle.start() + (long) (4 * Fx.call(() -> model().scale().framesPerUnit())), 5);
        person.hands().press();
        point(row, 13 * BAR, 5);
        point(row, 14 * BAR, 5);
        picture("timeline");
        person.hands().release();
        assertThat(strip(VOICE).clips()).hasSize(3);
        assertThat(strip(VOICE).clips().get(1).fadeIn().frames()).isGreaterThan(BAR);
    }

    private void automation() throws IOException {
        person.click(person.named("Automation of " + VOICE));
        Fx.run(() -> model().scrollDown(10_000));
        Fx.settle();
        Row lane = row(Row.Kind.LANE);
        point(lane, 9 * BAR, 2);
        person.hands().press();
        point(lane, 20 * BAR, lane.height() / 2);
        point(lane, 27 * BAR, lane.height() - 2);
        person.hands().release();
        assertThat(Fx.call(() -> model().points())).isNotEmpty();
        picture("automation");
        person.click(person.named("Automation of " + VOICE));
    }

    // ---- the mixer alone ----

    private void balance() throws IOException {
        person.hands().key(KeyCode.F6);
        hidden(TimelineView.class);
        play(CHORUS);
        quiet();
        // One without automation, which would win.
        double before = levelOf("Snare Top");
        Fader fader = person.control(Fader.class, "Snare Top volume");
        double middle = Fx.call(() -> fader.getHeight() / 2);
        person.hands().point(fader, Fx.call(() -> fader.getWidth() / 2), middle);
        person.hands().press();
        person.hands().by(0, 5);
        person.hands().by(0, 5);
        picture("mixer");
        person.hands().release();
        assertThat(levelOf("Snare Top")).isNotEqualTo(before);
        person.hands().key(KeyCode.CONTROL, KeyCode.Z);
    }

    private MixerView mixer() {
        return person.all(MixerView.class).getFirst();
    }

    private void space() throws IOException {
        person.hands().key(KeyCode.I);
        hidden(InspectorView.class);
        MixerView mixer = mixer();
        String echo = strip("Echo").id();
        Fx.run(() -> mixer.reveal(mixer.model().strip(echo).orElseThrow()));
        Fx.settle();
        play(CHORUS + 4 * BAR);
        quiet();
        person.click(person.named(VOICE + ", add a send"));
        picture("sends");
        person.hands().key(KeyCode.ESCAPE);
        pause();
    }

    private void compare() throws IOException {
        Fx.run(() -> mixer().model().snapshots().choose("A"));
        drag("Vocals volume", -12);
        drag("Guitars volume", 8);
        Fx.run(() -> mixer().model().snapshots().choose("B"));
        Fx.run(() -> mixer().model().snapshots().choose("A"));
        drag("Keys volume", 10);
        drag("Hall volume", 12);
        drag("Vocals volume", -5);
        assertThat(Fx.call(() -> mixer().model().snapshots().changes())).hasSize(3);
        play(CHORUS);
        quiet();
        person.hands().key(KeyCode.CONTROL, KeyCode.ALT, KeyCode.Z);
        person.find(
                ListView.class, "the list of steps", list -> Person.spoken(list).equals("History"));
        picture("compare");
        person.hands().key(KeyCode.ESCAPE);
        pause();
    }

    private void drag(String fader, double by) {
        Fader control = person.control(Fader.class, fader);
        person.hands().point(control, Fx.call(() -> control.getWidth() / 2), 80);
        person.hands().dragBy(0, by, 2);
    }

    // ---- the print, and the end ----

    private void print() throws IOException {
        person.hands().key(KeyCode.CONTROL, KeyCode.S);
        person.await("it is saved", () -> !person.session().file().isChanged());
        person.hands().key(KeyCode.F6);
        person.hands().key(KeyCode.I);
        person.click(person.named("Print the mix"));
        person.await(
                "it is printed",
                () -> person.all(Label.class).stream().anyMatch(label -> "The mix is printed".equals(label.getText())));
        picture("print");
        person.click("Done");
    }

    private void start() throws IOException {
        person.hands().key(KeyCode.CONTROL, KeyCode.S);
        person.await("it is saved", () -> !person.session().file().isChanged());
        person.hands().key(KeyCode.CONTROL, KeyCode.W);
        person.await("the start page is back", () -> person.shell().session() == null);
        person.await(
                "the song is among the recent ones",
                () -> person.all(Node.class).stream()
                        .anyMatch(node -> Person.spoken(node).startsWith("Open Room Above the Rain")));
        shown(StartPage.class);
        picture("start");
    }
}
