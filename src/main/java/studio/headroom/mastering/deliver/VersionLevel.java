package studio.headroom.mastering.deliver;

/// How loud the other versions of a song become.
public enum VersionLevel {
    /// Each of their files gets the gain into the limiter, and the limiter, of the song's: what they have in common is
    /// equally loud, and an instrumental is as much softer as the voice made the song louder.
    SONG,
    /// Each is brought to the level that its files ask for by itself.
    OWN
}
