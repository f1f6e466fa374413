package studio.headroom.ui.timeline;

import org.jspecify.annotations.Nullable;

/// A row of the timeline.
///
/// @param id of the strip or folder; of a lane, of its strip
/// @param y of its upper edge in units from the first row's
/// @param height in units, with the line below it
/// @param number of a track, from 1; 0 for all others
/// @param indented whether it lies in a folder
/// @param lane of an automation lane, else null
public record Row(
        Kind kind,
        String id,
        double y,
        double height,
        int number,
        boolean indented,
        @Nullable LaneKey lane) {
    public enum Kind {
        TRACK,
        BUS,
        FOLDER,
        LANE
    }

    public double bottom() {
        return y + height;
    }

    /// What is the same row before and after a change of the song.
    public String key() {
        return kind + " " + id + (lane == null ? "" : " " + lane.owner() + " " + lane.param());
    }
}
