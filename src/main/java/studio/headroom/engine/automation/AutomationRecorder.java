package studio.headroom.engine.automation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import studio.headroom.engine.automation.ControlOverride.Follow;
import studio.headroom.engine.automation.ControlOverride.Hold;
import studio.headroom.engine.automation.ControlOverride.Trim;
import studio.headroom.engine.automation.Hand.Role;
import studio.headroom.param.ParamSet;
import studio.headroom.project.Lane.Shape;
import studio.headroom.project.Project;
import studio.headroom.project.edit.Edit;
import studio.headroom.project.edit.LaneEdits;

/// Turns live moves of one song's controls into edits, by the [AutomationMode] of their strip. Control thread only.
///
/// Every move of a control of the mixer comes here: [#touch] when it is taken hold of, [#move] for each new value,
/// [#release] when it is let go. A control that knows no release, such as a wheel, is released by whoever listens to
/// it,
/// after a rest. What comes back says what the engine is to play from then on, and which edit to apply to the history.
/// Frames are those of the song at which lanes are read; those of a run come in rising order but for [#looped].
///
/// **A run** lasts from [#started] to [#stopped]. Its passes become one edit, so that one undo takes all of it back.
/// Until then the song does not change; [#heard] is the song with the passes that have ended. The engine is to play
/// that, so that a loop or a locate plays what was written the time before. Where a run writes twice, the last counts.
///
/// **Modes are never saved.** A strip is in [AutomationMode#READ] until somebody says otherwise, so that opening a song
/// and pressing play cannot write over its automation. OFF is for listening only, as solo is for a mix: a lane that is
/// to stay out of the bounce is disabled ([LaneEdits#enable]).
public final class AutomationRecorder {
    /// How long a control takes back to its lane: too slow to click, too fast to be heard as a move of its own.
    public static final int DEFAULT_GLIDE_MS = 100;

    private final Supplier<Project> song;
    private final Controls controls;
    private final int glideMs;
    private final Map<String, AutomationMode> modes = new HashMap<>();
    private final Map<Address, Hand> hands = new LinkedHashMap<>();
    private final Run run;
    private boolean playing;

    /// @param song the song as it is now
    /// @param effects the controls of a type of effect; none for one that is not known, whose controls stay as they
    /// are
    public AutomationRecorder(Supplier<Project> song, Function<String, Optional<ParamSet>> effects) {
        this(song, effects, DEFAULT_GLIDE_MS);
    }

    /// @param glideMs how long a control takes back to its lane, 0 to 10 000 ms
    public AutomationRecorder(Supplier<Project> song, Function<String, Optional<ParamSet>> effects, int glideMs) {
        if (glideMs < 0 || glideMs > 10_000) {
            throw new IllegalArgumentException("a glide of " + glideMs + " ms");
        }
        this.song = song;
        this.controls = new Controls(effects);
        this.glideMs = glideMs;
        run = new Run(controls);
    }

    /// The mode of a strip.
    public AutomationMode mode(String stripId) {
        return modes.getOrDefault(stripId, AutomationMode.READ);
    }

    /// Changes the mode of a strip. What is written there ends as if playback had stopped, and what is only heard is
    /// given up; a control that is held is taken hold of anew by its next move.
    ///
    /// @param frame where the song is
    public Outcome mode(String stripId, AutomationMode changed, long frame) {
        AutomationMode before = mode(stripId);
        if (before == changed) {
            return Outcome.NOTHING;
        }
        Reply reply = new Reply();
        for (Hand hand : hands(stripId)) {
            end(reply, hand, frame, glide());
            hands.remove(hand.address);
        }
        modes.put(stripId, changed);
        if (before == AutomationMode.OFF) {
            controls.automated(heard(), stripId).forEach(address -> reply.tell(address, ControlOverride.FOLLOW));
        } else if (changed == AutomationMode.OFF) {
            off(stripId).forEach(change -> reply.tell(change.address(), change.override()));
        }
        if (playing && changed == AutomationMode.WRITE) {
            writeAll(reply, stripId, frame);
        }
        return reply.outcome();
    }

    /// Playback begins. What was moved while stopped, and is not held, goes back to its lane; in WRITE it is written.
    ///
    /// @throws IllegalStateException when it has begun already
    public Outcome started(long frame) {
        if (playing) {
            throw new IllegalStateException("playback has begun already");
        }
        playing = true;
        Reply reply = new Reply();
        modes.forEach((strip, mode) -> {
            if (mode == AutomationMode.WRITE) {
                writeAll(reply, strip, frame);
            }
        });
        for (Hand hand : List.copyOf(hands.values())) {
            if (hand.capture == null) {
                boolean held = hand.touched;
                end(reply, hand, frame, 0);
                hands.remove(hand.address);
                if (held) {
                    find(hand.address).ifPresent(target -> touch(reply, hand.address, target, frame, hand.value));
                }
            }
        }
        return reply.outcome();
    }

    /// A control is taken hold of. One that is held already is moved.
    ///
    /// @param value plain: what it shows
    public Outcome touch(Address address, long frame, double value) {
        Hand hand = hands.get(address);
        if (hand != null && hand.touched) {
            return move(address, frame, value);
        }
        Reply reply = new Reply();
        find(address).ifPresent(target -> touch(reply, address, target, frame, value));
        return reply.outcome();
    }

    /// A control is moved. One that is not held is taken hold of where it is.
    ///
    /// @param value plain: what it is moved to
    public Outcome move(Address address, long frame, double value) {
        Optional<Target> found = find(address);
        if (found.isEmpty()) {
            return Outcome.NOTHING;
        }
        Target target = found.get();
        Reply reply = new Reply();
        Hand hand = hands.get(address);
        if (hand == null || !hand.touched) {
            hand = touch(reply, address, target, frame, shown(address, target, frame));
        }
        hand.value = target.param().clamp(value);
        switch (hand.role) {
            case SET -> {
                reply.edit(target.setter().apply(hand.value));
                if (mode(address.stripId()) == AutomationMode.OFF && target.active()) {
                    reply.tell(address, new Hold(hand.value));
                }
            }
            case HEARD, WRITE -> reply.tell(hand, new Hold(hand.value));
            case TRIM, SHIFT -> reply.tell(hand, new Trim(hand.moved()));
        }
        if (hand.capture != null) {
            hand.capture.add(frame, hand.role == Role.TRIM ? hand.moved() : hand.value);
        }
        return reply.outcome();
    }

    /// A control is let go. One that is not held stays as it is.
    public Outcome release(Address address, long frame) {
        Hand hand = hands.get(address);
        if (hand == null || !hand.touched) {
            return Outcome.NOTHING;
        }
        Reply reply = new Reply();
        hand.touched = false;
        boolean goesOn = hand.role == Role.WRITE && (hand.discrete || latches(address));
        if (!goesOn && hand.role != Role.HEARD) {
            end(reply, hand, frame, glide());
        }
        if (hand.capture == null && hand.override instanceof Follow) {
            hands.remove(address);
        }
        return reply.outcome();
    }

    private boolean latches(Address address) {
        AutomationMode mode = mode(address.stripId());
        return mode == AutomationMode.LATCH || mode == AutomationMode.WRITE;
    }

    /// The song went on somewhere else: at the seam of a loop, or by a locate. What is written ends there, without a
    /// glide, since what follows was not played; a new pass of the same controls begins at the other place. While
    /// stopped nothing happens.
    ///
    /// @param at the frame up to which it was played
    /// @param to the frame from which it goes on
    public void looped(long at, long to) {
        for (Hand hand : hands.values()) {
            Capture capture = hand.capture;
            if (capture != null) {
                double last = capture.last();
                end(hand, capture, at, 0);
                hand.capture = capture(hand, to, last);
            }
        }
    }

    /// Playback ends, and with it all that is written or only heard. Strips in WRITE go to TOUCH. While stopped nothing
    /// happens.
    ///
    /// @return the edit that writes all passes of the run, if there were any; controls that the song no longer has
    /// when
    ///     it is applied are left out
    public Outcome stopped(long frame) {
        if (!playing) {
            return Outcome.NOTHING;
        }
        Reply reply = new Reply();
        for (Hand hand : hands.values()) {
            end(reply, hand, frame, glide());
            reply.settle(hand.address);
        }
        hands.clear();
        playing = false;
        modes.replaceAll((strip, mode) -> mode == AutomationMode.WRITE ? AutomationMode.TOUCH : mode);
        run.edit(song.get()).ifPresent(reply::edit);
        run.clear();
        return reply.outcome();
    }

    /// What is being written now.
    public List<Writing> pending() {
        List<Writing> writings = new ArrayList<>();
        for (Hand hand : hands.values()) {
            Capture capture = hand.capture;
            if (capture != null) {
                writings.add(new Writing(hand.address, capture.points(), hand.role == Role.TRIM));
            }
        }
        return writings;
    }

    /// The song with the passes of this run that have ended. Asking again is free until one more has ended or the song
    /// has changed.
    public Project heard() {
        return run.writtenInto(song.get());
    }

    /// All that the engine plays otherwise than by lanes and values: what a newly compiled graph is to be told.
    public List<Outcome.Change> overrides() {
        Map<Address, ControlOverride> all = new LinkedHashMap<>();
        modes.forEach((strip, mode) -> {
            if (mode == AutomationMode.OFF) {
                off(strip).forEach(change -> all.put(change.address(), change.override()));
            }
        });
        for (Hand hand : hands.values()) {
            if (!(hand.override instanceof Follow)) {
                all.put(hand.address, hand.override);
            }
        }
        return all.entrySet().stream()
                .map(entry -> new Outcome.Change(entry.getKey(), entry.getValue()))
                .toList();
    }

    /// The controls of a strip that is off, each at its own value.
    private List<Outcome.Change> off(String stripId) {
        Project project = heard();
        return controls.automated(project, stripId).stream()
                .flatMap(address -> controls.find(project, address).stream()
                        .map(target -> new Outcome.Change(address, new Hold(target.value()))))
                .toList();
    }

    private Optional<Target> find(Address address) {
        return controls.find(heard(), address);
    }

    private Hand touch(Reply reply, Address address, Target target, long frame, double value) {
        Hand hand = hands.computeIfAbsent(address, Hand::new);
        hand.discrete = target.discrete();
        hand.touch(role(target, mode(address.stripId())), target.param().clamp(value));
        if (hand.role == Role.WRITE) {
            write(reply, hand, frame);
        } else if (hand.role == Role.TRIM) {
            hand.capture = capture(hand, frame, 0);
        }
        return hand;
    }

    private Role role(Target target, AutomationMode mode) {
        if (mode == AutomationMode.OFF || !target.writable()) {
            return Role.SET;
        }
        boolean relative = mode == AutomationMode.TRIM && target.relative();
        if (playing && mode.writes()) {
            return relative ? Role.TRIM : Role.WRITE;
        }
        if (!target.active()) {
            return Role.SET;
        }
        return relative ? Role.SHIFT : Role.HEARD;
    }

    private void writeAll(Reply reply, String stripId, long frame) {
        Project project = heard();
        for (Address address : controls.armed(project, stripId)) {
            controls.find(project, address).ifPresent(target -> {
                double value = shown(address, target, frame);
                Hand hand = hands.computeIfAbsent(address, Hand::new);
                hand.role = Role.WRITE;
                hand.discrete = target.discrete();
                hand.value = value;
                write(reply, hand, frame);
            });
        }
    }

    private void write(Reply reply, Hand hand, long frame) {
        Capture going = hand.capture;
        if (going == null) {
            hand.capture = capture(hand, frame, hand.value);
        } else {
            going.add(frame, hand.value);
        }
        reply.tell(hand, new Hold(hand.value));
    }

    private Capture capture(Hand hand, long frame, double value) {
        Shape shape = hand.discrete ? Shape.HOLD : Shape.LINEAR;
        return new Capture(shape, song.get().sampleRate(), frame, value);
    }

    /// What a control stands at.
    private double shown(Address address, Target target, long frame) {
        Hand hand = hands.get(address);
        if (hand != null && hand.override instanceof Hold hold) {
            return hold.value();
        }
        return mode(address.stripId()) == AutomationMode.OFF ? target.value() : target.at(frame);
    }

    /// Ends whatever goes on at a control.
    private void end(Reply reply, Hand hand, long frame, long glide) {
        Capture capture = hand.capture;
        long way = capture != null && !hand.discrete ? glide : 0;
        if (capture != null) {
            end(hand, capture, frame, way);
        } else if (hand.role == Role.SHIFT && hand.moved() != 0) {
            shift(hand).ifPresent(reply::edit);
        }
        hand.touched = false;
        reply.tell(hand, new Follow(way));
    }

    private void end(Hand hand, Capture capture, long frame, long glide) {
        run.add(new Pass(hand.address, hand.role == Role.TRIM, capture.ended(frame), capture.end(frame), glide));
        hand.capture = null;
    }

    private Optional<Edit> shift(Hand hand) {
        double decibels = hand.moved();
        return controls.find(song.get(), hand.address)
                .map(found -> new Edit(
                        "Trim automation of " + found.strip().name() + ", "
                                + found.param().unit().format(decibels),
                        project -> controls.find(project, hand.address)
                                .filter(Target::active)
                                .map(target -> shifted(target, decibels).apply(project))
                                .orElse(project)));
    }

    private static Edit shifted(Target target, double decibels) {
        TrimmedLane sum = TrimmedLane.by(target.base(), target.param(), decibels);
        return LaneEdits.set(target.owner(), target.param(), sum.all());
    }

    private Collection<Hand> hands(String stripId) {
        return hands.values().stream()
                .filter(hand -> hand.address.stripId().equals(stripId))
                .toList();
    }

    private long glide() {
        return Math.round(glideMs * 1e-3 * song.get().sampleRate());
    }
}
