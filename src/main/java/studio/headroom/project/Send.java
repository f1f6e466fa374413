package studio.headroom.project;

import studio.headroom.param.Values;

/// A copy of a strip's signal to a return or a bus.
///
/// @param target id of the strip that receives it
/// @param preFader taken after the inserts and before fader, pan and width; a muted strip sends nothing either way
/// @param controls values of [StripControls#SEND_PARAMS]
public record Send(String id, String target, boolean preFader, Values controls) {
    public static Send create(String id, String target) {
        return new Send(id, target, false, Values.INITIAL);
    }

    public Send withId(String changed) {
        return new Send(changed, target, preFader, controls);
    }

    public Send withPreFader(boolean changed) {
        return new Send(id, target, changed, controls);
    }

    public Send withControls(Values changed) {
        return new Send(id, target, preFader, changed);
    }
}
