package studio.headroom.project;

/// Something that whoever masters a song asks of its mix.
///
/// @param frame where in the song
/// @param done whether the mix has seen to it
public record ToDo(String id, long frame, String text, boolean done) {
    public ToDo {
        if (frame < 0 || frame > Clip.MAX_FRAME) {
            throw new InvalidProjectException("the note '" + text + "' lies at an impossible place");
        }
    }

    public ToDo withText(String changed) {
        return new ToDo(id, frame, changed, done);
    }

    public ToDo withDone(boolean changed) {
        return new ToDo(id, frame, text, changed);
    }
}
