package studio.headroom.mastering.check;

/// Where a finding lies, to be marked in a picture of the sound.
///
/// @param from first frame
/// @param to frame after the last one
/// @param words what was found there, in a few plain words with its number
public record Mark(long from, long to, Severity severity, String words) {}
