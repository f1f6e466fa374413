package studio.headroom.ui.mixer;

import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.automation.Address;
import studio.headroom.engine.automation.AutomationMode;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.project.Lane;
import studio.headroom.project.edit.Edit;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.EditTarget;
import studio.headroom.ui.song.Playback;
import studio.headroom.ui.song.SongSession;

/// One control of the song, wherever it is shown: its model shows the song's value or, where automation moves it, the
/// value at the playhead; a gesture becomes one step of undo, or goes to the player where automation takes it
/// ([Playback#takesMoves]). UI thread.
public final class SongControl implements EditTarget {
    private final SongSession session;
    private final Address address;
    private final Supplier<DoubleFunction<Edit>> moves;
    private final ControlModel model;

    private double own;
    private @Nullable Lane lane;
    private @Nullable DoubleFunction<Edit> edits;
    private boolean touched;
    private Supplier<List<SongControl>> partners = List::of;
    private List<Grabbed> grabbed = List.of();
    private double from;
    /// A hand's value stays over the automation until playing starts or stops.
    private boolean held;

    /// A control that moves along in the player, and where it stood.
    private record Grabbed(SongControl control, double start) {}

    /// @param name what a screen reader calls it, with its owner: "Lead Vox volume"
    /// @param moves gives, when a gesture begins, what makes edits of the values it comes to
    public SongControl(
            SongSession session,
            Param param,
            String name,
            String explanation,
            Address address,
            Supplier<DoubleFunction<Edit>> moves) {
        this.session = session;
        this.address = address;
        this.moves = moves;
        model = new ControlModel(param, name, explanation, this);
        own = param.initial();
    }

    public ControlModel model() {
        return model;
    }

    public Address address() {
        return address;
    }

    /// Lets others move along, as far as automation takes moves of theirs; the rest is up to the edits.
    void movesWith(Supplier<List<SongControl>> others) {
        partners = others;
    }

    boolean takesMoves() {
        return session.playback().takesMoves(address);
    }

    /// What the song says.
    ///
    /// @param value its own, where no automation moves it
    /// @param automation of this control, or null
    public void take(double value, @Nullable Lane automation) {
        own = value;
        lane = automation != null
                        && automation.enabled()
                        && !automation.points().isEmpty()
                ? automation
                : null;
        model.setAutomated(lane != null);
        follow(session.playback().position().get());
    }

    /// Shows what is heard at a frame. Cheap where nothing moves.
    public void follow(long frame) {
        Lane active = lane;
        boolean off = session.playback().mode(address.stripId()) == AutomationMode.OFF;
        if (held && !off) {
            return;
        }
        holds(false);
        if (active == null || off) {
            model.show(own);
        } else {
            model.show(active.valueAt(model.param(), frame));
        }
    }

    /// Playing has started or stopped: what a hand left over the automation is gone.
    public void letGo() {
        holds(false);
    }

    private void holds(boolean now) {
        held = now;
        model.setOverridden(now);
    }

    @Override
    public void begin() {
        Playback playback = session.playback();
        from = model.value();
        grabbed = partners.get().stream()
                .filter(SongControl::takesMoves)
                .map(other -> new Grabbed(other, other.model.value()))
                .toList();
        grabbed.forEach(other -> playback.touch(other.control.address, other.start));
        touched = takesMoves();
        if (touched) {
            playback.touch(address, model.value());
        } else {
            edits = moves.get();
            session.history().begin();
        }
    }

    @Override
    public void move(double plain) {
        DoubleFunction<Edit> now = edits;
        if (touched) {
            session.playback().move(address, plain);
        } else if (now != null) {
            session.history().apply(now.apply(plain));
        }
        for (Grabbed other : grabbed) {
            double by = discrete() ? plain - other.start : plain - from;
            other.control.moveAlong(Double.isNaN(by) ? plain : other.start + by);
        }
    }

    private void moveAlong(double plain) {
        double value = model.param().clamp(plain);
        holds(true);
        session.playback().move(address, value);
        model.show(value);
    }

    private boolean discrete() {
        return model.param().range() instanceof Range.Toggle || model.param().range() instanceof Range.Choice;
    }

    private void release() {
        holds(staysAfterRelease());
        session.playback().release(address);
        follow(session.playback().position().get());
    }

    @Override
    public void end() {
        if (touched) {
            holds(staysAfterRelease());
            session.playback().release(address);
        } else {
            session.history().end();
        }
        settle();
    }

    @Override
    public void cancel(double before) {
        if (touched) {
            session.playback().move(address, before);
            grabbed.forEach(other -> other.control.moveAlong(other.start));
            session.playback().release(address);
        } else {
            session.history().cancel();
        }
        settle();
    }

    /// The song may have come to another value than the hand: strips that move together stop together.
    private void settle() {
        grabbed.forEach(other -> other.control.release());
        grabbed = List.of();
        touched = false;
        edits = null;
        follow(session.playback().position().get());
    }

    private boolean staysAfterRelease() {
        AutomationMode mode = session.playback().mode(address.stripId());
        boolean playing = session.playback().playing().get();
        boolean clicked = discrete();
        return switch (mode) {
            case TOUCH -> !playing || clicked;
            case TRIM -> clicked;
            default -> true;
        };
    }
}
