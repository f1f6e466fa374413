package studio.headroom.ui.inspector;

import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Smoothing;
import studio.headroom.param.Unit;
import studio.headroom.ui.mixer.SendModel;
import studio.headroom.ui.mixer.StripModel;
import studio.headroom.ui.model.ControlModel;

/// A send with the switch of where it is taken.
///
/// @param pre on where it is taken before the fader
public record SendItem(SendModel send, ControlModel pre) {
    private static final Param PRE =
            new Param("pre", "Before the fader", Unit.NONE, new Range.Toggle(), 0, Smoothing.NONE, false);

    static SendItem of(StripModel strip, SendModel send) {
        ControlModel pre = new ControlModel(
                PRE,
                strip.name() + " send to " + send.targetName() + " before the fader",
                "Before the fader, the send stays as loud when the fader moves, as for headphones. After it, the reverb"
                        + " follows the strip.",
                plain -> strip.mixer().actions().preFader(send.id(), plain >= 0.5));
        return new SendItem(send, pre);
    }

    void show() {
        pre.show(send.send().preFader() ? 1 : 0);
    }
}
