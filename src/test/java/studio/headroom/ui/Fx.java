package studio.headroom.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Scene;
import javax.imageio.ImageIO;

/// The toolkit in tests: one for a JVM, started when first needed, without a display.
public final class Fx {
    private static boolean started;

    private Fx() {}

    /// Runs on the toolkit's thread and waits for the end.
    public static <T> T call(Callable<T> action) {
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
        CountDownLatch running = new CountDownLatch(1);
        try {
            Platform.startup(running::countDown);
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
