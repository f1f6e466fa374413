package studio.headroom.mastering;

import java.util.OptionalDouble;

/// How loud a file is to be made by gain alone: nothing is limited, so peaks may keep it softer.
///
/// @param lufs integrated loudness in LUFS; empty to bring the highest peak to the ceiling
/// @param ceiling highest true peak in dBTP of the written file, decoded again
public record Loudness(OptionalDouble lufs, double ceiling) {
    /// The gain in dB for sound of this loudness and true peak; 0 for silence.
    double gain(double integratedLufs, double truePeakDbtp) {
        if (truePeakDbtp == Double.NEGATIVE_INFINITY) {
            return 0;
        }
        double room = ceiling - truePeakDbtp;
        boolean known = lufs.isPresent() && integratedLufs != Double.NEGATIVE_INFINITY;
        return known ? Math.min(room, lufs.getAsDouble() - integratedLufs) : room;
    }
}
