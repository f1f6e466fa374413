package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.List;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

/// A move of one control on several sends at once: made at the beginning of a gesture, it remembers where each stood
/// and gives the edit for every place that the moved one comes to. Levels and pans move by the same amount, each as far
/// as
/// its travel goes; what was silent stays so. Switches all come to stand as the moved one does.
public final class SendMove {
    private final String leader;
    private final Param param;
    private final double from;
    private final List<Start> others;

    private record Start(String send, double value) {}

    private SendMove(String leader, Param param, double from, List<Start> others) {
        this.leader = leader;
        this.param = param;
        this.from = from;
        this.others = others;
    }

    /// @param leader id of the send that is moved by hand
    /// @param followers ids of those that move with it; those that the song does not have are left out
    /// @param control of [StripControls#SEND_PARAMS]
    public static SendMove begin(Project project, String leader, List<String> followers, Param control) {
        Param param = StripControls.SEND_PARAMS.get(StripControls.SEND_PARAMS.indexOf(control));
        double from = param.initial();
        List<Start> others = new ArrayList<>();
        for (Strip strip : project.strips()) {
            for (Send send : strip.sends()) {
                double value = send.controls().get(param);
                if (send.id().equals(leader)) {
                    from = value;
                } else if (followers.contains(send.id())) {
                    others.add(new Start(send.id(), value));
                }
            }
        }
        return new SendMove(leader, param, from, List.copyOf(others));
    }

    /// The step that brings the leader to a value, and all others with it.
    public Edit to(double value) {
        Edit own = SendEdits.set(leader, param, value);
        if (others.isEmpty()) {
            return own;
        }
        List<Edit> edits = new ArrayList<>(List.of(own));
        for (Start other : others) {
            edits.add(SendEdits.set(other.send, param, moved(other.value, param.clamp(value))));
        }
        Edit all = Edit.sequence(own.name(), edits);
        return new Edit(own.name(), all::apply, project -> own.nameIn(project) + " and " + others.size() + " more");
    }

    private double moved(double start, double led) {
        if (param.range() instanceof Range.Toggle) {
            return led;
        }
        double by = led - from;
        if (!Double.isFinite(by)) {
            // A leader that comes from silence leads nobody; one that goes there takes all along.
            return led == Double.NEGATIVE_INFINITY ? led : start;
        }
        return param.clamp(start + by);
    }
}
