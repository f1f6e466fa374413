package studio.headroom.mastering.prints;

import java.nio.file.Path;
import java.time.Instant;

/// A sound that can be mastered: a print of the song's mix, or a file from elsewhere that was taken over as one.
///
/// @param file in the project's folder of prints
/// @param number counts the song's prints from 1 in the order they were made; 0 for a file from elsewhere
/// @param title for people: `Mix print 7`, or what a file from elsewhere was called
/// @param hash of the mix that it is a print of, in 64 digits; empty for a file from elsewhere, which is never stale
/// @param made when it was made or taken over
/// @param frames its length
public record Print(
        Path file, int number, String title, String hash, Instant made, int sampleRate, int channels, long frames) {
    /// The name of its file, by which the song remembers it.
    public String name() {
        return file.getFileName().toString();
    }

    /// Whether it did not come from this song's mix.
    public boolean foreign() {
        return hash.isEmpty();
    }

    public double seconds() {
        return (double) frames / sampleRate;
    }
}
