package studio.headroom.engine.live;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputDevice;
import studio.headroom.engine.output.OutputLine;
import studio.headroom.engine.output.OutputRequest;

/// Keeps something open that takes the sound: the device that was asked for, or, while that is not there, one that
/// stands in. Tries again every second. Control thread.
final class DeviceKeeper {
    private static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long END_MILLIS = 500;

    private final OutputDevice standIn;
    private final Loops loops;
    private final Consumer<String> notices;
    private @Nullable OutputDevice wanted;
    private OutputRequest request;
    private volatile @Nullable AudioLoop loop;
    private volatile @Nullable OutputDevice playing;
    private long nextTry;

    /// Makes the audio thread for a line.
    @FunctionalInterface
    interface Loops {
        AudioLoop on(OutputLine line, OutputRequest request);
    }

    /// What a look at the device found.
    enum Event {
        NOTHING,
        /// The device is gone, and the stand-in plays.
        LOST,
        /// The device is back and plays.
        BACK
    }

    /// @param standIn opens always
    DeviceKeeper(OutputDevice standIn, OutputRequest request, Loops loops, Consumer<String> notices) {
        this.standIn = standIn;
        this.request = request;
        this.loops = loops;
        this.notices = notices;
    }

    /// Plays on a device from now on; where it cannot be opened, says so and plays on the stand-in.
    ///
    /// @return whether it plays on the device
    boolean use(OutputDevice device, OutputRequest how) throws InterruptedException {
        wanted = device;
        request = how;
        end();
        try {
            start(device);
            return true;
        } catch (DeviceException e) {
            notices.accept(e.getMessage() + standsIn());
            startStandIn();
            return false;
        }
    }

    private String standsIn() {
        return " Until then " + standIn.name() + " stands in.";
    }

    private void startStandIn() {
        nextTry = System.nanoTime() + RETRY_NANOS;
        try {
            start(standIn);
        } catch (DeviceException e) {
            throw new IllegalStateException("the device that stands in cannot be opened", e);
        }
    }

    private void start(OutputDevice device) throws DeviceException {
        OutputLine line = device.open(device == wanted ? request : plain());
        play(device, line);
    }

    private void play(OutputDevice device, OutputLine line) {
        AudioLoop fresh = loops.on(line, request);
        playing = device;
        loop = fresh;
        fresh.start();
    }

    /// What a stand-in needs to know of the request.
    private OutputRequest plain() {
        return new OutputRequest(request.sampleRate(), request.blockFrames(), request.blocks(), 0, 0);
    }

    /// Looks whether the device is still, or again, there.
    Event look() throws InterruptedException {
        AudioLoop current = loop;
        if (current == null || wanted == null) {
            return Event.NOTHING;
        }
        if (current.lost()) {
            String name = playing == null ? "" : playing.name();
            end();
            notices.accept("'" + name + "' is gone, so playback pauses." + failure(current)
                    + " Plug it in again and it goes on where it was, or choose another device.");
            startStandIn();
            return Event.LOST;
        }
        if (playing != wanted && System.nanoTime() >= nextTry) {
            return tryAgain(wanted);
        }
        return Event.NOTHING;
    }

    private static String failure(AudioLoop loop) {
        Throwable failure = loop.failure();
        return failure == null ? "" : " (" + failure + ")";
    }

    private Event tryAgain(OutputDevice device) throws InterruptedException {
        nextTry = System.nanoTime() + RETRY_NANOS;
        OutputLine line;
        try {
            line = device.open(request);
        } catch (DeviceException e) {
            return Event.NOTHING;
        }
        end();
        play(device, line);
        notices.accept("'" + device.name() + "' is back.");
        return Event.BACK;
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

    OutputRequest request() {
        return request;
    }

    /// Ends the audio thread and closes the line.
    void end() throws InterruptedException {
        AudioLoop current = loop;
        if (current != null) {
            current.end(END_MILLIS);
            current.line().close();
            loop = null;
        }
    }

    /// Lets what was written be heard or completed, then ends.
    void finish() throws InterruptedException, DeviceException {
        AudioLoop current = loop;
        if (current != null) {
            current.end(END_MILLIS);
            loop = null;
            current.line().finish();
        }
    }
}
