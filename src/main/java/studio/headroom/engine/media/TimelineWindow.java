package studio.headroom.engine.media;

/// A part of the timeline.
///
/// @param from its first frame
/// @param to the frame after its last one
public record TimelineWindow(long from, long to) {}
