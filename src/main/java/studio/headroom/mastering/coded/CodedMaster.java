package studio.headroom.mastering.coded;

import java.nio.file.Path;

/// A master as a lossy format gives it back, and what that changes, as two sound files of 32-bit floats at the rate of
/// the print. Both have the length of the part that is delivered, and frame n of both is frame n of that part.
///
/// @param sound what is decoded from the file that a delivery writes, at the print's rate
/// @param difference that minus the master, sample by sample
/// @param sampleRate of both in Hz
/// @param channels of both, 1 or 2
/// @param at frame of the print at which they begin
/// @param frames of both
public record CodedMaster(
        CodedFormat format,
        Path sound,
        Path difference,
        int sampleRate,
        int channels,
        long at,
        long frames,
        CodedFigures figures) {}
