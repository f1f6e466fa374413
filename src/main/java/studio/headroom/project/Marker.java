package studio.headroom.project;

/// A named place on the timeline.
public record Marker(String id, long frame, String name) {
    public Marker {
        if (frame < 0 || frame > Clip.MAX_FRAME) {
            throw new InvalidProjectException("the marker '" + name + "' lies at an impossible place");
        }
    }
}
