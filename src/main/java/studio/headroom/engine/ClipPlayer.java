package studio.headroom.engine;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.concurrent.RealTime;
import studio.headroom.engine.media.MediaReader;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;

/// Plays the clips of one track: what lies on the timeline, with clip gain, gain envelope and fades. Clips that overlap
/// add up.
final class ClipPlayer {
    private final PlayedClip[] clips;
    private final int channels;
    private final float[][] scratch;
    private final float[][] faded;

    /// @param clips with their readers, in any order
    /// @param channels of the track: 1 when all media are mono; mono media on a stereo track play on both sides
    ClipPlayer(List<PlayedClip> clips, int channels, int maxFrames) {
        this.clips = clips.toArray(PlayedClip[]::new);
        this.channels = channels;
        scratch = new float[2][maxFrames];
        faded = new float[2][maxFrames];
    }

    /// A clip and where its samples come from.
    ///
    /// @param envelope its gain envelope, or null
    record PlayedClip(
            Clip clip,
            MediaReader reader,
            int mediaChannels,
            long mediaFrames,
            double gain,
            @Nullable ClipGain envelope) {
        PlayedClip(Clip clip, MediaReader reader, int mediaChannels, long mediaFrames, int sampleRate) {
            this(
                    clip,
                    reader,
                    mediaChannels,
                    mediaFrames,
                    Decibels.toGain(clip.gainDb()),
                    clip.envelope().isEmpty() ? null : new ClipGain(clip.envelope(), sampleRate));
        }
    }

    /// Fills `target[channel][0 .. frames)` with what sounds from a clock on: silence where the playhead rests, and
    /// around its turns a cross-fade from the old place to the new one.
    @RealTime
    void play(Playhead playhead, long clock, float[][] target, int frames) {
        for (int c = 0; c < channels; c++) {
            Arrays.fill(target[c], 0, frames, 0f);
        }
        for (int at = 0; at < frames; ) {
            long now = clock + at;
            int run = playhead.steady(now, frames - at);
            if (playhead.fades(now)) {
                double share = playhead.fade(now);
                double step = playhead.fadeStep(now);
                if (playhead.runs(now)) {
                    addFaded(playhead.timeline(now), target, at, run, 1 - share, -step);
                }
                if (playhead.runsNext(now)) {
                    addFaded(playhead.nextTimeline(now), target, at, run, share, step);
                }
            } else if (playhead.runs(now)) {
                add(playhead.timeline(now), target, at, run);
            }
            at += run;
        }
    }

    @RealTime
    private void addFaded(long start, float[][] target, int at, int run, double gain, double step) {
        for (int c = 0; c < channels; c++) {
            Arrays.fill(faded[c], 0, run, 0f);
        }
        add(start, faded, 0, run);
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < run; i++) {
                target[c][at + i] += (float) (faded[c][i] * (gain + step * i));
            }
        }
    }

    @RealTime
    private void add(long start, float[][] target, int at, int frames) {
        for (PlayedClip played : clips) {
            Clip clip = played.clip;
            long from = Math.max(start, clip.start());
            long to = Math.min(start + frames, clip.end());
            if (from < to && played.gain != 0) {
                add(played, from - clip.start(), target, at + (int) (from - start), (int) (to - from));
            }
        }
    }

    @RealTime
    private void add(PlayedClip played, long inClip, float[][] target, int at, int count) {
        Clip clip = played.clip;
        long first = clip.offset() + (clip.reversed() ? clip.length() - inClip - count : inClip);
        played.reader.read(first, scratch, 0, count);
        if (played.envelope != null) {
            played.envelope.apply(scratch, played.mediaChannels, first, count);
        }
        if (clip.reversed()) {
            for (int c = 0; c < played.mediaChannels; c++) {
                reverse(scratch[c], count);
            }
        }
        boolean fades = inClip < clip.fadeIn().frames()
                || inClip + count > clip.length() - clip.fadeOut().frames();
        for (int c = 0; c < channels; c++) {
            float[] source = scratch[Math.min(c, played.mediaChannels - 1)];
            if (fades && c < played.mediaChannels) {
                fade(source, clip, inClip, count);
            }
            add(source, target[c], at, count, (float) played.gain);
        }
    }

    @RealTime
    private static void add(float[] source, float[] target, int at, int count, float gain) {
        for (int i = 0; i < count; i++) {
            target[at + i] += source[i] * gain;
        }
    }

    @RealTime
    private static void fade(float[] samples, Clip clip, long inClip, int count) {
        Fade in = clip.fadeIn();
        Fade out = clip.fadeOut();
        for (int i = 0; i < count; i++) {
            long frame = inClip + i;
            long left = clip.length() - 1 - frame;
            double gain = 1;
            if (frame < in.frames()) {
                gain = gain(in.shape(), (frame + 0.5) / in.frames());
            }
            if (left < out.frames()) {
                gain *= gain(out.shape(), (left + 0.5) / out.frames());
            }
            samples[i] *= (float) gain;
        }
    }

    @RealTime
    private static double gain(Fade.Shape shape, double x) {
        return switch (shape) {
            case LINEAR -> x;
            case EQUAL_POWER -> Math.sin(x * Math.PI / 2);
            case S_CURVE -> (1 - Math.cos(x * Math.PI)) / 2;
            case SLOW -> x * x * x;
        };
    }

    @RealTime
    private static void reverse(float[] samples, int count) {
        for (int i = 0, j = count - 1; i < j; i++, j--) {
            float keep = samples[i];
            samples[i] = samples[j];
            samples[j] = keep;
        }
    }
}
