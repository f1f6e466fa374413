package studio.headroom.ui.model;

/// A drag that moves a control from where it is, never to where the pointer is.
///
/// Every movement of the pointer counts for itself, at the speed that holds while it is made. So switching to fine and
/// back never makes the value jump, and turning round at an end moves at once. A coarse drag that reaches the detent
/// stays there for a little way and goes on from there; so the detent is easily met, and every other value, too.
public final class RelativeDrag {
    /// With Shift.
    public static final double FINE = 0.1;

    private final ControlModel model;
    private final double travel;
    private final double detent;
    private final double hold;
    /// How much of the detent's way is left, in the pointer's unit: above 0 upwards, below 0 downwards.
    private double held;

    private double position;
    private double last;

    /// @param travel how far the pointer goes for the control's whole travel, in the pointer's unit
    /// @param at where the pointer is, growing towards higher values
    public RelativeDrag(ControlModel model, double travel, double at) {
        this(model, travel, at, Double.NaN, 0);
    }

    /// @param detent the position where a coarse drag stays, 0 to 1; NaN for none
    /// @param hold for how long, in the pointer's unit
    public RelativeDrag(ControlModel model, double travel, double at, double detent, double hold) {
        if (!(travel > 0)) {
            throw new IllegalArgumentException("a travel of " + travel + " leads nowhere");
        }
        this.model = model;
        this.travel = travel;
        this.detent = detent;
        this.hold = hold;
        position = model.position();
        last = at;
    }

    /// The pointer has come to `at`. Without a movement nothing changes, so that a click keeps the exact value.
    public void to(double at, boolean fine) {
        double way = fine ? (at - last) * FINE : unheld(at - last);
        last = at;
        if (way != 0) {
            double before = position;
            double now = Math.clamp(before + way / travel, 0, 1);
            if (!fine && !isOn(before) && (isOn(now) || (before - detent) * (now - detent) < 0)) {
                held = Math.copySign(hold, way);
                double over = isOn(now) ? 0 : (now - detent) * travel;
                now = Math.clamp(detent + unheld(over) / travel, 0, 1);
            }
            if (fine) {
                held = 0;
            }
            position = now;
            double plain = model.param().range().plain(position);
            // On the detent the value is the one that it stands for, without the rounding of the law.
            model.move(isOn(position) ? Math.rint(plain * 1e9) / 1e9 + 0.0 : plain);
        }
    }

    private boolean isOn(double at) {
        return Math.abs(at - detent) < 1e-9;
    }

    /// What is left of a way when the detent has kept its share. Turning round leaves the detent at once.
    private double unheld(double way) {
        if (held == 0 || way == 0) {
            return way;
        }
        if (way * held < 0) {
            held = 0;
            return way;
        }
        double kept = Math.copySign(Math.min(Math.abs(held), Math.abs(way)), way);
        held -= kept;
        return way - kept;
    }
}
