package studio.headroom.ui.song;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.automation.Address;
import studio.headroom.engine.automation.AutomationMode;
import studio.headroom.engine.live.EngineStatus;
import studio.headroom.engine.live.LiveEngine;
import studio.headroom.engine.live.LiveMeters;
import studio.headroom.engine.monitor.MonitorControls;
import studio.headroom.project.BarGrid;
import studio.headroom.project.Insert;
import studio.headroom.project.Lane;
import studio.headroom.project.Project;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;

/// How the open song plays, for the screens: transport, position, and where moves of controls go. What is edited is
/// heard at once. UI thread.
public final class Playback implements AutoCloseable {
    private static final String IN_READ =
            "Automation moves this control, so your move is not kept. Choose Touch or Latch to write over it.";
    /// Until then the engine may tell the place where it was before, in nanoseconds.
    private static final long UNDER_WAY = 250_000_000;

    private final LiveEngine engine;
    private final SongHistory history;
    private final ReadOnlyObjectWrapper<EngineStatus> status;
    private final ReadOnlyBooleanWrapper playing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper position = new ReadOnlyLongWrapper();
    private final BooleanProperty returnsToStart = new SimpleBooleanProperty();
    private final IntegerProperty preRollBars = new SimpleIntegerProperty();
    private final BooleanProperty looping = new SimpleBooleanProperty();
    private final BooleanProperty mono = new SimpleBooleanProperty();
    private final BooleanProperty dim = new SimpleBooleanProperty();
    private final MonitorPath monitorPath;
    private final ListeningState listening;
    private final Hints hints = new Hints();
    private final Map<String, AutomationMode> modes = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable Span> passage = new ReadOnlyObjectWrapper<>();
    private UnaryOperator<Project> hearing = UnaryOperator.identity();
    private boolean elsewhere;
    /// What plays in place of the song, or null.
    private @Nullable Project played;

    private double mixDb;
    private long start;
    private long locatedAt = System.nanoTime() - UNDER_WAY;
    private boolean measured = true;

    /// @param engine of this song; closed with this
    public Playback(LiveEngine engine, SongHistory history) {
        this.engine = engine;
        this.history = history;
        status = new ReadOnlyObjectWrapper<>(engine.status());
        history.song().addListener((observable, before, now) -> {
            update(now);
            if (!Objects.equals(before.loop(), now.loop())) {
                passage.set(null);
                followRange();
            }
        });
        // After the listener above: the engine knows a song before it is told how to listen to it.
        listening = new ListeningState(engine, history);
        looping.addListener((observable, before, now) -> followLoop());
        monitorPath = new MonitorPath(engine);
        mono.addListener((observable, before, now) -> engine.monitor(MonitorControls.MONO, now ? 1 : 0));
        dim.addListener((observable, before, now) -> engine.monitor(MonitorControls.DIM, now ? 1 : 0));
    }

    /// Lets something be heard in place of the mix that is made of the song, such as its master. Position and transport
    /// stay; what comes fades in, what goes fades out. Asked anew for each change of the song.
    ///
    /// @param made gives what is played, at the song's rate
    /// @param db by which what is heard is turned up or down for the listener, -60 to 6
    public void hear(UnaryOperator<Project> made, double db) {
        hear(made, db, List.of());
    }

    /// Likewise, behind effects that belong to the listening alone.
    ///
    /// @param playout before the listener's volume; none of them reaches a file or the meters of what is played
    public void hear(UnaryOperator<Project> made, double db, List<Insert> playout) {
        Project before = elsewhere ? played : null;
        if (!elsewhere) {
            elsewhere = true;
            // What is written of automation ends here; the song keeps what was written.
            modes.forEach((strip, mode) -> {
                if (mode.writes()) {
                    engine.mode(strip, AutomationMode.READ);
                }
            });
            listening.mixPlays(false);
        }
        hearing = made;
        Project next = made.apply(history.current());
        if (!next.equals(before)) {
            update(history.current());
        }
        listening.playout(playout);
        engine.monitor(MonitorControls.VOLUME, db);
    }

    private void update(Project song) {
        if (elsewhere) {
            Project next = hearing.apply(song);
            played = next;
            engine.update(song, next);
        } else {
            played = null;
            engine.update(song);
        }
    }

    /// Lets the mix be heard again.
    public void hearMix() {
        if (elsewhere) {
            elsewhere = false;
            hearing = UnaryOperator.identity();
            listening.mixPlays(true);
            update(history.current());
            modes.forEach((strip, mode) -> {
                if (mode.writes()) {
                    engine.mode(strip, mode);
                }
            });
            engine.monitor(MonitorControls.VOLUME, mixDb);
            engine.measureUntil(Double.POSITIVE_INFINITY);
        }
    }

    /// Turns the mix up or down for the listener, as equal loudness asks for; never what is rendered.
    ///
    /// @param db -60 to 6
    public void mixVolume(double db) {
        mixDb = db;
        if (!elsewhere) {
            engine.monitor(MonitorControls.VOLUME, db);
        }
    }

    /// What the player plays: the song, or what is heard in its place.
    public Project heard() {
        return hearing.apply(history.current());
    }

    private void followLoop() {
        Span looked = passage.get();
        Span range = looked == null ? history.current().loop() : looked;
        if (looping.get() && range != null) {
            engine.loop(range.start(), range.end());
        } else {
            engine.noLoop();
        }
    }

    /// How playing goes; renewed by [#refresh].
    public ReadOnlyObjectProperty<EngineStatus> status() {
        return status.getReadOnlyProperty();
    }

    /// Whether the transport runs.
    public ReadOnlyBooleanProperty playing() {
        return playing.getReadOnlyProperty();
    }

    /// The frame of the timeline that is heard, or stood at.
    public ReadOnlyLongProperty position() {
        return position.getReadOnlyProperty();
    }

    /// Whether stopping goes back to where playing began.
    public BooleanProperty returnsToStart() {
        return returnsToStart;
    }

    /// How many bars before its place playing begins; 0 or more. Where stopping goes back to is the place itself.
    public IntegerProperty preRollBars() {
        return preRollBars;
    }

    /// Whether the song's loop range, or the passage that is looked at, is played over and over; off when there is
    /// neither any more.
    public BooleanProperty looping() {
        return looping;
    }

    /// A passage that is looked at for the moment, or null: while looping is on it is played over and over, in place of
    /// the song's loop range. It is no edit, and ends as soon as one goes elsewhere or changes the loop range.
    public ReadOnlyObjectProperty<@Nullable Span> passage() {
        return passage.getReadOnlyProperty();
    }

    /// Goes to the beginning of a passage and looks at it.
    public void visit(Span looked) {
        passage.set(looked);
        locate(looked.start());
        followLoop();
    }

    /// Looks at no passage any more.
    public void leavePassage() {
        if (passage.get() != null) {
            passage.set(null);
            followRange();
        }
    }

    /// What is played over and over is the song's loop range again; without one, nothing.
    private void followRange() {
        looping.set(looping.get() && history.current().loop() != null);
        followLoop();
    }

    private void leavePassageFor(long frame) {
        Span looked = passage.get();
        if (looked != null && !looked.contains(frame)) {
            leavePassage();
        }
    }

    /// Whether both loudspeakers get the same.
    public BooleanProperty mono() {
        return mono;
    }

    /// Whether what is heard is turned down, so that one can talk.
    public BooleanProperty dim() {
        return dim;
    }

    /// Which part of what is heard the loudspeakers get.
    public MonitorPath monitorPath() {
        return monitorPath;
    }

    /// What there is to say for a moment.
    public Hints hints() {
        return hints;
    }

    /// What is heard beside the mix.
    public ListeningState listening() {
        return listening;
    }

    /// Takes in what the engine says; once a frame.
    public void refresh() {
        EngineStatus now = engine.status();
        status.set(now);
        position.set(now.frame());
        playing.set(now.playing());
        if (!measured && now.playing()) {
            measureAnew();
        }
    }

    /// Begins the measurement of what is heard anew: integrated loudness, range, maxima. Where nothing plays it begins
    /// with the next start, since until then only the tail of what sounded before is heard.
    public void measureAnew() {
        measured = playing.get();
        engine.master().restartProgram();
    }

    /// Lets that measurement hold from a frame on, while what is heard in place of the mix is heard: it has ended
    /// there.
    public void measureUntil(long frame) {
        engine.measureUntil(frame);
    }

    /// Whether that has begun.
    public boolean isMeasured() {
        return measured;
    }

    /// Plays from where it stands, or from where it is going to.
    public void play() {
        start = System.nanoTime() - locatedAt < UNDER_WAY ? start : position.get();
        long begin = BarGrid.of(history.current()).before(start, Math.max(0, preRollBars.get()));
        engine.play(start, start - begin);
    }

    public void stop() {
        engine.stop();
        if (returnsToStart.get()) {
            engine.locate(start);
        }
    }

    /// What the space bar does.
    public void toggle() {
        if (playing.get()) {
            stop();
        } else {
            play();
        }
    }

    /// Goes to a frame; plays on from there while it plays.
    public void locate(long frame) {
        long target = Math.max(0, frame);
        leavePassageFor(target);
        start = target;
        locatedAt = System.nanoTime();
        engine.locate(target);
    }

    /// Lets what lies at a frame be heard, over and over, until [#endScrub].
    public void scrub(long frame) {
        start = Math.max(0, frame);
        leavePassageFor(start);
        engine.scrub(start);
    }

    /// Stands where it was scrubbed last, or plays on from there if it played before.
    public void endScrub() {
        engine.endScrub();
    }

    public LiveEngine engine() {
        return engine;
    }

    public LiveMeters meters() {
        return engine.meters();
    }

    /// What a strip does with moves of its controls while it plays.
    public AutomationMode mode(String stripId) {
        return modes.getOrDefault(stripId, AutomationMode.READ);
    }

    public void mode(String stripId, AutomationMode mode) {
        modes.put(stripId, mode);
        engine.mode(stripId, mode);
    }

    /// Whether a move of a control is to be heard or written over its automation, by [#touch], [#move] and [#release],
    /// instead of being an edit at once.
    public boolean takesMoves(Address address) {
        AutomationMode mode = mode(address.stripId());
        return mode != AutomationMode.OFF && (hasLane(address) || playing.get() && mode.writes());
    }

    private boolean hasLane(Address address) {
        Project song = history.current();
        Optional<Strip> strip = song.master().id().equals(address.stripId())
                ? Optional.of(song.master())
                : song.strips().stream()
                        .filter(candidate -> candidate.id().equals(address.stripId()))
                        .findFirst();
        return strip.flatMap(found -> found.lane(address.ownerId(), address.paramId()))
                .filter(Lane::enabled)
                .filter(lane -> !lane.points().isEmpty())
                .isPresent();
    }

    /// A control is taken hold of. Where automation moves it and the move is not kept, says so once.
    public void touch(Address address, double value) {
        if (mode(address.stripId()) == AutomationMode.READ && hasLane(address)) {
            hints.sayOnce(IN_READ);
        }
        engine.touch(address, value);
    }

    public void move(Address address, double value) {
        engine.move(address, value);
    }

    public void release(Address address) {
        engine.release(address);
    }

    @Override
    public void close() {
        engine.close();
    }
}
