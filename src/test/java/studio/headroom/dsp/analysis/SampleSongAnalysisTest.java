package studio.headroom.dsp.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.audio.SampleStream;
import studio.headroom.dsp.analysis.KeyEstimate.Key;
import studio.headroom.files.audio.AudioFiles;

/// What is heard out of the sample song's stems, which are in D major at 112 bpm, by its score.
class SampleSongAnalysisTest {
    private static final Path MEDIA = Path.of("samples", "Room Above the Rain.headroom", "media");
    private static final double TEMPO = 112;

    private static SampleStream stem(String name) throws IOException {
        return AudioFiles.open(MEDIA.resolve(name + ".flac"));
    }

    private static TempoEstimate tempo(String name) throws IOException {
        try (SampleStream stream = stem(name)) {
            return TempoEstimate.of(stream, Synth.GO_ON);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"04 Hi-Hat", "06 Overheads"})
    void theTempoIsThatOfTheScore(String name) throws IOException {
        TempoEstimate estimate = tempo(name);
        assertThat(estimate.isKnown()).isTrue();
        assertThat(estimate.beatsPerMinute()).isCloseTo(TEMPO, offset(0.1));
        double beats = estimate.firstBeat() * TEMPO / 60;
        // The players are up to 15 ms off.
        assertThat((beats - Math.rint(beats)) * 60 / TEMPO).isCloseTo(0, offset(0.015));
    }

    @ParameterizedTest
    @ValueSource(strings = {"01 Kick", "02 Snare Top"})
    void whatPlaysEverySecondBeatHasTheTempoAmongItsAlternatives(String name) throws IOException {
        TempoEstimate estimate = tempo(name);
        assertThat(estimate.isKnown()).isTrue();
        assertThat(estimate.alternatives()).anyMatch(other -> Math.abs(other - TEMPO) < 0.1);
    }

    @Test
    void aPadHasNoTempo() throws IOException {
        assertThat(tempo("17 Pad").isKnown()).isFalse();
    }

    @Test
    void theKeyIsThatOfTheScore() throws IOException {
        try (SampleStream stream = stem("13 Piano")) {
            KeyEstimate estimate = KeyEstimate.of(stream, Synth.GO_ON);
            assertThat(estimate.isKnown()).isTrue();
            assertThat(estimate.key()).isEqualTo(new Key(2, false));
        }
    }

    @Test
    void aSnareHasNoKey() throws IOException {
        try (SampleStream stream = stem("02 Snare Top")) {
            assertThat(KeyEstimate.of(stream, Synth.GO_ON).isKnown()).isFalse();
        }
    }
}
