package studio.headroom.ui.timeline;

/// Where something that is dropped on the timeline lands.
///
/// @param track id of the track below the pointer; empty where there is none, and new tracks are meant
/// @param name of that track
/// @param index place of new tracks among the strips; beyond the last is at the end
/// @param frame where it begins, on the grid or at an edge that is near
public record Landing(String track, String name, int index, long frame) {}
