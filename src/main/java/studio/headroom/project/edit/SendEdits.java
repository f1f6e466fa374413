package studio.headroom.project.edit;

import java.util.Locale;
import java.util.function.UnaryOperator;
import studio.headroom.param.Param;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Project;
import studio.headroom.project.Routing;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

/// Edits of sends.
public final class SendEdits {
    private SendEdits() {}

    /// A new post-fader send at unity; its id is [Ids#SEND] with the next number.
    public static Edit add(String strip, String target) {
        return new Edit("Add send", project -> {
            Strip from = Parts.strip(project, strip);
            requireAllowed(project, from, target);
            Send send = Send.create(Ids.next(project, Ids.SEND), target);
            return project.withStrip(
                    from.withSends(Parts.inserted(from.sends(), from.sends().size(), send)));
        });
    }

    /// Removes a send and its automation.
    public static Edit remove(String id) {
        return new Edit("Remove send", project -> {
            Strip strip = Parts.ofSend(project, id);
            return project.withStrip(Parts.withoutOrphanLanes(
                    strip,
                    strip.inserts(),
                    Parts.without(strip.sends(), send -> send.id().equals(id))));
        });
    }

    public static Edit target(String id, String target) {
        return new Edit("Send to", project -> {
            Strip strip = Parts.ofSend(project, id);
            Send send = Parts.send(strip, id);
            if (send.target().equals(target)) {
                return project;
            }
            requireAllowed(project, strip, target);
            return change(id, old -> new Send(id, target, old.preFader(), old.controls()))
                    .apply(project);
        });
    }

    public static Edit preFader(String id, boolean pre) {
        return new Edit(pre ? "Send before fader" : "Send after fader", change(id, send -> send.withPreFader(pre)));
    }

    /// Sets a control of [StripControls#SEND_PARAMS], clamped into its range.
    public static Edit set(String id, Param control, double value) {
        Param param = StripControls.SEND_PARAMS.get(StripControls.SEND_PARAMS.indexOf(control));
        return new Edit(
                "Send " + param.label().toLowerCase(Locale.ROOT) + " " + param.format(param.clamp(value)),
                change(id, send -> send.withControls(send.controls().with(param, value))));
    }

    private static UnaryOperator<Project> change(String id, UnaryOperator<Send> change) {
        return project -> {
            Strip strip = Parts.ofSend(project, id);
            return project.withStrip(strip.withSends(
                    Parts.changed(strip.sends(), send -> send.id().equals(id), change)));
        };
    }

    private static void requireAllowed(Project project, Strip from, String target) {
        if (!Routing.maySend(project, from.id(), target)) {
            throw new InvalidProjectException("'" + from.name() + "' cannot send to '"
                    + StripEdits.nameOf(project, target)
                    + "': it is neither return nor bus, or the sound would run in a circle");
        }
    }
}
