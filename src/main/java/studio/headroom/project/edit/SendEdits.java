package studio.headroom.project.edit;

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
        return new Edit("Add send", project -> add(project, strip, target), project -> "Send "
                + StripEdits.nameOf(project, strip) + " to " + StripEdits.nameOf(project, target));
    }

    private static Project add(Project project, String strip, String target) {
        Strip from = Parts.strip(project, strip);
        requireAllowed(project, from, target);
        Send send = Send.create(Ids.next(project, Ids.SEND), target);
        return project.withStrip(
                from.withSends(Parts.inserted(from.sends(), from.sends().size(), send)));
    }

    /// Removes a send and its automation.
    public static Edit remove(String id) {
        return on(id, " removed", project -> {
            Strip strip = Parts.ofSend(project, id);
            return project.withStrip(Parts.withoutOrphanLanes(
                    strip,
                    strip.inserts(),
                    Parts.without(strip.sends(), send -> send.id().equals(id))));
        });
    }

    public static Edit target(String id, String target) {
        return on(id, " goes elsewhere", project -> {
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
        return on(id, pre ? " before fader" : " after fader", change(id, send -> send.withPreFader(pre)));
    }

    /// Sets a control of [StripControls#SEND_PARAMS], clamped into its range.
    public static Edit set(String id, Param control, double value) {
        Param param = StripControls.SEND_PARAMS.get(StripControls.SEND_PARAMS.indexOf(control));
        return on(
                id,
                " " + Parts.lower(param.label()) + " " + param.format(param.clamp(value)),
                change(id, send -> send.withControls(send.controls().with(param, value))));
    }

    /// A step named with where a send comes from and goes: "Kick send to Hall level −6.0 dB".
    private static Edit on(String id, String what, UnaryOperator<Project> change) {
        return new Edit("Send" + what, change, project -> {
            Strip strip = Parts.ofSend(project, id);
            String target = StripEdits.nameOf(project, Parts.send(strip, id).target());
            return StripEdits.nameOf(project, strip.id()) + " send to " + target + what;
        });
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
