package studio.headroom.engine.live;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.engine.output.OutputRequest;
import studio.headroom.project.Project;
import studio.headroom.project.edit.Edit;

/// An engine with a device that the test drives, and what it said.
final class Rig implements Closeable, LiveEngine.Owner {
    static final int BLOCK = 256;
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(20);

    final FakeDevice device = new FakeDevice("Card", true);
    final FakeDevice standIn = new FakeDevice("Stand-in", true);
    final OutputRequest request;
    final LiveEngine engine;
    final List<String> notices = new CopyOnWriteArrayList<>();
    final List<Edit> edits = new CopyOnWriteArrayList<>();
    volatile Runnable onNotice = () -> {};

    Rig(MemorySong song) throws IOException {
        this(song.project(), song);
    }

    Rig(Project project, MediaLibrary library) throws IOException {
        request = OutputRequest.of(project.sampleRate(), BLOCK);
        engine = LiveEngine.open(project, library, standIn, request, 1, this, false);
    }

    /// On the device.
    Rig plugged() throws IOException {
        engine.deviceFor(device, request, -1);
        return this;
    }

    @Override
    public void notice(String message) {
        notices.add(message);
        onNotice.run();
    }

    @Override
    public void edit(Edit edit) {
        edits.add(edit);
    }

    /// Lets the device take blocks until something is so.
    void playUntil(String what, Condition condition) {
        playUntil(device, what, condition);
    }

    void playUntil(FakeDevice on, String what, Condition condition) {
        until(what, () -> {
            on.take(1);
            return condition.holds();
        });
    }

    /// Waits until the control thread has done all that it was told before.
    void sync() throws IOException {
        engine.tailFrames();
    }

    interface Condition {
        boolean holds() throws IOException;
    }

    /// Waits for something that another thread brings about.
    static void until(String what, Condition condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        try {
            while (!condition.holds()) {
                if (System.nanoTime() - end > 0) {
                    throw new AssertionError("never: " + what);
                }
                LockSupport.parkNanos(200_000);
            }
        } catch (IOException e) {
            throw new AssertionError(what, e);
        }
    }

    /// What a song sounds like that is played from its beginning, as an engine records it that plays it now.
    float[][] recorded(int frames) throws IOException {
        engine.stop();
        playUntil("rests", engine::resting);
        FakeDevice file = new FakeDevice("File", false);
        engine.deviceFor(file, request, frames);
        engine.play(0);
        until("recorded", engine::done);
        return file.heard();
    }

    @Override
    public void close() {
        device.free();
        standIn.free();
        engine.close();
    }
}
