package studio.headroom.ui.model;

/// A drag that moves a control from where it is, never to where the pointer is.
///
/// Every movement of the pointer counts for itself, at the speed that holds while it is made. So switching to fine and
/// back never makes the value jump, and turning round at an end moves at once.
public final class RelativeDrag {
    /// With Shift.
    public static final double FINE = 0.1;

    private final ControlModel model;
    private final double travel;
    private double position;
    private double last;

    /// @param travel how far the pointer goes for the control's whole travel, in the pointer's unit
    /// @param at where the pointer is, growing towards higher values
    public RelativeDrag(ControlModel model, double travel, double at) {
        if (!(travel > 0)) {
            throw new IllegalArgumentException("a travel of " + travel + " leads nowhere");
        }
        this.model = model;
        this.travel = travel;
        position = model.position();
        last = at;
    }

    /// The pointer has come to `at`. Without a movement nothing changes, so that a click keeps the exact value.
    public void to(double at, boolean fine) {
        double by = (at - last) / travel * (fine ? FINE : 1);
        last = at;
        if (by != 0) {
            position = Math.clamp(position + by, 0, 1);
            model.move(model.param().range().plain(position));
        }
    }
}
