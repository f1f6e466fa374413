package studio.headroom.engine.live;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.engine.RenderGraph;
import studio.headroom.engine.Renderer;
import studio.headroom.engine.automation.Address;
import studio.headroom.engine.automation.AutomationMode;
import studio.headroom.engine.automation.AutomationRecorder;
import studio.headroom.engine.automation.Outcome;
import studio.headroom.engine.media.MediaFault;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.engine.media.MediaPool;
import studio.headroom.engine.media.TimelineWindow;
import studio.headroom.engine.meter.BlockTimes;
import studio.headroom.engine.meter.MasterMeter;
import studio.headroom.engine.monitor.MonitorControls;
import studio.headroom.engine.output.OutputDevice;
import studio.headroom.engine.output.OutputRequest;
import studio.headroom.engine.plan.Listening;
import studio.headroom.param.Param;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.Edit;

/// Plays one song while it is edited. All calls may come from any thread, return at once unless they say otherwise, and
/// are carried out in order by the engine's control thread.
public final class LiveEngine implements Closeable {
    private static final long TICK_MILLIS = 5;
    private static final long PREPARE_MILLIS = 2_000;
    private static final long CLOSE_MILLIS = 3_000;
    /// What is had in memory before playback begins somewhere; the disk thread reads on from there.
    private static final double PREPARED_SECONDS = 1;

    /// Before this is played, the playhead fades in.
    private static final double LEAD_SECONDS = 0.1;

    /// What the owner of an engine hears from it, on the control thread.
    public interface Owner {
        /// Something that the user should read: what happened, and what helps.
        void notice(String message);

        /// An edit that a hand on a control made; to be applied to the song, which then comes back by [#update].
        void edit(Edit edit);
    }

    private final Owner owner;
    private final ScheduledExecutorService control;
    private final Renderer renderer;
    private final LiveRender render;
    private final MediaPool media;
    private final PlayingView view = new PlayingView();
    private final BlockTimes times = new BlockTimes();
    private final LiveMeters meters;
    private final LiveSong song;
    private final DeviceKeeper device;
    private final AutomationRecorder recorder;
    private Project latest;
    private boolean playing;
    private long loopFrom = -1;
    private long loopTo = -1;
    private long heardBefore;
    private long most = -1;
    private List<MediaFault> faults = List.of();
    private boolean goesOn;

    private LiveEngine(
            Project project,
            MediaLibrary library,
            OutputDevice standIn,
            OutputRequest request,
            int threads,
            Owner owner) {
        this.owner = owner;
        int rate = project.sampleRate();
        control = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().name("engine").daemon().unstarted(task));
        renderer = new Renderer(threads);
        render = new LiveRender(renderer, rate);
        media = MediaPool.start(library, view, rate);
        meters = new LiveMeters(rate);
        latest = project;
        song = new LiveSong(render.link(), media, meters, project);
        recorder = new AutomationRecorder(
                () -> latest, type -> Catalogue.find(type).map(EffectType::params));
        device = new DeviceKeeper(
                standIn,
                request,
                (line, how) ->
                        new AudioLoop(render, line, media, view, times, how.blockFrames(), how.sampleRate(), most),
                owner::notice);
    }

    /// Makes an engine for a song; it plays on no device yet. Takes a second or two, for the code that is about to
    /// play is compiled first.
    ///
    /// @param standIn plays while the device that is asked for is not there; opens always
    /// @param request how devices are opened until another way is asked for
    /// @param threads that render, 1 or more
    /// @throws IOException when a sound file cannot be opened; names the file and the cure
    public static LiveEngine open(
            Project project,
            MediaLibrary library,
            OutputDevice standIn,
            OutputRequest request,
            int threads,
            Owner owner)
            throws IOException {
        LiveEngine engine = new LiveEngine(project, library, standIn, request, threads, owner);
        boolean done = false;
        try {
            engine.await(() -> {
                WarmUp.run(project, Listening.TO_THE_MIX, request.blockFrames());
                engine.song.change(project);
                return null;
            });
            engine.control.scheduleWithFixedDelay(engine::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
            done = true;
            return engine;
        } finally {
            if (!done) {
                engine.close();
            }
        }
    }

    /// As many threads as leave one core for everything else.
    public static int defaultThreads() {
        return Math.clamp(Runtime.getRuntime().availableProcessors() - 1, 1, 8);
    }

    /// Plays on a device from now on. Where it cannot be opened, the owner is told and the stand-in plays; as soon as
    /// the device is there, it takes over.
    public void device(OutputDevice wanted, OutputRequest request) {
        run(() -> {
            device.use(wanted, request);
        });
    }

    /// As [#device], and waits for it.
    ///
    /// @param frames to play before the audio thread ends by itself, counted from when something plays; negative
    /// for no
    ///     end
    /// @return whether the device was opened
    public boolean deviceFor(OutputDevice wanted, OutputRequest request, long frames) throws IOException {
        return await(() -> {
            most = frames;
            return device.use(wanted, request);
        });
    }

    /// The song is another one from now on, of the same sample rate.
    public void update(Project changed) {
        run(() -> {
            latest = changed;
            song.change(playing ? recorder.heard() : changed);
        });
    }

    /// Listens otherwise: what solo does, and through which mastering chain.
    ///
    /// @param matched whether the chain plays as loud as the mix
    public void listen(Listening changed, boolean matched) {
        run(() -> {
            song.listen(changed);
            render.link().send(LiveRender.LISTENING, LiveRender.MATCH, matched ? 1 : 0);
            chooseSource();
        });
    }

    /// What is heard: the mastering chain where there is one to listen through, else what is listened to alone, else
    /// the mix.
    private void chooseSource() {
        Listening listening = song.listening();
        boolean alone = listening.solo() != Listening.Solo.IN_PLACE
                && (song.song().strips().stream().anyMatch(Strip::solo));
        int source = alone ? LiveGraph.LISTEN : !listening.chain().isEmpty() ? LiveGraph.MASTERED : LiveGraph.MIX;
        render.link().send(LiveRender.LISTENING, LiveRender.SOURCE, source);
    }

    /// Sets a control of the monitor path.
    public void monitor(Param param, double value) {
        int index = MonitorControls.PARAMS.indexOf(param);
        run(() -> render.link().send(LiveRender.MONITOR, index, value));
    }

    /// Plays from a frame on; while it plays, goes there.
    public void play(long frame) {
        run(() -> {
            prepare(frame);
            send(LiveRender.PLAY, frame);
            if (playing) {
                recorder.looped(view.heard(), frame);
            } else {
                playing = true;
                apply(recorder.started(frame));
            }
            heardBefore = frame;
            media.wake();
        });
    }

    /// Stops; what rings, rings out.
    public void stop() {
        run(() -> {
            goesOn = false;
            stopHere();
        });
    }

    private void stopHere() {
        if (playing) {
            send(LiveRender.STOP, 0);
            playing = false;
            apply(recorder.stopped(view.heard()));
        }
    }

    /// Goes to a frame: plays on from there while it plays, else stands there.
    public void locate(long frame) {
        if (frame < 0) {
            throw new IllegalArgumentException("no song has a frame " + frame);
        }
        run(() -> {
            if (playing) {
                play(frame);
            } else {
                goesOn = false;
                prepare(frame);
                send(LiveRender.STAND, frame);
            }
        });
    }

    /// Repeats a part of the timeline from the time on that the playhead gets to its end. Loops shorter than a tenth of
    /// a second are made so long.
    ///
    /// @param from its first frame
    /// @param to the frame after its last one
    public void loop(long from, long to) {
        if (from < 0 || to <= from) {
            throw new IllegalArgumentException("no loop from " + from + " to " + to);
        }
        run(() -> {
            loopFrom = from;
            loopTo = to;
            view.loop(Math.max(0, from - lead()), to);
            send(LiveRender.LOOP_FROM, from);
            send(LiveRender.LOOP_TO, to);
        });
    }

    /// Repeats nothing.
    public void noLoop() {
        run(() -> {
            loopTo = -1;
            view.loop(0, 0);
            send(LiveRender.LOOP_FROM, Double.NaN);
        });
    }

    private void send(int command, double value) {
        render.link().send(LiveRender.TRANSPORT, command, value);
    }

    private long lead() {
        return (long) (LEAD_SECONDS * latest.sampleRate());
    }

    private void prepare(long frame) throws InterruptedException {
        long to = frame + (long) (PREPARED_SECONDS * latest.sampleRate());
        media.prepare(List.of(new TimelineWindow(Math.max(0, frame - lead()), to)), PREPARE_MILLIS);
    }

    /// What a strip does with moves of its controls, see [AutomationMode].
    public void mode(String stripId, AutomationMode mode) {
        run(() -> apply(recorder.mode(stripId, mode, view.heard())));
    }

    /// A control is taken hold of.
    public void touch(Address address, double value) {
        run(() -> apply(recorder.touch(address, view.heard(), value)));
    }

    /// A control is moved.
    public void move(Address address, double value) {
        run(() -> apply(recorder.move(address, view.heard(), value)));
    }

    /// A control is let go.
    public void release(Address address) {
        run(() -> {
            apply(recorder.release(address, view.heard()));
            song.change(recorder.heard());
        });
    }

    private void apply(Outcome outcome) {
        song.remember(recorder.overrides());
        song.override(outcome.changes());
        outcome.edit().ifPresent(owner::edit);
    }

    /// The meters of strips and inserts.
    public LiveMeters meters() {
        return meters;
    }

    /// The meter of the mix.
    public MasterMeter master() {
        return render.meter();
    }

    /// How long blocks took.
    public BlockTimes blockTimes() {
        return times;
    }

    /// How playing goes.
    public EngineStatus status() {
        AudioLoop loop = device.loop();
        OutputDevice playingOn = device.playing();
        Optional<LiveMeters.Insert> heaviest = meters.heaviest();
        return new EngineStatus(
                view.moving(),
                view.heard(),
                playingOn == null ? "" : playingOn.name(),
                loop == null ? "" : loop.line().format(),
                loop == null ? 0 : loop.line().bufferFrames() + view.latency(),
                view.load(),
                times.count(),
                times.late(),
                view.starvedBlocks(),
                heaviest.map(LiveMeters.Insert::name).orElse(""),
                heaviest.map(insert -> insert.load().smoothed(0)).orElse(0.0));
    }

    /// Whether as much has been played as was asked for, or nothing can be played any more.
    public boolean done() {
        AudioLoop loop = device.loop();
        return loop != null && loop.done();
    }

    /// Whether nothing sounds and nothing is about to.
    public boolean resting() {
        return view.rests();
    }

    /// Bytes that the audio thread has allocated since it began.
    public long allocatedBytes() {
        return view.allocated();
    }

    /// An upper bound of the frames for which the song sounds on after its last clip. Waits for the control thread.
    public long tailFrames() throws IOException {
        return await(() -> {
            RenderGraph graph = song.newest();
            return graph == null ? 0L : graph.tail();
        });
    }

    /// How many graphs have been handed to the audio thread: the first one, and one for each edit, or group of edits, that
    /// moves of controls could not express. Waits for the control thread.
    public long graphs() throws IOException {
        return await(song::graphs);
    }

    /// Whether what plays takes as long as it sounds, unlike a file.
    public boolean keepsTime() {
        AudioLoop loop = device.loop();
        return loop == null || loop.line().realTime();
    }

    /// What sound files could not be read.
    public List<MediaFault> faults() {
        return media.errors();
    }

    /// Lets what was written be heard, or completed where it goes to a file. Waits for it.
    ///
    /// @throws IOException when it could not be completed
    public void finish() throws IOException {
        await(() -> {
            device.finish();
            return null;
        });
    }

    private void tick() {
        guarded(() -> {
            song.tick();
            if (playing) {
                followPlayhead();
            }
            DeviceKeeper.Event event = device.look();
            if (event == DeviceKeeper.Event.LOST) {
                pauseForDevice();
            } else if (event == DeviceKeeper.Event.BACK && goesOn) {
                goesOn = false;
                play(view.heard());
            }
            tellFaults();
        });
    }

    /// Tells the recorder when the playhead has jumped back.
    private void followPlayhead() throws IOException {
        long heard = view.heard();
        if (heard < heardBefore && loopTo > 0) {
            recorder.looped(loopTo, loopFrom);
            song.change(recorder.heard());
        }
        heardBefore = heard;
    }

    private void pauseForDevice() {
        goesOn = playing;
        long heard = view.heard();
        stopHere();
        send(LiveRender.STAND, heard);
    }

    private void tellFaults() {
        List<MediaFault> now = media.errors();
        if (!now.equals(faults)) {
            for (MediaFault fault : now) {
                if (fault.failing() && !faults.contains(fault)) {
                    owner.notice(fault.message());
                }
            }
            faults = now;
        }
    }

    private interface Task {
        void run() throws IOException, InterruptedException;
    }

    private void run(Task task) {
        try {
            control.execute(() -> guarded(task));
        } catch (RejectedExecutionException e) {
            // Closed: there is nothing left to play it.
        }
    }

    /// What goes wrong with one task is told and does not keep the next one from being carried out.
    private void guarded(Task task) {
        try {
            task.run();
        } catch (IOException | RuntimeException e) {
            owner.notice(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private <T extends @Nullable Object> T await(Callable<T> task) throws IOException {
        try {
            return control.submit(task).get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /// Ends playing at once and gives everything back.
    @Override
    public void close() {
        run(device::end);
        control.shutdown();
        try {
            if (!control.awaitTermination(CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
                control.shutdownNow();
            }
        } catch (InterruptedException e) {
            control.shutdownNow();
            Thread.currentThread().interrupt();
        }
        renderer.close();
        media.close();
    }
}
