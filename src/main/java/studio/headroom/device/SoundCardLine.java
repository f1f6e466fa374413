package studio.headroom.device;

import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.SourceDataLine;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputLine;
import studio.headroom.engine.output.OutputRequest;

/// An open line of `javax.sound`.
///
/// Before its first block, and when it has run dry, it is filled up with silence: so the beginning does not stutter,
/// and
/// the sound is always heard a full buffer after it was written.
///
/// The JDK's own `write` goes on for as long as a driver takes nothing. So it is only given what `available` has room
/// for, and a thread of the line's own ends it where it does not return all the same.
final class SoundCardLine implements OutputLine {
    private static final long SECOND = 1_000_000_000L;
    private static final long LONGEST_PAUSE = 5_000_000L;
    private static final long SHORTEST_PAUSE = 200_000L;
    private static final long WATCH_EVERY_MS = 250;

    /// What is played after the last sound before the line is closed, because sound servers hold more than they tell.
    private static final double CLOSING_SILENCE = 0.25;

    private final String name;
    private final SourceDataLine line;
    private final Limits limits;
    private final PcmEncoder encoder;
    private final byte[] silence;
    private final int sampleRate;
    private final int channels;
    private final int bits;
    private final int frameBytes;
    private final int bufferBytes;
    private final AtomicBoolean closing = new AtomicBoolean();
    private volatile boolean closed;
    private volatile @Nullable String lost;
    /// When the driver was last called to write and has not returned, or 0.
    private volatile long writingSince;

    private boolean started;
    /// Whether no block has been written yet.
    private boolean first = true;
    /// Whether the line has taken nothing since it was filled up.
    private boolean starting = true;
    /// Whether the line has run dry during the present write.
    private boolean ranDry;
    /// By the clock, what was written lasts until then at least, as far as the line can hold it.
    private long lastsUntil;

    /// @param line open; closed by this from now on
    SoundCardLine(String name, SourceDataLine line, OutputRequest request, Limits limits) {
        this.name = name;
        this.line = line;
        this.limits = limits;
        AudioFormat format = line.getFormat();
        this.sampleRate = request.sampleRate();
        this.channels = format.getChannels();
        this.bits = format.getSampleSizeInBits();
        this.encoder = new PcmEncoder(
                bits,
                format.isBigEndian(),
                channels,
                channels == 1 ? 0 : request.firstChannel(),
                request.blockFrames());
        this.frameBytes = encoder.frameBytes();
        this.bufferBytes = line.getBufferSize() / frameBytes * frameBytes;
        this.silence = new byte[request.blockFrames() * frameBytes];
        Patience.start("headroom-line-watch", this::watch);
    }

    @Override
    public Outcome write(float[][] stereo, int frames) {
        if (closed || lost != null) {
            return Outcome.LOST;
        }
        try {
            int bytes = encoder.encode(stereo, frames);
            boolean dry = !started || hasRunDry();
            boolean late = dry && !first;
            first = false;
            ranDry = false;
            boolean written = (!dry || fill(bytes)) && push(encoder.bytes(), bytes);
            if (written && !started) {
                start();
            }
            return !written ? Outcome.LOST : late || ranDry ? Outcome.LATE : Outcome.ON_TIME;
        } catch (RuntimeException | Error e) { // Drivers and the native code below them throw what they like.
            lose(e);
            return Outcome.LOST;
        }
    }

    /// The line holds nothing. Where it holds next to nothing or says that it has more room than it is large, as sound
    /// servers do that take much at once and go on playing it, the clock must agree.
    private boolean hasRunDry() {
        int held = bufferBytes - line.available();
        return held == 0 || held <= frameBytes && System.nanoTime() - lastsUntil >= 0;
    }

    /// Silence, so that it is full with the `bytes` that follow.
    private boolean fill(int bytes) {
        starting = true;
        lastsUntil = System.nanoTime();
        return pushSilence(Math.min(bufferBytes, line.available()) - bytes);
    }

    private boolean pushSilence(int bytes) {
        for (int rest = bytes / frameBytes * frameBytes; rest > 0; rest -= silence.length) {
            if (!push(silence, Math.min(rest, silence.length))) {
                return false;
            }
        }
        return true;
    }

    private void start() {
        started = true;
        line.start();
    }

    /// Writes whole frames as fast as there is room for them.
    ///
    /// @return false when the line is lost or closed
    private boolean push(byte[] bytes, int count) {
        int done = 0;
        long progress = System.nanoTime();
        boolean waited = false;
        while (done < count) {
            if (closed || lost != null) {
                return false;
            }
            int free = line.available();
            int room = Math.min(free / frameBytes * frameBytes, count - done);
            if (room > 0) {
                ranDry |= waited && free == bufferBytes;
                starting &= !waited;
                int taken = handOver(bytes, done, room);
                done += Math.max(0, taken);
                progress = System.nanoTime();
                if (taken < room && !closed && started) {
                    return lose("took no more sound");
                }
                if (taken < room && !started) {
                    start();
                }
            } else if (!started) {
                start();
            } else if (isStuck(progress)) {
                return lose("took no more sound");
            } else {
                waited = true;
                LockSupport.parkNanos(this, pause(count - done));
            }
        }
        return !closed;
    }

    private int handOver(byte[] bytes, int offset, int count) {
        writingSince = System.nanoTime() | 1; // Not 0.
        int taken;
        try {
            taken = line.write(bytes, offset, count);
        } finally {
            writingSince = 0;
        }
        long now = System.nanoTime();
        long begin = now - lastsUntil > 0 ? now : lastsUntil;
        long end = begin + nanos(count);
        long latest = now + nanos(bufferBytes);
        lastsUntil = end - latest > 0 ? latest : end;
        return taken;
    }

    private boolean isStuck(long since) {
        return !line.isOpen() || System.nanoTime() - since > TimeUnit.MILLISECONDS.toNanos(patience());
    }

    private long patience() {
        return starting ? limits.starting() : limits.playing();
    }

    private long pause(int bytes) {
        return Math.clamp(nanos(bytes), SHORTEST_PAUSE, LONGEST_PAUSE);
    }

    private long nanos(int bytes) {
        return bytes / frameBytes * SECOND / sampleRate;
    }

    private boolean lose(String what) {
        if (!closed && lost == null) {
            lost = what;
        }
        return false;
    }

    private void lose(Throwable e) {
        lose("failed ("
                + Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName()) + ")");
    }

    /// Sees to it that a write returns.
    private void watch() {
        while (!closed) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(WATCH_EVERY_MS));
            long since = writingSince;
            if (since != 0 && System.nanoTime() - since > TimeUnit.MILLISECONDS.toNanos(limits.playing())) {
                lose("took no more sound");
                line.flush();
            }
        }
    }

    @Override
    public long pendingFrames() {
        if (closed || !started) {
            return 0;
        }
        try {
            return Math.max(0, bufferBytes - line.available()) / frameBytes;
        } catch (RuntimeException | Error e) {
            lose(e);
            return 0;
        }
    }

    @Override
    public int bufferFrames() {
        return bufferBytes / frameBytes;
    }

    @Override
    public boolean realTime() {
        return true;
    }

    @Override
    public String format() {
        return bits + " bit, " + sampleRate + " Hz, " + channels + (channels == 1 ? " channel" : " channels");
    }

    /// The driver is called on a thread of its own, after the writing thread has left it or a moment has passed.
    @Override
    public void close() {
        closed = true;
        if (closing.compareAndSet(false, true)) {
            Patience.start("headroom-line-close", () -> {
                line.flush();
                long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limits.playing());
                while (writingSince != 0 && System.nanoTime() - end < 0) {
                    LockSupport.parkNanos(SHORTEST_PAUSE);
                }
                line.close();
            });
        }
    }

    @Override
    public void finish() throws DeviceException {
        try {
            if (started && !closed && lost == null) {
                pushSilence((int) (CLOSING_SILENCE * sampleRate) * frameBytes);
                awaitSilence();
            }
        } catch (RuntimeException | Error e) {
            lose(e);
        } finally {
            close();
        }
        String what = lost;
        if (what != null) {
            throw new DeviceException("'" + name + "' " + what
                    + ". Connect it again or restart its sound server, or choose another output.");
        }
    }

    /// Until all has been played, the silence too; no longer than that lasts by the clock, and half a second.
    private void awaitSilence() {
        long end = System.nanoTime() + nanos(bufferBytes) + SECOND / 2;
        while (!closed && pendingFrames() > 1 && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(LONGEST_PAUSE);
        }
    }
}
