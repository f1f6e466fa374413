package studio.headroom.ui.timeline;

/// What the hand does from a press to the release: at most one step of undo, heard and seen while it goes on.
interface Gesture {
    /// Which keys are held.
    record Keys(boolean shift, boolean control, boolean alt) {
        static final Keys NONE = new Keys(false, false, false);
    }

    /// @param x in units of the view
    void drag(double x, double y, Keys keys);

    void end();

    /// Gives it up: all is as before the press.
    void cancel();

    /// What stands beside the pointer, or empty.
    default String bubble() {
        return "";
    }

    /// How far it has come, or empty.
    default String moved() {
        return "";
    }
}
