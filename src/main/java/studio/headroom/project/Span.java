package studio.headroom.project;

/// A piece of the timeline: from frame `start` to before frame `end`, never empty.
public record Span(long start, long end) {
    public Span {
        if (start < 0 || end <= start || end > Clip.MAX_FRAME) {
            throw new InvalidProjectException("a range from frame " + start + " to frame " + end + " is none");
        }
    }

    public long length() {
        return end - start;
    }

    /// A range from the same frame on that is this long at least, as far as there are frames.
    public Span atLeast(long frames) {
        return length() >= frames ? this : new Span(start, Math.max(end, Math.min(start + frames, Clip.MAX_FRAME)));
    }

    public boolean contains(long frame) {
        return frame >= start && frame < end;
    }
}
