package studio.headroom.ui.timeline;

/// What lies under the pointer.
public sealed interface Hit {
    /// Nothing but a row, or the ground below the rows.
    record Nothing() implements Hit {}

    /// The lane of a track where no clip is.
    record Empty(Row row) implements Hit {}

    /// @param point the point of its gain envelope that lies there, or -1
    record OnClip(Row row, String clip, Zone zone, int point) implements Hit {}

    /// An automation lane.
    ///
    /// @param point the point that lies there, or -1
    /// @param line whether the way between the points passes there
    record OnLane(Row row, LaneKey lane, int point, boolean line) implements Hit {}

    /// Which part of a clip.
    enum Zone {
        BODY,
        START,
        END,
        FADE_IN,
        FADE_OUT,
        GAIN,
        /// A point of the gain envelope.
        GAIN_POINT
    }
}
