package studio.headroom.ui.mixer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import studio.headroom.concurrent.ThreadTime;
import studio.headroom.engine.automation.Address;
import studio.headroom.engine.live.LiveMeters;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.ui.Fx;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.theme.Look;

/// What a frame of the mixer costs the toolkit's thread with 64 tracks whose meters all move.
class MixerLoadTest {
    private static final int TRACKS = 64;
    private static final int FRAMES = 240;

    private static Project many() {
        List<Strip> strips = new ArrayList<>();
        for (int i = 1; i <= TRACKS; i++) {
            strips.add(Strip.create(Kind.TRACK, "t" + i, "Track " + i));
        }
        Project project = Project.empty("Many", 48_000).withStrips(strips);
        for (int i = 1; i <= TRACKS; i++) {
            project = InsertEdits.add("t" + i, "eq", 0).apply(project);
            project = InsertEdits.add("t" + i, "compressor", 1).apply(project);
        }
        return project;
    }

    @Test
    void sixtyFourTracksMeterAndScrollWithinAFrame() {
        double[] millis = new double[FRAMES];
        try (MixerSong song = new MixerSong(many())) {
            Fx.run(() -> measure(song, millis));
        }
        Arrays.sort(millis);
        double late = millis[(int) (0.95 * FRAMES)];
        System.out.printf(
                "mixer of %d tracks: median %.2f ms, 95 %% %.2f ms a frame%n", TRACKS, millis[FRAMES / 2], late);
        // Half of a frame at 60 a second is for everything else that moves.
        assertThat(late).isLessThan(8);
    }

    private static void measure(MixerSong song, double[] millis) {
        Look look = new Look(new FramePulse());
        MixerView view = new MixerView(look, song.mixer, new MixerDoors() {
            @Override
            public void openInsert(String strip, String insert) {}

            @Override
            public void showAutomation(Address address) {}

            @Override
            public void print() {}
        });
        Scene scene = new Scene(new WindowRoot(look, view), 1600, 472);
        scene.snapshot(null);
        LiveMeters meters = song.session.playback().meters();
        float[][] block = new float[2][800];
        // Two rounds, the first of which makes the strips and warms the code.
        for (int round = 0; round < 2; round++) {
            for (int f = 0; f < FRAMES; f++) {
                Arrays.fill(block[0], (float) Math.abs(Math.sin(0.3 * f)));
                Arrays.fill(block[1], (float) Math.abs(Math.sin(0.37 * f)));
                for (int i = 1; i <= TRACKS; i++) {
                    meters.strip("t" + i).orElseThrow().levels().process(block, 0, 800);
                }
                long begin = ThreadTime.nanos();
                if (f % 3 == 0) {
                    song.mixer.selectNeighbor(f < FRAMES / 2 ? 1 : -1);
                }
                look.pulse().advance(1 / 60.0);
                scene.getRoot().layout();
                millis[f] = (ThreadTime.nanos() - begin) * 1e-6;
                if (f % 8 == 0) {
                    // Lets canvases forget what they drew.
                    scene.snapshot(null);
                }
            }
        }
    }
}
