package studio.headroom.engine.live;

/// Why sound comes late, or is about to, the worst last.
public enum Lateness {
    /// Rendering takes nearly all the time that blocks have.
    SOON,
    /// The machine was busy elsewhere.
    MACHINE,
    /// Rendering takes longer than blocks last.
    RENDERING,
    /// The disk delivers too slowly, so that sound is missing.
    DISK
}
