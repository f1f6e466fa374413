package studio.headroom.project;

/// What of a print is delivered: where its beginning and its end are cut, and how it fades there. The print stays
/// whole.
///
/// @param head what of the beginning goes
/// @param tail what of the end goes
/// @param fadeIn from silence at the new beginning, in seconds; 0 for none
/// @param fadeOut to silence at the new end, in seconds; 0 for none
/// @param shape of both fades
public record Ends(Edge head, Edge tail, double fadeIn, double fadeOut, Fade.Shape shape) {
    /// The longest fade, and the longest silence that is kept, in seconds.
    public static final double LONGEST = 60;

    private static final double LATEST = 1e6;

    /// All of it.
    public static final Ends WHOLE = new Ends(new Edge.Whole(), new Edge.Whole(), 0, 0, Fade.Shape.S_CURVE);

    /// What becomes of one end.
    public sealed interface Edge {
        /// It stays as it is.
        record Whole() implements Edge {}

        /// Silence goes.
        ///
        /// @param kept of it that stays beside the sound, in seconds
        record Silence(double kept) implements Edge {
            public Silence {
                require(kept, LONGEST, "silence");
            }
        }

        /// It is cut at a time.
        ///
        /// @param seconds from the beginning of the print
        record At(double seconds) implements Edge {
            public At {
                require(seconds, LATEST, "beginning or end");
            }
        }
    }

    public Ends {
        require(fadeIn, LONGEST, "fade");
        require(fadeOut, LONGEST, "fade");
        if (head instanceof Edge.At(double from) && tail instanceof Edge.At(double to) && to <= from) {
            throw new InvalidProjectException("what is delivered ends before it begins");
        }
    }

    private static void require(double seconds, double most, String what) {
        if (!(seconds >= 0 && seconds <= most)) {
            throw new InvalidProjectException("a " + what + " of a delivery cannot be at " + seconds + " s");
        }
    }

    public boolean isWhole() {
        return head instanceof Edge.Whole && tail instanceof Edge.Whole && fadeIn == 0 && fadeOut == 0;
    }

    public Ends withHead(Edge changed) {
        return new Ends(changed, tail, fadeIn, fadeOut, shape);
    }

    public Ends withTail(Edge changed) {
        return new Ends(head, changed, fadeIn, fadeOut, shape);
    }

    public Ends withFadeIn(double seconds) {
        return new Ends(head, tail, seconds, fadeOut, shape);
    }

    public Ends withFadeOut(double seconds) {
        return new Ends(head, tail, fadeIn, seconds, shape);
    }

    public Ends withShape(Fade.Shape changed) {
        return new Ends(head, tail, fadeIn, fadeOut, changed);
    }
}
