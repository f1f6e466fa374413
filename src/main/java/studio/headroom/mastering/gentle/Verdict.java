package studio.headroom.mastering.gentle;

/// How far an effect goes. Nothing is ever refused for it.
///
/// @param title in a few words: `All moves are under 1 dB`
/// @param reason with numbers, and what would be gentler where it is not; at most three short sentences
public record Verdict(Level level, String title, String reason) {
    public enum Level {
        /// There is nothing to judge: it is off, does nothing, or has not been heard yet.
        IDLE,
        GENTLE,
        /// Goes further than mastering usually does.
        NOTE
    }

    static Verdict idle(String title, String reason) {
        return new Verdict(Level.IDLE, title, reason);
    }

    static Verdict gentle(String title, String reason) {
        return new Verdict(Level.GENTLE, title, reason);
    }

    static Verdict note(String title, String reason) {
        return new Verdict(Level.NOTE, title, reason);
    }
}
