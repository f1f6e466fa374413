package studio.headroom.engine;

import studio.headroom.concurrent.RealTime;

/// A part of a graph whose controls commands can move: a strip, an insert, a send.
interface Movable {
    /// @param param index of the control; one that is not there is ignored
    @RealTime
    void move(Move move, int param, double value);

    /// Moves one control. An index beyond them says nothing.
    @RealTime
    static void move(Control[] controls, Move move, int param, double value) {
        if (param >= 0 && param < controls.length) {
            move(controls[param], move, value);
        }
    }

    @RealTime
    static void move(Control control, Move move, double value) {
        switch (move) {
            case SET -> control.set(value);
            case HOLD -> control.hold(value);
            case TRIM -> control.trim(value);
            case FOLLOW -> control.follow((long) value);
            case DRY_GAIN, DELTA -> {
                // Of inserts, not of controls.
            }
        }
    }
}
