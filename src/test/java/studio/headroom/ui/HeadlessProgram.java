package studio.headroom.ui;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import studio.headroom.device.NullDevice;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputDevice;
import studio.headroom.engine.output.OutputInfo;
import studio.headroom.engine.output.Outputs;
import studio.headroom.files.project.OpenSongs;
import studio.headroom.files.project.RecentSongs;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.preferences.SettingsFile;
import studio.headroom.ui.shell.Choosers;
import studio.headroom.ui.shell.Services;
import studio.headroom.ui.shell.Shell;
import studio.headroom.ui.song.SongRequest;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.theme.Look;

/// The program without a display, in a folder of its own, with as many of its places as a test puts in. Sound goes to
/// the device that only keeps time.
public class HeadlessProgram implements AutoCloseable {
    private final ExecutorService background = Executors.newCachedThreadPool(
            Thread.ofPlatform().name("program-", 1).daemon().factory());
    private final AtomicInteger tasks = new AtomicInteger();
    private volatile @Nullable CountDownLatch gateOfHeld;
    private volatile int heldTask = -1;
    private volatile boolean held;
    private final String name;
    private final Path folder;
    private final Preferences preferences;
    private final Shell shell;
    private Scene scene;
    private boolean exited;
    private @Nullable Path chosen;

    /// Makes the shell, on the toolkit's thread.
    @FunctionalInterface
    public interface Maker {
        Shell make(Look look, Preferences preferences, Services services);
    }

    /// @param name what the names of its pictures begin with
    /// @param folder for all that the program keeps
    protected HeadlessProgram(String name, Path folder, int width, int height, int percent, Maker maker) {
        this.name = name;
        this.folder = folder;
        preferences = new Preferences(folder.resolve("songs"));
        preferences.device().set(NullDevice.ID);
        preferences.percent().set(percent);
        shell = Fx.call(() -> maker.make(new Look(new FramePulse()), preferences, services()));
        scene = Fx.call(() -> new Scene(shell.window().root(), width, height));
        Fx.settle();
    }

    private Services services() {
        return new Services(
                new OnlySilence(),
                new OpenSongs(folder.resolve("open")),
                new RecentSongs(folder.resolve("recent.json")),
                new SettingsFile(folder.resolve("settings")),
                folder,
                Optional.empty(),
                ZoneOffset.UTC,
                new Choosers() {
                    @Override
                    public Optional<Path> folder(String title, Path from) {
                        return Optional.ofNullable(chosen);
                    }

                    @Override
                    public List<Path> sounds(String title, Path from) {
                        return Optional.ofNullable(chosen).stream().toList();
                    }
                },
                this::inBackground,
                Platform::runLater,
                () -> exited = true);
    }

    private void inBackground(Runnable task) {
        CountDownLatch gate = tasks.incrementAndGet() == heldTask ? gateOfHeld : null;
        background.execute(() -> {
            if (gate != null) {
                held = true;
                await(gate);
            }
            task.run();
        });
    }

    private static void await(CountDownLatch gate) {
        try {
            if (!gate.await(60, TimeUnit.SECONDS)) {
                throw new AssertionError("never let go");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Of the work in the background that is asked for from now on, the second waits.
    public final void holdSecond(CountDownLatch gate) {
        hold(2, gate);
    }

    /// The background's next task waits for the gate.
    public final void holdNext(CountDownLatch gate) {
        hold(1, gate);
    }

    private void hold(int ahead, CountDownLatch gate) {
        gateOfHeld = gate;
        heldTask = tasks.get() + ahead;
    }

    /// Whether work waits.
    public final boolean held() {
        return held;
    }

    private record OnlySilence() implements Outputs {
        @Override
        public List<OutputInfo> list() {
            return List.of(new OutputInfo(NullDevice.ID, "No sound (keeps time only)", false, List.of(), List.of(), 2));
        }

        @Override
        public OutputDevice find(String wanted) throws DeviceException {
            if (!wanted.equals(NullDevice.ID)) {
                throw new DeviceException("there is no output '" + wanted + "'. Choose another one.");
            }
            return new NullDevice();
        }

        @Override
        public OutputDevice silent() {
            return new NullDevice();
        }
    }

    /// The person chooses this in the system's dialogs.
    public final void choose(Path path) {
        chosen = path;
    }

    public final Path folder() {
        return folder;
    }

    public final Shell shell() {
        return shell;
    }

    public final Preferences preferences() {
        return preferences;
    }

    public final Scene scene() {
        return scene;
    }

    public final boolean exited() {
        return exited;
    }

    public final boolean isOpen() {
        return Fx.call(() -> shell.session() != null);
    }

    public final SongSession session() {
        return Fx.call(() -> Objects.requireNonNull(shell.session(), "no song is open"));
    }

    public final boolean asks() {
        return Fx.call(() -> shell.window().overlay().isOpen());
    }

    /// What the program says of itself.
    public final List<String> messages() {
        return Fx.call(() ->
                shell.messages().shown().stream().map(message -> message.what()).toList());
    }

    public SongSession open(Path song) {
        Fx.run(() -> shell.request(SongRequest.of(song)));
        await("the song", () -> shell.session() != null);
        return session();
    }

    /// Waits, a frame after the other.
    public final void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + 60_000_000_000L;
        waiting();
        while (!Fx.call(condition::getAsBoolean)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("not within a minute: " + what + "; said: " + messages());
            }
            Fx.settle();
            waiting();
        }
        Fx.settle();
        waiting();
    }

    /// Happens before each look of [#await], and once more after the last.
    protected void waiting() {}

    // ---- hands ----

    public final void key(KeyCode code) {
        key(code, false, false, false);
    }

    public final void key(KeyCode code, boolean shortcut, boolean shift) {
        key(code, shortcut, shift, false);
    }

    public final void key(KeyCode code, boolean shortcut, boolean shift, boolean alt) {
        Fx.run(() -> {
            for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                Node owner = scene.getFocusOwner();
                Node target = owner == null ? shell.window().root() : owner;
                Event.fireEvent(target, new KeyEvent(type, "", code.getName(), code, shift, shortcut, alt, false));
            }
        });
        Fx.settle();
    }

    /// Presses the button with these words, in the dialog or else in the window.
    public final void press(String words) {
        Fx.run(() -> button(words).fire());
        Fx.settle();
    }

    /// The button with these words, in the dialog or else in the window.
    public final Button button(String words) {
        Node within = asks() ? shell.window().overlay() : shell.window().root();
        List<Button> all = within.lookupAll(".button").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .toList();
        return all.stream()
                .filter(button -> words.equals(button.getText()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + words + " among "
                        + all.stream().map(Button::getText).toList()));
    }

    // ---- pictures ----

    /// Puts the window into another size, and photographs it to `target/screens/`.
    public final void picture(String what, int width, int height) {
        scene = Fx.call(() -> Fx.resized(scene, width, height));
        shot(what);
    }

    /// Photographs the window as it is.
    public final void shot(String what) {
        Fx.settle();
        Fx.run(() -> {
            for (int i = 0; i < 3; i++) {
                scene.snapshot(null);
                shell.look().pulse().advance(0.2);
            }
            Fx.picture(scene, name + "-" + what);
        });
    }

    /// Leaves without saving.
    @Override
    public void close() {
        Fx.run(shell::quit);
        Fx.settle();
        if (asks()) {
            press("Don’t save");
        }
        await("the end", () -> exited);
        // What is written in the background is written before the folder goes.
        background.close();
    }
}
