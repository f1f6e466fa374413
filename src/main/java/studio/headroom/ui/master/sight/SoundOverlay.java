package studio.headroom.ui.master.sight;

import studio.headroom.dsp.analysis.ThirdOctaves;
import studio.headroom.mastering.sight.SoundSight;

/// Another sound whose average spectrum is drawn over that of the master, at the same loudness.
///
/// @param name for people: `reference “North Pier”`
/// @param spectrum of the sound or of a region of it
/// @param lufs its integrated loudness
public record SoundOverlay(String name, ThirdOctaves spectrum, double lufs) {
    public static SoundOverlay of(String name, SoundSight sight) {
        return new SoundOverlay(name, sight.spectrum(), sight.report().integratedLufs());
    }
}
