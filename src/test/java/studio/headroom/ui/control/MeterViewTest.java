package studio.headroom.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.concurrent.ThreadTime;
import studio.headroom.ui.Fx;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.EditTarget;
import studio.headroom.ui.model.LevelScale;
import studio.headroom.ui.model.MeterModel;
import studio.headroom.ui.model.MeterSource;
import studio.headroom.ui.model.Params;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.MeterZone;
import studio.headroom.ui.theme.Token;

class MeterViewTest {
    /// A source whose numbers are set by hand.
    private static final class Hand implements MeterSource {
        private double peak;
        private double rms;
        private double highest;
        private double clipped;

        @Override
        public double peak(int side) {
            return side == 0 ? peak : peak * 0.7;
        }

        @Override
        public double rms(int side) {
            return side == 0 ? rms : rms * 0.7;
        }

        @Override
        public double highest() {
            return highest;
        }

        @Override
        public double clipped() {
            return clipped;
        }

        @Override
        public void resetHeld() {}
    }

    private final Hand source = new Hand();

    private static int[] pixels(Scene scene) {
        BufferedImage image = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }

    @ParameterizedTest
    @ValueSource(ints = {75, 90, 100, 175})
    void paintingOnlyWhatChangedShowsWhatPaintingAllShows(int percent) {
        Fx.run(() -> {
            Look look = new Look(new FramePulse());
            look.setPercent(percent);
            StripMeterView view =
                    new StripMeterView(look, new MeterModel(source), StripMeterView.Width.WIDE, LevelScale.FADER);
            Scene scene = new Scene(new WindowRoot(look, new HBox(view)), 60, 420);
            scene.snapshot(null);
            Random random = new Random(4);
            for (int i = 0; i < 60; i++) {
                if (random.nextInt(3) == 0) {
                    source.peak = Math.pow(10, (random.nextDouble() * 80 - 70) / 20);
                    source.rms = source.peak * random.nextDouble();
                } else if (random.nextInt(12) == 0) {
                    source.peak = 0;
                    source.rms = 0;
                }
                look.pulse().advance(random.nextDouble() * 0.2);
                if (i % 4 == 0) {
                    int[] parts = pixels(scene);
                    view.paintNow();
                    assertThat(pixels(scene)).as("frame " + i).isEqualTo(parts);
                }
            }
        });
    }

    @Test
    void zonesBeginAtTheirLevelsAndTheBarEndsAtIts() {
        Fx.run(() -> {
            Look look = new Look(new FramePulse());
            StripMeterView view =
                    new StripMeterView(look, new MeterModel(source), StripMeterView.Width.MASTER, LevelScale.FADER);
            view.setPrefHeight(340 + 2 * Fader.PAD);
            HBox box = new HBox(view);
            box.setFillHeight(false);
            Scene scene = new Scene(new WindowRoot(look, box), 60, 420);
            scene.snapshot(null);
            source.peak = Math.pow(10, -3.0 / 20);
            source.rms = source.peak;
            look.pulse().advance(0.016);
            BufferedImage image = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
            for (double db : new double[] {-30, -18.5, -17.5, -6.5, -5.5, -3.5, -2}) {
                int y = (int) Math.round(
                        view.localToScene(0, 0).getY() + Fader.PAD + 340 * (1 - LevelScale.FADER.position(db)));
                int expected = db > -3
                        ? argb(Token.BG_0.color())
                        : argb(MeterZone.of(db).color());
                assertThat(image.getRGB(4, y)).as(db + " dB").isEqualTo(expected);
            }
        });
    }

    private static int argb(Color color) {
        return 0xff << 24
                | (int) Math.round(color.getRed() * 255) << 16
                | (int) Math.round(color.getGreen() * 255) << 8
                | (int) Math.round(color.getBlue() * 255);
    }

    @Test
    void aClipStaysOnTheNumberUntilItIsClicked() {
        try (Desk desk = new Desk()) {
            MeterModel model = new MeterModel(source);
            PeakReadout[] made = new PeakReadout[1];
            Fx.run(() -> made[0] = new PeakReadout(desk.look(), model, "Lead Vox meter", PeakReadout.Kind.NUMBER, 40));
            PeakReadout peak = made[0];
            desk.put(peak);
            source.highest = Math.pow(10, 1.4 / 20);
            source.clipped = 3;
            Fx.run(() -> model.advance(0.016));
            desk.pass(0.016);
            assertThat(spoken(peak)).isEqualTo("Lead Vox meter, peak plus 1.4 decibels, clipped");
            desk.point(peak, 20, 7);
            desk.click();
            Fx.run(() -> model.advance(0.016));
            assertThat(spoken(peak)).isEqualTo("Lead Vox meter, silent");
            source.clipped = 4;
            Fx.run(() -> model.advance(0.016));
            desk.pass(0.016);
            desk.focus(peak);
            desk.key(KeyCode.ENTER);
            assertThat(spoken(peak)).isEqualTo("Lead Vox meter, silent");
            int[] all = {0};
            Fx.run(() -> peak.setClearAll(() -> all[0]++));
            desk.down(KeyCode.ALT);
            desk.click();
            desk.up(KeyCode.ALT);
            assertThat(all[0]).isEqualTo(1);
        }
    }

    private static String spoken(PeakReadout peak) {
        return Fx.call(() -> (String) peak.queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    @Test
    void aMeterMovesOnlyWhileItIsInAWindow() {
        Fx.run(() -> {
            Look look = new Look(new FramePulse());
            StripMeterView view =
                    new StripMeterView(look, new MeterModel(source), StripMeterView.Width.WIDE, LevelScale.FADER);
            HBox box = new HBox(view);
            new Scene(new WindowRoot(look, box), 60, 420).snapshot(null);
            look.pulse().advance(0.016);
            assertThat(look.pulse().isIdle()).isFalse();
            box.getChildren().clear();
            look.pulse().advance(0.016);
            assertThat(look.pulse().isIdle()).isTrue();
        });
    }

    @Test
    void aControlThatLeavesTheWindowLetsGoOfItsModel() {
        Fx.run(() -> {
            Look look = new Look(new FramePulse());
            ControlModel model = new ControlModel(Params.VOLUME, "Volume", "", EditTarget.NONE);
            HBox box = new HBox(new Fader(look, model, Fader.Width.WIDE, true));
            new Scene(new WindowRoot(look, box), 200, 300).snapshot(null);
            look.pulse().advance(0.016);
            model.show(-3);
            assertThat(look.pulse().isIdle()).isFalse();
            look.pulse().advance(0.016);
            model.begin();
            box.getChildren().clear();
            assertThat(model.inGesture()).isFalse();
            look.pulse().advance(0.016);
            model.show(-9);
            assertThat(look.pulse().isIdle()).isTrue();
        });
    }

    /// 64 strips; a frame at 60 Hz has 16 ms, and the rest of the window needs its share.
    @Test
    void aFrameOfAMixerFullOfMetersIsQuickAndLeavesNoGarbage() {
        Fx.run(() -> {
            Look look = new Look(new FramePulse());
            HBox box = new HBox();
            List<MeterModel> models = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                MeterModel model = new MeterModel(source);
                models.add(model);
                box.getChildren()
                        .addAll(
                                new StripMeterView(look, model, StripMeterView.Width.NARROW, LevelScale.FADER),
                                new PeakReadout(look, model, "Strip", PeakReadout.Kind.NUMBER, 40));
            }
            Scene scene = new Scene(new WindowRoot(look, box), 1600, 400);
            scene.snapshot(null);
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long[] nanos = new long[40];
            long[] bytes = new long[40];
            for (int frame = 0; frame < nanos.length; frame++) {
                source.peak = Math.pow(10, -(10 + 5 * Math.sin(frame)) / 20);
                source.rms = source.peak * 0.5;
                long begin = ThreadTime.nanos();
                long before = threads.getCurrentThreadAllocatedBytes();
                look.pulse().advance(1.0 / 60);
                bytes[frame] = threads.getCurrentThreadAllocatedBytes() - before;
                nanos[frame] = ThreadTime.nanos() - begin;
                // Takes what is to be drawn out of the canvases' lists.
                scene.snapshot(null);
            }
            Arrays.sort(nanos);
            Arrays.sort(bytes);
            // A meter allocates nothing; 64 small objects would be 64 * 24 bytes.
            assertThat(bytes[20]).as("bytes of a frame").isLessThan(1500);
            assertThat(nanos[20]).as("ns of a frame").isLessThan(4_000_000);
        });
    }
}
