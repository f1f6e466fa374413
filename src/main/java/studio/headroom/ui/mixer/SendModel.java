package studio.headroom.ui.mixer;

import java.util.function.DoubleFunction;
import java.util.function.Function;
import studio.headroom.engine.automation.Address;
import studio.headroom.param.Param;
import studio.headroom.project.Send;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.Edit;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.theme.TrackColor;

/// One send of a strip, as its slot shows it.
public final class SendModel {
    private final SongControl level;
    private final SongControl mute;
    private final SongControl pan;
    private final String targetName;
    private Send send;
    private String letter = "";
    private TrackColor color = TrackColor.GREY;

    /// @param moves gives, when a gesture at a control begins, the edits of its values
    SendModel(
            SongSession session,
            String strip,
            String stripName,
            Send send,
            String targetName,
            Function<Param, DoubleFunction<Edit>> moves) {
        this.send = send;
        this.targetName = targetName;
        String id = send.id();
        String name = stripName + " send to " + targetName;
        level = new SongControl(
                session,
                StripControls.SEND_LEVEL,
                name,
                "How much of this strip goes to " + targetName + ", beside its own way.",
                new Address(strip, id, StripControls.SEND_LEVEL.id()),
                () -> moves.apply(StripControls.SEND_LEVEL));
        mute = new SongControl(
                session,
                StripControls.SEND_MUTE,
                name + " mute",
                "Sends nothing, and keeps its level.",
                new Address(strip, id, StripControls.SEND_MUTE.id()),
                () -> moves.apply(StripControls.SEND_MUTE));
        pan = new SongControl(
                session,
                StripControls.SEND_PAN,
                name + " pan",
                "Where this strip lies in the return.",
                new Address(strip, id, StripControls.SEND_PAN.id()),
                () -> moves.apply(StripControls.SEND_PAN));
    }

    void take(Send now, String itsLetter, TrackColor itsColor) {
        send = now;
        letter = itsLetter;
        color = itsColor;
    }

    SongControl levelControl() {
        return level;
    }

    SongControl muteControl() {
        return mute;
    }

    SongControl panControl() {
        return pan;
    }

    public String id() {
        return send.id();
    }

    public Send send() {
        return send;
    }

    public ControlModel level() {
        return level.model();
    }

    public ControlModel mute() {
        return mute.model();
    }

    public ControlModel pan() {
        return pan.model();
    }

    public String targetName() {
        return targetName;
    }

    /// The letter of the return that it goes to: A for the first; of a bus, the first letter of its name.
    public String letter() {
        return letter;
    }

    /// The color of where it goes.
    public TrackColor color() {
        return color;
    }
}
