package studio.headroom.project;

/// A named place on the timeline.
///
/// @param color name of a track color
/// @param section whether a part of the song begins here, such as a verse; it lasts until the next that does
public record Marker(String id, long frame, String name, String color, boolean section) {
    public static final String DEFAULT_COLOR = "grey";

    public Marker {
        name = Names.line(name);
        if (frame < 0 || frame > Clip.MAX_FRAME) {
            throw new InvalidProjectException("the marker '" + name + "' lies at an impossible place");
        }
    }

    /// A grey place that begins no part.
    public Marker(String id, long frame, String name) {
        this(id, frame, name, DEFAULT_COLOR, false);
    }

    public Marker withFrame(long changed) {
        return new Marker(id, changed, name, color, section);
    }

    public Marker withName(String changed) {
        return new Marker(id, frame, changed, color, section);
    }

    public Marker withColor(String changed) {
        return new Marker(id, frame, name, changed, section);
    }

    public Marker withSection(boolean changed) {
        return new Marker(id, frame, name, color, changed);
    }
}
