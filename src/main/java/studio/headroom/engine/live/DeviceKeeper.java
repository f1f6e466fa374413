package studio.headroom.engine.live;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputDevice;
import studio.headroom.engine.output.OutputLine;
import studio.headroom.engine.output.OutputRequest;

/// Keeps something open that takes the sound: the device that was asked for, or, while that is not there, one that
/// stands in. Devices are opened by a thread of their own, since drivers may take for ever; one that was not there is
/// tried again every second. No device is opened by two threads at once: while a driver hangs, opening it again waits
/// until that one has come back. Control thread.
final class DeviceKeeper {
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);
    /// Longer than a device itself waits for its driver.
    static final long OPEN_NANOS = TimeUnit.SECONDS.toNanos(10);

    private static final long END_MILLIS = 500;

    private final OutputDevice standIn;
    private final Loops loops;
    private final Listener listener;
    private final LongSupplier nanoTime;
    private @Nullable OutputDevice wanted;
    private OutputRequest request;
    private @Nullable Opening opening;
    /// Whether it has not begun, since the device is still being opened for somebody else.
    private boolean waiting;

    private volatile @Nullable AudioLoop loop;
    private volatile @Nullable OutputDevice playing;
    /// Why what was recorded is not whole.
    private volatile @Nullable DeviceException broken;

    /// Who opens devices and has not come back, by the device's id.
    private final Map<String, Opener> openers = new HashMap<>();

    private long nextTry;

    /// Makes the audio thread for a line.
    @FunctionalInterface
    interface Loops {
        AudioLoop on(OutputLine line, OutputRequest request);
    }

    /// Hears what becomes of the device. Control thread.
    interface Listener {
        /// The device is gone. Nothing plays; when this returns, the stand-in will.
        void lost();

        /// The device that was asked for plays, for the first time or again.
        void plays();

        /// Something for the user.
        void notice(String message);
    }

    /// A device on its way.
    ///
    /// @param first whether it was asked for just now, rather than tried again
    /// @param result whether it plays
    private record Opening(
            OutputDevice device,
            OutputRequest how,
            boolean first,
            long until,
            CompletableFuture<OutputLine> line,
            CompletableFuture<Boolean> result) {}

    /// Somebody who opens a device.
    private static final class Opener {
        final Thread thread;
        /// Whether it was waited for in vain.
        boolean hangs;

        Opener(Thread thread) {
            this.thread = thread;
        }
    }

    /// @param standIn opens always, at once
    /// @param nanoTime the time
    DeviceKeeper(OutputDevice standIn, OutputRequest request, Loops loops, Listener listener, LongSupplier nanoTime) {
        this.standIn = standIn;
        this.request = request;
        this.loops = loops;
        this.listener = listener;
        this.nanoTime = nanoTime;
    }

    /// Ends what plays, and plays on a device as soon as it is open; where it cannot be opened, says so and plays on
    /// the stand-in.
    ///
    /// @return whether it plays on the device, once that is known
    Future<Boolean> use(OutputDevice device, OutputRequest how) throws InterruptedException {
        giveUpOpening();
        end();
        wanted = device;
        request = how;
        broken = null;
        return open(device, true);
    }

    private Future<Boolean> open(OutputDevice device, boolean first) {
        Opening fresh = new Opening(
                device,
                request,
                first,
                nanoTime.getAsLong() + OPEN_NANOS,
                new CompletableFuture<>(),
                new CompletableFuture<>());
        opening = fresh;
        waiting = true;
        startOpening();
        return fresh.result;
    }

    /// Who is still about to open a device, be it for somebody who does not wait for it any more.
    private @Nullable Opener opener(OutputDevice device) {
        openers.values().removeIf(opener -> !opener.thread.isAlive());
        return openers.get(device.id());
    }

    private void startOpening() {
        Opening going = opening;
        if (!waiting || going == null) {
            return;
        }
        Opener other = opener(going.device);
        if (other == null) {
            openers.put(going.device.id(), new Opener(opener(going)));
        } else if (other.hangs) {
            going.line.completeExceptionally(new DeviceException(silent(going.device)));
        }
        waiting = other != null && !other.hangs;
    }

    private static Thread opener(Opening going) {
        return Thread.ofPlatform().name("device").daemon().start(() -> {
            try {
                OutputLine opened = going.device.open(going.how);
                if (!going.line.complete(opened)) {
                    opened.close();
                }
            } catch (DeviceException | RuntimeException | Error e) {
                going.line.completeExceptionally(e);
            }
        });
    }

    private static String silent(OutputDevice device) {
        return "'" + device.name() + "' does not answer.";
    }

    private void giveUpOpening() {
        Opening going = opening;
        opening = null;
        if (going != null) {
            if (!going.line.cancel(false) && !going.line.isCompletedExceptionally()) {
                going.line.join().close();
            }
            going.result.complete(false);
        }
    }

    /// Looks whether the device is still, or again, there; to be called often.
    void look() throws InterruptedException {
        startOpening();
        Opening going = opening;
        if (going != null) {
            if (going.line.isDone() || nanoTime.getAsLong() - going.until >= 0) {
                opening = null;
                opened(going);
            }
        }
        AudioLoop current = loop;
        if (current != null && current.lost()) {
            lost(current);
        } else if (opening == null
                && wanted != null
                && playing != wanted
                && broken == null
                && opener(wanted) == null
                && nanoTime.getAsLong() - nextTry >= 0) {
            nextTry = nanoTime.getAsLong() + RETRY_NANOS;
            open(wanted, false);
        }
    }

    private void opened(Opening done) throws InterruptedException {
        boolean late = done.line.cancel(false);
        try {
            if (late) {
                Opener hanging = opener(done.device);
                if (hanging != null) {
                    hanging.hangs = true;
                }
                refused(done, silent(done.device));
                return;
            }
            OutputLine line = done.line.get();
            end();
            play(done.device, line);
            if (!done.first) {
                listener.notice("'" + done.device.name() + "' is back.");
            }
            listener.plays();
            done.result.complete(true);
        } catch (ExecutionException e) {
            refused(done, said(done.device, e.getCause()));
        }
    }

    private static String said(OutputDevice device, @Nullable Throwable cause) {
        return cause instanceof DeviceException
                ? String.valueOf(cause.getMessage())
                : "'" + device.name() + "' cannot be opened (" + cause + "). Choose another device.";
    }

    private void refused(Opening done, String why) {
        nextTry = nanoTime.getAsLong() + RETRY_NANOS;
        if (done.first) {
            listener.notice(why + " Until then '" + standIn.name() + "' stands in.");
            startStandIn();
        }
        done.result.complete(false);
    }

    private void startStandIn() {
        nextTry = nanoTime.getAsLong() + RETRY_NANOS;
        try {
            OutputRequest plain =
                    new OutputRequest(request.sampleRate(), request.blockFrames(), request.blocks(), 0, 0);
            play(standIn, standIn.open(plain));
        } catch (DeviceException e) {
            throw new IllegalStateException("the device that stands in cannot be opened", e);
        }
    }

    private void play(OutputDevice device, OutputLine line) {
        AudioLoop fresh = loops.on(line, request);
        playing = device;
        loop = fresh;
        fresh.start();
    }

    private void lost(AudioLoop current) throws InterruptedException {
        String name = playing == null ? "" : playing.name();
        String message = "'" + name + "' is gone, so playback pauses." + failure(current)
                + " Plug it in again and it goes on where it was, or choose another device.";
        boolean recording = !current.line().realTime();
        try {
            // A line that is lost says so at once.
            complete();
        } catch (DeviceException e) {
            message = e.getMessage() + (recording ? "" : " Playback pauses, and goes on where it was when it is back.");
            // What a file has taken is not there for a second try: opening it again would begin it anew.
            broken = recording ? e : null;
        }
        end();
        listener.notice(message);
        listener.lost();
        startStandIn();
    }

    private static String failure(AudioLoop loop) {
        Throwable failure = loop.failure();
        return failure == null ? "" : " (" + failure + ")";
    }

    /// The audio thread that runs, or null.
    @Nullable
    AudioLoop loop() {
        return loop;
    }

    /// What plays, be it the stand-in.
    @Nullable
    OutputDevice playing() {
        return playing;
    }

    /// Why what was recorded is not whole, or null.
    @Nullable
    DeviceException broken() {
        return broken;
    }

    /// Ends all that plays or is about to. Nothing is opened any more.
    void close() throws InterruptedException {
        wanted = null;
        giveUpOpening();
        end();
    }

    /// Ends the audio thread and closes the line.
    private void end() throws InterruptedException {
        AudioLoop current = loop;
        if (current != null) {
            loop = null;
            try {
                current.end(END_MILLIS);
            } finally {
                current.line().close();
            }
        }
    }

    /// Lets what was written be heard or completed, then ends; nothing plays until another device is asked for.
    ///
    /// @throws DeviceException when what was recorded could not be completed
    void finish() throws InterruptedException, DeviceException {
        wanted = null;
        giveUpOpening();
        complete();
    }

    private void complete() throws InterruptedException, DeviceException {
        AudioLoop current = loop;
        if (current != null) {
            loop = null;
            current.end(END_MILLIS);
            current.line().finish();
        }
    }
}
