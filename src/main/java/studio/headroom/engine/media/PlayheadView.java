package studio.headroom.engine.media;

/// Where playing is, as the disk thread sees it. Each answer by itself may be a block old, and two answers need not be
/// of the same moment: they only say what is to be read first. The disk thread.
public interface PlayheadView {
    /// The frame of the timeline that is rendered next.
    long position();

    /// Whether the transport runs.
    boolean moving();

    /// The first frame of the loop.
    long loopFrom();

    /// The frame after the loop's last one; not after [#loopFrom] while there is no loop.
    long loopTo();
}
