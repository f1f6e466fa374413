package studio.headroom.ui.master.sight;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.mastering.prints.Print;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Marker;
import studio.headroom.project.Project;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.ui.Fx;
import studio.headroom.ui.master.Hearing;
import studio.headroom.ui.master.MasterSession;
import studio.headroom.ui.mixer.MixerSong;

/// A song with a print of half a minute, which has soft and loud sections, and a chain that limits the loud ones.
final class SightSong implements AutoCloseable {
    static final int RATE = 48_000;
    static final int SECONDS = 32;

    /// Where sections begin, in seconds, and how loud they are.
    private static final double[][] SECTIONS = {
        {0, 0.06}, {5, 0.16}, {11, 0.34}, {15, 0.18}, {20, 0.38}, {25, 0.42}, {30, 0.08}
    };

    private static final String[] NAMES = {"Intro", "Verse 1", "Chorus 1", "Verse 2", "Chorus 2", "Chorus 3", "Outro"};

    final MixerSong song;
    final Hearing hearing = new Hearing();
    final ObjectProperty<@Nullable Print> print = new SimpleObjectProperty<>();
    final List<String> failures = new ArrayList<>();
    final MasterSession session;
    final SightModel model;

    SightSong(Path folder) {
        List<Marker> markers = new ArrayList<>();
        for (int i = 0; i < NAMES.length; i++) {
            markers.add(new Marker("m" + i, (long) (SECTIONS[i][0] * RATE), NAMES[i], "grey", true));
        }
        Project project = Project.empty("Paper Lanterns", RATE).withMarkers(markers);
        song = new MixerSong(project);
        song.history.apply(MasteringEdits.chain(
                "Chain",
                List.of(
                        insert("eq", Map.of()),
                        insert("compressor", Map.of("threshold", -16.0, "ratio", 1.6)),
                        insert("limiter", Map.of("gain", 8.0, "ceiling", -1.0)))));
        session = new MasterSession(
                song.session, print, hearing, Runnable::run, javafx.application.Platform::runLater, failures::add);
        print.set(write(folder.resolve("Mix print 7.wav"), music()));
        model = Fx.call(() -> new SightModel(session));
    }

    static Insert insert(String type, Map<String, Double> values) {
        return new Insert(type, type, Values.of(new TreeMap<>(values)), null);
    }

    /// Waits until the picture is that of the song as it is now.
    void see() {
        CountDownLatch seen = new CountDownLatch(1);
        Fx.run(() -> {
            if (!model.looking().get()) {
                seen.countDown();
            }
            model.looking().addListener((_, _, now) -> {
                if (!now) {
                    seen.countDown();
                }
            });
        });
        try {
            if (!seen.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("nothing is seen");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    static float[][] music() {
        SplittableRandom random = new SplittableRandom(11);
        float[][] made = new float[2][SECONDS * RATE];
        double[] chord = {55, 82.4, 110, 164.81, 220, 329.63, 523.25, 1046.5};
        double air = 0;
        for (int i = 0; i < made[0].length; i++) {
            double t = (double) i / RATE;
            double level = 0;
            for (double[] section : SECTIONS) {
                level = t >= section[0] ? section[1] : level;
            }
            double hit = Math.exp(-(t % 0.5) * 14);
            double noise = random.nextDouble() * 2 - 1;
            air += 0.4 * (noise - air);
            for (int c = 0; c < 2; c++) {
                double tone = 0;
                for (int n = 0; n < chord.length; n++) {
                    double phase = n < 2 ? 0 : c * 0.4 * n;
                    tone += Math.sin(2 * Math.PI * chord[n] * t + phase) / (n + 1.5);
                }
                double side = c == 0 ? 0.25 : -0.25;
                double swell = 0.8 + 0.2 * Math.sin(t * 1.7);
                made[c][i] = (float) (level * swell * (0.5 * tone + 0.8 * hit * noise + side * air));
            }
        }
        return made;
    }

    static Print write(Path file, float[][] sound) {
        try (AudioFileWriter writer = AudioFiles.create(
                file, new AudioFormat(RATE, sound.length), EncoderSettings.of(SampleFormat.FLOAT32))) {
            writer.write(sound, 0, sound[0].length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Print(file, 7, "Mix print 7", "", Instant.EPOCH, RATE, sound.length, sound[0].length);
    }

    /// Lets the pictures hear some seconds of the music.
    void hear() {
        float[][] sound = music();
        float[][] part = new float[2][1024];
        for (int at = 21 * RATE; at < 23 * RATE; at += 1024) {
            System.arraycopy(sound[0], at, part[0], 0, 1024);
            System.arraycopy(sound[1], at, part[1], 0, 1024);
            model.ear().take(part[0], part[1], 1024);
            model.ear().image().advance(1024.0 / RATE);
        }
        session.song().playback().engine().master().process(loud(sound), 0, 10 * RATE);
    }

    private static float[][] loud(float[][] sound) {
        float[][] part = new float[2][10 * RATE];
        for (int c = 0; c < 2; c++) {
            for (int i = 0; i < part[c].length; i++) {
                part[c][i] = 1.6f * sound[c][15 * RATE + i];
            }
        }
        return part;
    }

    @Override
    public void close() {
        Fx.run(() -> {
            model.close();
            song.close();
        });
    }
}
