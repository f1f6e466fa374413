package studio.headroom.project;

/// A sound file of the project.
///
/// @param path relative to the project folder, `/` between names, never leading out of the folder
/// @param frames its length in frames of the project's rate
/// @param origin the name of the file it was imported from, for people
/// @param sha256 of the file's bytes, in lower case hexadecimal digits, or empty when not known
public record Media(String id, String path, int channels, long frames, String origin, String sha256) {
    public Media {
        if (channels < 1 || channels > 2 || frames < 0) {
            throw new InvalidProjectException("the sound file '" + path + "' is said to have " + channels
                    + " channels and " + frames + " frames");
        }
        if (!sha256.isEmpty() && !sha256.matches("[0-9a-f]{64}")) {
            throw new InvalidProjectException("the sound file '" + path + "' has no checksum of 64 digits");
        }
    }

    /// A sound file whose checksum is not known.
    public Media(String id, String path, int channels, long frames, String origin) {
        this(id, path, channels, frames, origin, "");
    }
}
