package studio.headroom.engine;

import studio.headroom.concurrent.RealTime;

/// What a command does to a control. Travels in the upper half of the control's index, so that a command stays three
/// plain numbers.
public enum Move {
    /// Sets the value that holds where no automation does.
    SET,
    /// A live value stands instead of what automation says.
    HOLD,
    /// A live value is added to what automation says.
    TRIM,
    /// Automation has the control back; the value is how many frames the way there takes.
    FOLLOW,
    /// An insert's dry path is heard with this linear gain, whatever the control.
    DRY_GAIN,
    /// Of an insert that is on, this share of the dry path is taken away from what is heard, whatever the control: 1
    /// lets only what it changes be heard.
    DELTA;

    private static final int SHIFT = 16;
    private static final Move[] ALL = values();

    /// The number that a command carries for a control, 0 to 65535, of its node.
    public int of(int param) {
        return ordinal() << SHIFT | param;
    }

    @RealTime
    static Move move(int number) {
        return ALL[number >>> SHIFT & 7];
    }

    @RealTime
    static int param(int number) {
        return number & (1 << SHIFT) - 1;
    }
}
