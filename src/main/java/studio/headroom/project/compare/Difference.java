package studio.headroom.project.compare;

import java.util.Comparator;

/// One thing that differs.
///
/// @param kind what it is about, the most important first
/// @param strip id of the strip that it is about, or empty
/// @param size how much it matters among those of its kind, larger first
/// @param text in words, from the earlier to the later: "Lead vocal +0.8 dB"
public record Difference(Kind kind, String strip, double size, String text) {
    public enum Kind {
        STRIP,
        MUTE,
        LEVEL,
        EFFECT,
        ROUTE,
        SEND,
        CONTROL,
        PAN,
        CLIP,
        AUTOMATION,
        SONG,
        MASTERING,
        /// What is not heard: names, notes, markers.
        OTHER
    }

    /// The most important first; those that are equally important stay in mixer order.
    static final Comparator<Difference> BY_IMPORTANCE =
            Comparator.comparing(Difference::kind).thenComparing(Comparator.comparingDouble(Difference::size).reversed());
}
