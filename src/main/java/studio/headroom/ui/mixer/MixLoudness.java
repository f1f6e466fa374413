package studio.headroom.ui.mixer;

import java.io.IOException;
import java.util.OptionalDouble;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import studio.headroom.audio.AudioFormat;
import studio.headroom.dsp.loudness.LoudnessMeter;
import studio.headroom.engine.GraphCompiler;
import studio.headroom.engine.OfflineRender;
import studio.headroom.engine.RenderGraph;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.engine.plan.TrackDelay;
import studio.headroom.project.Project;

/// Measures mixes by rendering them whole, on one thread beside the player.
public final class MixLoudness implements LoudnessProbe {
    private static final double STEP = 0.01;

    private final Supplier<MediaLibrary> library;
    private final Executor background;
    private final Executor ui;
    private final Consumer<String> problems;

    /// @param library of the song that is open
    /// @param background carries out renders, one task after the other
    /// @param ui carries out what belongs to the UI thread
    /// @param problems is told there why a mix could not be measured
    public MixLoudness(Supplier<MediaLibrary> library, Executor background, Executor ui, Consumer<String> problems) {
        this.library = library;
        this.background = background;
        this.ui = ui;
        this.problems = problems;
    }

    @Override
    public Runnable measure(Project mix, DoubleConsumer share, Consumer<OptionalDouble> then) {
        AtomicBoolean canceled = new AtomicBoolean();
        MediaLibrary files = library.get();
        background.execute(() -> {
            OptionalDouble found = OptionalDouble.empty();
            try {
                found = render(mix, files, canceled, share);
            } catch (IOException | RuntimeException e) {
                String reason = "The loudness of the mix could not be measured: " + e.getMessage();
                ui.execute(() -> problems.accept(reason));
            }
            OptionalDouble answer = found;
            ui.execute(() -> {
                if (!canceled.get()) {
                    then.accept(answer);
                }
            });
        });
        return () -> canceled.set(true);
    }

    private OptionalDouble render(Project mix, MediaLibrary files, AtomicBoolean canceled, DoubleConsumer share)
            throws IOException {
        long end = TrackDelay.end(mix);
        if (canceled.get() || mix.sampleRate() < LoudnessMeter.MIN_SAMPLE_RATE || end == 0) {
            return OptionalDouble.empty();
        }
        LoudnessMeter meter = new LoudnessMeter(new AudioFormat(mix.sampleRate(), 2));
        double[] told = {0};
        try (RenderGraph graph = GraphCompiler.compile(mix, files, false)) {
            OfflineRender.run(
                    graph,
                    0,
                    end,
                    1,
                    OfflineRender.DEFAULT_BLOCK,
                    (outputs, offset, frames) -> {
                        meter.makeRoom();
                        meter.process(outputs[0], offset, frames);
                    },
                    frame -> {
                        double now = (double) frame / end;
                        if (now >= told[0] + STEP) {
                            told[0] = now;
                            ui.execute(() -> share.accept(now));
                        }
                    },
                    canceled::get);
        } catch (OfflineRender.Canceled e) {
            return OptionalDouble.empty();
        }
        meter.finish();
        double lufs = meter.integratedLufs();
        return Double.isFinite(lufs) ? OptionalDouble.of(lufs) : OptionalDouble.empty();
    }
}
