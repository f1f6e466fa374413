package studio.headroom.engine.live;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import studio.headroom.concurrent.LiveLink;
import studio.headroom.engine.media.MediaPool;

/// Where playing is to go: tells the audio thread, has the sound files ready there, and knows what to do when the
/// device goes away and comes back. Control thread.
final class PlayControl {
    /// What is had in memory before playback begins somewhere; the disk thread reads on from there.
    private static final double PREPARED_SECONDS = 1;

    /// Before what is played first, the playhead fades in.
    private static final double LEAD_SECONDS = 0.1;

    /// A listener does not wait longer than this for a disk; a recording does.
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(2);

    /// What is heard over and over while scrubbing.
    private static final double GRAIN_SECONDS = 0.15;

    private static final long NOWHERE = -1;

    private final LiveLink<LiveGraph> link;
    private final MediaPool media;
    private final PlayingView view;
    private final HandControl hands;
    private final int sampleRate;
    private final BooleanSupplier keepsTime;
    private final LongSupplier nanoTime;
    private boolean playing;
    /// Where it begins as soon as the disk has delivered what it needs for that.
    private long start = NOWHERE;

    private long startBy;
    private long loopFrom;
    private long loopTo = NOWHERE;
    private boolean loops;
    private long seams;
    private boolean scrubbing;
    /// Where scrubbing is to go as soon as the disk has delivered what it needs for that, and where it is.
    private long scrubTo = NOWHERE;

    private long scrubbed;
    /// Whether it plays on when scrubbing ends.
    private boolean scrubPlaysOn;
    /// Where it goes on when the device is back.
    private long resume = NOWHERE;

    /// @param keepsTime whether what plays takes as long as it sounds, unlike a file
    /// @param nanoTime the time
    PlayControl(
            LiveLink<LiveGraph> link,
            MediaPool media,
            PlayingView view,
            HandControl hands,
            int sampleRate,
            BooleanSupplier keepsTime,
            LongSupplier nanoTime) {
        this.link = link;
        this.media = media;
        this.view = view;
        this.hands = hands;
        this.sampleRate = sampleRate;
        this.keepsTime = keepsTime;
        this.nanoTime = nanoTime;
    }

    /// Whether it plays or is about to.
    boolean playing() {
        return playing || start != NOWHERE;
    }

    /// Plays from a frame on; while it plays, goes there.
    void play(long frame) throws IOException {
        leaveScrub();
        resume = NOWHERE;
        begin(frame);
    }

    private void begin(long frame) throws IOException {
        start = frame;
        startBy = nanoTime.getAsLong() + PATIENCE_NANOS;
        startWhenReady();
    }

    private void startWhenReady() throws IOException {
        if (start == NOWHERE) {
            return;
        }
        long from = Math.max(0, start - frames(LEAD_SECONDS));
        boolean waits = !keepsTime.getAsBoolean() || nanoTime.getAsLong() - startBy < 0;
        if (!media.ready(from, start + frames(PREPARED_SECONDS) - from) && waits) {
            return;
        }
        long frame = start;
        start = NOWHERE;
        if (playing) {
            send(LiveRender.PLAY, frame);
            hands.jumped(view.heard(), frame);
        } else {
            playing = true;
            // What is written from the first frame on has to be heard from there on, too.
            hands.started(frame);
            send(LiveRender.PLAY, frame);
        }
        media.wake();
    }

    private long frames(double seconds) {
        return (long) (seconds * sampleRate);
    }

    /// Stops; what rings, rings out.
    void stop() {
        if (scrubbing) {
            leaveScrub();
            send(LiveRender.STAND, scrubbed);
        }
        resume = NOWHERE;
        stopHere();
    }

    private void stopHere() {
        long waiting = start;
        start = NOWHERE;
        if (playing) {
            playing = false;
            send(LiveRender.STOP, 0);
            hands.stopped(view.heard());
        }
        if (waiting != NOWHERE) {
            send(LiveRender.STAND, waiting);
        }
    }

    /// Goes to a frame: plays on from there while it plays, else stands there.
    void locate(long frame) throws IOException {
        leaveScrub();
        if (playing()) {
            begin(frame);
        } else {
            send(LiveRender.STAND, frame);
            media.ready(frame, frames(PREPARED_SECONDS));
        }
        resume = NOWHERE;
    }

    /// Repeats a part of the timeline.
    void loop(long from, long to) {
        loopFrom = from;
        loopTo = Transport.loopEnd(from, to, sampleRate);
        loops = true;
        sendLoop();
    }

    /// Repeats nothing.
    void noLoop() {
        loops = false;
        sendLoop();
    }

    /// While scrubbing the loop waits.
    private void sendLoop() {
        if (scrubbing) {
            return;
        }
        if (loops) {
            repeat(loopFrom, loopTo);
        } else {
            view.loop(0, 0);
            send(LiveRender.LOOP_FROM, Double.NaN);
        }
    }

    private void repeat(long from, long to) {
        view.loop(Math.max(0, from - frames(LEAD_SECONDS)), to);
        send(LiveRender.LOOP_TO, to);
        send(LiveRender.LOOP_FROM, from);
    }

    /// Plays a short piece from a frame on over and over, until it is told another frame or [#endScrub]. Writes no
    /// automation; what was being written ends. A place that the disk has not delivered yet is heard when it has,
    /// unless
    /// another one was asked for meanwhile.
    void scrub(long frame) throws IOException {
        if (!scrubbing) {
            scrubPlaysOn = playing();
            stopHere();
            scrubbing = true;
        }
        resume = NOWHERE;
        scrubTo = frame;
        scrubWhenReady();
    }

    private void scrubWhenReady() throws IOException {
        if (scrubTo == NOWHERE) {
            return;
        }
        long to = Transport.loopEnd(scrubTo, scrubTo + frames(GRAIN_SECONDS), sampleRate);
        long from = Math.max(0, scrubTo - frames(LEAD_SECONDS));
        if (media.ready(from, to + frames(LEAD_SECONDS) - from)) {
            scrubbed = scrubTo;
            scrubTo = NOWHERE;
            repeat(scrubbed, to);
            send(LiveRender.PLAY, scrubbed);
            media.wake();
        }
    }

    /// Stands where it was scrubbed last, or plays on from there if it played before.
    void endScrub() throws IOException {
        if (scrubbing) {
            long frame = scrubTo == NOWHERE ? scrubbed : scrubTo;
            leaveScrub();
            send(LiveRender.STAND, frame);
            if (scrubPlaysOn) {
                begin(frame);
            }
        }
    }

    private void leaveScrub() {
        if (scrubbing) {
            scrubbing = false;
            scrubTo = NOWHERE;
            sendLoop();
        }
    }

    private void send(int command, double value) {
        link.send(LiveRender.TRANSPORT, command, value);
    }

    /// The device is gone: pauses where it was heard last.
    void pause() {
        if (scrubbing) {
            leaveScrub();
            send(LiveRender.STAND, scrubbed);
        }
        long goesOn = playing() ? start != NOWHERE ? start : view.heard() : NOWHERE;
        stopHere();
        if (goesOn != NOWHERE) {
            send(LiveRender.STAND, goesOn);
        }
        resume = goesOn;
    }

    /// The device plays: goes on where it was paused, unless something else was asked for since.
    void goOn() throws IOException {
        if (resume != NOWHERE) {
            long frame = resume;
            resume = NOWHERE;
            begin(frame);
        }
    }

    /// To be called often.
    void tick() throws IOException {
        startWhenReady();
        scrubWhenReady();
        long passed = view.seams();
        if (passed != seams) {
            seams = passed;
            if (playing && loopTo != NOWHERE) {
                hands.jumped(loopTo, loopFrom);
            }
        }
    }
}
