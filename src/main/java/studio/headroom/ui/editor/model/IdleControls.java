package studio.headroom.ui.editor.model;

import studio.headroom.ui.model.ControlModel;

/// Grays out controls that do nothing as the others are set, and says why.
public final class IdleControls {
    private IdleControls() {}

    /// Keeps to the model from now on, until it ends observing.
    public static void follow(EditorModel model) {
        if (model.type().id().equals("limiter")) {
            idleWhile(model, "link.release", "link.split", false, "release linked apart is off: link holds for both");
        }
    }

    private static void idleWhile(EditorModel model, String id, String toggle, boolean state, String reason) {
        ControlModel control = model.control(id);
        Runnable follow = () -> {
            boolean idle = model.control(toggle).isOn() == state;
            if (idle == control.enabled()) {
                control.setDisabledReason(idle ? reason : null);
            }
        };
        follow.run();
        model.observe(follow);
    }
}
