package studio.headroom.dsp.filter;

/// Which part of a stereo signal a filter changes. In files a placement is known by its place here: new ones go to the
/// end.
public enum Placement {
    STEREO,
    MID,
    SIDE,
    LEFT,
    RIGHT
}
