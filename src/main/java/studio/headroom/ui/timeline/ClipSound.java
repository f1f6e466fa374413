package studio.headroom.ui.timeline;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.SampleSource;
import studio.headroom.audio.SampleStream;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.project.Clip;
import studio.headroom.project.GainEnvelope;
import studio.headroom.project.Media;
import studio.headroom.project.Project;

/// Clips as they lie on the timeline, as one sound from the first one's beginning to the last one's end, without their
/// fades and what the track does. Sound files are opened when they are needed. One thread.
final class ClipSound implements SampleStream {
    private static final int BLOCK = 1 << 14;

    private final Project song;
    private final List<Clip> clips;
    private final MediaLibrary library;
    private final boolean gains;
    private final AudioFormat format;
    private final long start;
    private final long end;
    private final Map<String, SampleSource> sources = new HashMap<>();
    private final float[][] scratch;
    private volatile long at;

    /// @param clips of the song, at least one
    /// @param gains whether they have their own gains, else all have 0 dB; their envelopes they have
    ClipSound(Project song, List<Clip> clips, MediaLibrary library, boolean gains) {
        this.song = song;
        this.clips = List.copyOf(clips);
        this.library = library;
        this.gains = gains;
        int channels = clips.stream()
                .flatMap(clip -> song.media(clip.media()).stream())
                .mapToInt(Media::channels)
                .max()
                .orElse(1);
        format = new AudioFormat(song.sampleRate(), channels);
        start = clips.stream().mapToLong(Clip::start).min().orElse(0);
        end = clips.stream().mapToLong(Clip::end).max().orElse(0);
        scratch = new float[channels][BLOCK];
    }

    /// The frame of the timeline at which it begins.
    long start() {
        return start;
    }

    /// How many frames were read. Any thread.
    long position() {
        return at;
    }

    @Override
    public AudioFormat format() {
        return format;
    }

    @Override
    public long expectedFrames() {
        return end - start;
    }

    @Override
    public int read(float[][] target, int offset, int count) throws IOException {
        int now = (int) Math.min(Math.min(count, BLOCK), end - start - at);
        if (now <= 0) {
            return -1;
        }
        for (float[] channel : target) {
            Arrays.fill(channel, offset, offset + now, 0);
        }
        long from = start + at;
        for (Clip clip : clips) {
            long first = Math.max(from, clip.start());
            long last = Math.min(from + now, clip.end());
            if (last > first) {
                add(clip, first, (int) (last - first), target, (int) (first - from) + offset);
            }
        }
        at += now;
        return now;
    }

    private void add(Clip clip, long from, int count, float[][] target, int offset) throws IOException {
        SampleSource source = source(clip);
        long behind = clip.end() - from - count;
        long begin = clip.offset() + (clip.reversed() ? behind : from - clip.start());
        source.read(begin, scratch, 0, count);
        int channels = source.format().channels();
        float gain = gains ? (float) Decibels.toGain(clip.gainDb()) : 1;
        if (!clip.envelope().isEmpty()) {
            shape(clip.envelope(), begin, count, channels);
        }
        for (int c = 0; c < format.channels(); c++) {
            float[] in = scratch[Math.min(c, channels - 1)];
            float[] out = target[c];
            for (int i = 0; i < count; i++) {
                out[offset + i] += gain * in[clip.reversed() ? count - 1 - i : i];
            }
        }
    }

    private void shape(GainEnvelope envelope, long begin, int count, int channels) {
        for (int i = 0; i < count; i++) {
            float gain = (float) Decibels.toGain(envelope.db(begin + i));
            for (int c = 0; c < channels; c++) {
                scratch[c][i] *= gain;
            }
        }
    }

    private SampleSource source(Clip clip) throws IOException {
        SampleSource known = sources.get(clip.media());
        if (known == null) {
            Media media = song.media(clip.media()).orElseThrow(() -> new IOException("The sound file is not there."));
            known = library.open(media);
            sources.put(clip.media(), known);
        }
        return known;
    }

    @Override
    public void close() throws IOException {
        for (SampleSource source : sources.values()) {
            source.close();
        }
        sources.clear();
    }
}
