package studio.headroom.ui.timeline;

/// The song under the hand: what lies at the pointer is heard as long as it is held. UI thread.
final class RulerScrub implements Gesture {
    private final TimelineModel model;
    private long last;

    RulerScrub(TimelineModel model, double x) {
        this.model = model;
        last = -1;
        hear(x);
    }

    private void hear(double x) {
        long frame = Math.max(0, model.scale().frameAt(x));
        if (frame != last) {
            last = frame;
            model.player().scrub(frame);
        }
    }

    @Override
    public void drag(double x, double y, Keys keys) {
        hear(x);
    }

    @Override
    public void end() {
        model.player().endScrub();
    }

    @Override
    public void cancel() {
        model.player().endScrub();
    }

    @Override
    public String bubble() {
        return model.grid().place(last).toString();
    }
}
