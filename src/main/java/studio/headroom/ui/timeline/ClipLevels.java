package studio.headroom.ui.timeline;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import studio.headroom.audio.Decibels;
import studio.headroom.dsp.loudness.LoudnessMeter;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.project.Clip;
import studio.headroom.project.Project;

/// How high or how loud clips are at 0 dB: their sound files with their gain envelopes, without fades.
final class ClipLevels {
    private static final int BLOCK = 1 << 14;

    /// What is measured.
    enum Measure {
        /// The largest sample, in dBFS.
        PEAK,
        /// Integrated loudness, in LUFS; -∞ for less than 0.4 s.
        LOUDNESS
    }

    private ClipLevels() {}

    /// The level of each clip, by its id; -∞ for silence.
    ///
    /// @throws InterruptedIOException when it was called off
    static Map<String, Double> of(
            Project song, List<Clip> clips, Measure measure, MediaLibrary library, Listening.Progress progress)
            throws IOException {
        Map<String, Double> levels = new HashMap<>();
        double all = Math.max(1, clips.stream().mapToLong(Clip::length).sum());
        long done = 0;
        for (Clip clip : clips) {
            try (ClipSound sound = new ClipSound(song, List.of(clip), library, false)) {
                levels.put(clip.id(), level(sound, measure, progress, done, all));
            }
            done += clip.length();
        }
        return levels;
    }

    private static double level(ClipSound sound, Measure measure, Listening.Progress progress, long done, double all)
            throws IOException {
        LoudnessMeter meter = new LoudnessMeter(sound.format());
        float[][] block = new float[sound.format().channels()][BLOCK];
        float peak = 0;
        for (int count = sound.read(block, 0, BLOCK); count > 0; count = sound.read(block, 0, BLOCK)) {
            if (progress.getAsBoolean()) {
                throw new InterruptedIOException("measuring was canceled");
            }
            if (measure == Measure.LOUDNESS) {
                meter.makeRoom();
                meter.process(block, 0, count);
            } else {
                peak = Math.max(peak, highest(block, count));
            }
            progress.at((done + sound.position()) / all);
        }
        if (measure == Measure.PEAK) {
            return Decibels.fromGain(peak);
        }
        meter.finish();
        return meter.integratedLufs();
    }

    private static float highest(float[][] block, int count) {
        float peak = 0;
        for (float[] channel : block) {
            for (int i = 0; i < count; i++) {
                peak = Math.max(peak, Math.abs(channel[i]));
            }
        }
        return peak;
    }
}
