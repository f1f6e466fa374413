package studio.headroom.ui.mixer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleSource;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.project.Clip;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.StripEdits;

class MixLoudnessTest {
    private static final int RATE = 48_000;
    private static final int FRAMES = 4 * RATE;

    /// A stereo tone of 1 kHz at -20 dBFS.
    private static final MediaLibrary TONE = media -> new SampleSource() {
        @Override
        public AudioFormat format() {
            return new AudioFormat(RATE, 2);
        }

        @Override
        public long frames() {
            return FRAMES;
        }

        @Override
        public void read(long start, float[][] target, int offset, int count) {
            for (int i = 0; i < count; i++) {
                long frame = start + i;
                float sample =
                        frame >= 0 && frame < FRAMES ? (float) (0.1 * Math.sin(2 * Math.PI * 1000 * frame / RATE)) : 0;
                target[0][offset + i] = sample;
                target[1][offset + i] = sample;
            }
        }
    };

    private final List<String> problems = new ArrayList<>();
    private OptionalDouble heard = OptionalDouble.of(99);

    private static Project song() {
        Media media = new Media("m", "media/tone.wav", 2, FRAMES, "tone");
        Strip track = Strip.create(Strip.Kind.TRACK, "tone", "Tone").withClips(List.of(Clip.whole("c", media, 0)));
        return Project.empty("Tone", RATE).withMedia(List.of(media)).withStrips(List.of(track));
    }

    private void measure(MediaLibrary library, Project mix) {
        new MixLoudness(() -> library, Runnable::run, Runnable::run, problems::add)
                .measure(mix, share -> assertThat(share).isBetween(0.0, 1.0), found -> heard = found);
    }

    @Test
    void aToneReadsAsTheStandardSays() {
        measure(TONE, song());
        // EBU Tech 3341: a stereo sine of 1 kHz reads its peak level.
        assertThat(heard.orElseThrow()).isCloseTo(-20, within(0.1));
        measure(TONE, StripEdits.set("tone", StripControls.VOLUME, -6).apply(song()));
        assertThat(heard.orElseThrow()).isCloseTo(-26, within(0.1));
        assertThat(problems).isEmpty();
    }

    @Test
    void silenceHasNoLoudness() {
        measure(TONE, StripEdits.mute("tone", true).apply(song()));
        assertThat(heard).isEmpty();
    }

    @Test
    void aMissingFileIsTold() {
        measure(
                media -> {
                    throw new IOException("'tone.wav' is missing.");
                },
                song());
        assertThat(heard).isEmpty();
        assertThat(problems).singleElement().asString().contains("'tone.wav' is missing.");
    }

    @Test
    void whatIsCalledOffIsNotHeard() {
        List<Runnable> later = new ArrayList<>();
        new MixLoudness(() -> TONE, later::add, Runnable::run, problems::add)
                .measure(song(), share -> {}, found -> heard = found)
                .run();
        later.forEach(Runnable::run);
        assertThat(heard).hasValue(99);
    }
}
