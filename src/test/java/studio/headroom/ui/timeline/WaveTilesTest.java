package studio.headroom.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.files.peaks.PeakStore;
import studio.headroom.project.GainEnvelope;
import studio.headroom.project.Media;
import studio.headroom.ui.Fx;

class WaveTilesTest {
    private static final int RATE = 48_000;
    private static final long SECOND = 1_000_000_000;

    @TempDir
    Path folder;

    private final Media media = new Media("media1", "media/1.wav", 1, 3600L * RATE, "1.wav");

    @SuppressWarnings("NullAway.Init") // Made before each test.
    private PeakStore store;

    @SuppressWarnings("NullAway.Init") // Made before each test.
    private Waves waves;

    @BeforeEach
    void openWaves() throws IOException {
        Files.createDirectories(folder.resolve("media"));
        // Waveforms are kept by size and date of the file.
        Files.write(folder.resolve(media.path()), new byte[16]);
        store = new PeakStore(folder, RATE, asked -> new Tone(asked, RATE).stream());
        // Nothing arrives while tiles are looked for, so that none is drawn again.
        waves = new Waves(
                store,
                asked -> {
                    throw new IOException("no samples are read this far away");
                },
                Runnable::run,
                unused -> {});
    }

    @AfterEach
    void closeWaves() {
        waves.close();
        store.close();
    }

    private static GainEnvelope envelope(int points) {
        List<GainEnvelope.Point> all = new ArrayList<>();
        for (int i = 0; i < points; i++) {
            all.add(new GainEnvelope.Point(100L * i, i % 12));
        }
        return new GainEnvelope(all);
    }

    private WaveTiles.Look look(GainEnvelope envelope) {
        return new WaveTiles.Look(media, 512, 0, 16, Color.WHITE, 1, false, envelope);
    }

    private static Image tile(WaveTiles tiles, WaveTiles.Look look, long index) {
        tiles.begin(SECOND);
        return Objects.requireNonNull(tiles.get(look, index));
    }

    /// To look at each of the points for each tile, 5,000 times 300,000 of them, would take many times the limit.
    @Test
    void scrollingOverAnEnvelopeOfManyPointsLooksAtNoneOfThem() {
        WaveTiles tiles = new WaveTiles(waves);
        GainEnvelope envelope = envelope(300_000);
        long nanos = Fx.call(() -> {
            for (int index = 0; index < 20; index++) {
                tile(tiles, look(envelope), index);
            }
            long before = System.nanoTime();
            for (int i = 0; i < 5_000; i++) {
                tile(tiles, look(envelope), i % 20);
            }
            return System.nanoTime() - before;
        });
        assertThat(nanos).isLessThan(SECOND);
    }

    @Test
    void aTileIsDrawnOnceForAnEnvelopeAndAnewForAnother() {
        WaveTiles tiles = new WaveTiles(waves);
        GainEnvelope envelope = envelope(4);
        Fx.run(() -> {
            Image image = tile(tiles, look(envelope), 3);
            assertThat(tile(tiles, look(envelope), 3)).isSameAs(image);
            assertThat(tile(tiles, look(envelope.with(new GainEnvelope.Point(250, -6))), 3))
                    .isNotSameAs(image);
            assertThat(tile(tiles, look(GainEnvelope.NONE), 3)).isNotSameAs(image);
        });
    }

    @Test
    void clipsWithoutAnEnvelopeShareTheirTiles() {
        WaveTiles tiles = new WaveTiles(waves);
        Fx.run(() -> assertThat(tile(tiles, look(new GainEnvelope(List.of())), 3))
                .isSameAs(tile(tiles, look(GainEnvelope.NONE), 3)));
    }
}
