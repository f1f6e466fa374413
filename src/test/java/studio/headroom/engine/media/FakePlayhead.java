package studio.headroom.engine.media;

/// A playhead that stands where a test puts it.
final class FakePlayhead implements PlayheadView {
    volatile long position;
    volatile boolean moving = true;
    volatile long loopFrom;
    volatile long loopTo;

    @Override
    public long position() {
        return position;
    }

    @Override
    public boolean moving() {
        return moving;
    }

    @Override
    public long loopFrom() {
        return loopFrom;
    }

    @Override
    public long loopTo() {
        return loopTo;
    }
}
