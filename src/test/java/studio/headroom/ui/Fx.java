package studio.headroom.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/// The toolkit in tests: one for a JVM, started when first needed, without a display.
public final class Fx {
    private static boolean started;
    private static @Nullable RuntimeException failure;
    /// What the toolkit complained about in the style sheet since it was last asked.
    private static final List<String> COMPLAINTS = new CopyOnWriteArrayList<>();

    /// Held here, since the log holds it weakly.
    private static final Logger STYLES = Logger.getLogger("javafx.css");

    static {
        STYLES.addHandler(new Handler() {
            @Override
            public void publish(LogRecord entry) {
                if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
                    COMPLAINTS.add(entry.getMessage() + asked());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        });
    }

    private Fx() {}

    private static String asked() {
        return Arrays.stream(new Throwable().getStackTrace())
                .map(StackTraceElement::toString)
                .filter(line -> line.contains("javafx") || line.contains("headroom"))
                .limit(40)
                .collect(Collectors.joining("\n    ", "\n    ", ""));
    }

    /// Runs on the toolkit's thread and waits for the end.
    ///
    /// @throws AssertionError also where the style sheet was wrong in anything since the last time
    public static <T> T call(Callable<T> action) {
        T answer = answer(action);
        if (!COMPLAINTS.isEmpty() && !Platform.isFxApplicationThread()) {
            List<String> now = List.copyOf(COMPLAINTS);
            COMPLAINTS.clear();
            throw new AssertionError("the style sheet is wrong: " + String.join("\n", now));
        }
        return answer;
    }

    private static <T> T answer(Callable<T> action) {
        start();
        if (Platform.isFxApplicationThread()) {
            try {
                return action.call();
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        FutureTask<T> task = new FutureTask<>(action);
        Platform.runLater(task);
        try {
            return task.get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void run(Runnable action) {
        call(() -> {
            action.run();
            return true;
        });
    }

    /// Puts what a scene without a window shows into another one, of another size. On the toolkit's thread.
    public static Scene resized(Scene scene, int width, int height) {
        Parent root = scene.getRoot();
        scene.setRoot(new Region());
        Scene other = new Scene(root, width, height);
        // What changes its scene is styled before the root is, whose colors it looks for: no fault of the style sheet.
        COMPLAINTS.clear();
        return other;
    }

    /// Waits until everything that was asked for has happened and been drawn.
    public static void settle() {
        CountDownLatch drawn = new CountDownLatch(1);
        run(() -> new AnimationTimer() {
            private int frames;

            @Override
            public void handle(long now) {
                if (++frames > 1) {
                    stop();
                    drawn.countDown();
                }
            }
        }.start());
        await(drawn, "no frame is drawn");
    }

    /// Writes what a scene shows to `target/screens/`. On the toolkit's thread.
    public static BufferedImage picture(Scene scene, String name) {
        BufferedImage image = SwingFXUtils.fromFXImage(scene.snapshot(null), null);
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = opaque.createGraphics();
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        try {
            Path file = Path.of("target/screens/" + name + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(opaque, "png", file.toFile());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return opaque;
    }

    private static synchronized void start() {
        if (started) {
            return;
        }
        if (failure != null) {
            throw new IllegalStateException("there is no toolkit", failure);
        }
        CountDownLatch running = new CountDownLatch(1);
        try {
            Platform.startup(running::countDown);
        } catch (UnsupportedOperationException e) {
            failure = e;
            throw e;
        } catch (IllegalStateException alreadyRunning) {
            running.countDown();
        }
        await(running, "the toolkit does not start");
        Platform.setImplicitExit(false);
        started = true;
    }

    private static void await(CountDownLatch latch, String otherwise) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new IllegalStateException(otherwise);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
