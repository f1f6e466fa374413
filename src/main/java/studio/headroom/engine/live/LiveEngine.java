package studio.headroom.engine.live;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.RenderGraph;
import studio.headroom.engine.Renderer;
import studio.headroom.engine.automation.Address;
import studio.headroom.engine.automation.AutomationMode;
import studio.headroom.engine.media.MediaFault;
import studio.headroom.engine.media.MediaLibrary;
import studio.headroom.engine.media.MediaPool;
import studio.headroom.engine.meter.BlockTimes;
import studio.headroom.engine.meter.LoadMeter;
import studio.headroom.engine.meter.MasterMeter;
import studio.headroom.engine.monitor.MonitorControls;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputDevice;
import studio.headroom.engine.output.OutputRequest;
import studio.headroom.engine.plan.Listening;
import studio.headroom.param.Param;
import studio.headroom.project.Project;
import studio.headroom.project.edit.Edit;

/// Plays one song while it is edited. All calls may come from any thread, return at once unless they say otherwise, and
/// are carried out in order by the engine's control thread. After [#close] they do nothing, or throw an [IOException]
/// where they wait for an answer.
public final class LiveEngine implements Closeable {
    private static final long TICK_MILLIS = 5;

    /// What the owner of an engine hears from it, on the control thread.
    public interface Owner {
        /// Something that the user should read: what happened, and what helps.
        void notice(String message);

        /// Sound comes late, or is about to: as [#notice], but of all that is said of this only the worst is worth
        /// reading.
        default void late(Lateness why, String message) {
            notice(message);
        }

        /// An edit that a hand on a control made; to be applied to the song, which then comes back by [#update].
        void edit(Edit edit);
    }

    private final int sampleRate;
    private final ControlThread control;
    private final Renderer renderer;
    private final LiveRender render;
    private final Playing playing;
    private final LiveMeters meters;
    private final LiveSong song;
    private final HandControl hands;
    private final ListenControl listening;
    private final PlayControl transport;
    private final DeviceKeeper device;
    private final Watch watch;
    private long most = -1;

    private LiveEngine(
            Project project,
            MediaLibrary library,
            OutputDevice standIn,
            OutputRequest request,
            int threads,
            Owner owner) {
        sampleRate = project.sampleRate();
        control = new ControlThread(owner::notice);
        renderer = new Renderer(threads);
        render = new LiveRender(renderer, sampleRate);
        PlayingView view = new PlayingView();
        MediaPool media = MediaPool.start(library, view, sampleRate);
        playing = new Playing(
                render, new Turnstile(), media, view, new BlockTimes(), new LoadMeter(sampleRate, 1), sampleRate);
        meters = new LiveMeters(sampleRate);
        song = new LiveSong(render.link(), media, meters, project, System::nanoTime);
        hands = new HandControl(song, project, owner::edit);
        listening = new ListenControl(render.link(), song);
        transport = new PlayControl(render.link(), media, view, hands, sampleRate, this::keepsTime, System::nanoTime);
        device = new DeviceKeeper(
                standIn,
                request,
                (line, how) -> new AudioLoop(playing, line, how.blockFrames(), most),
                new DeviceListener(),
                System::nanoTime);
        watch = new Watch(playing, meters, control::tell, owner::late, System::nanoTime);
    }

    private final class DeviceListener implements DeviceKeeper.Listener {
        @Override
        public void lost() {
            transport.pause();
        }

        @Override
        public void plays() {
            control.run(transport::goOn);
        }

        @Override
        public void notice(String message) {
            control.tell(message);
        }
    }

    /// Makes an engine for a song; it plays on no device yet. Takes a second or two, for the code that is about to
    /// play is compiled first.
    ///
    /// @param standIn plays while the device that is asked for is not there; opens always, at once
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
        return open(project, library, standIn, request, threads, owner, true);
    }

    /// @param warm whether what is about to play is compiled first
    static LiveEngine open(
            Project project,
            MediaLibrary library,
            OutputDevice standIn,
            OutputRequest request,
            int threads,
            Owner owner,
            boolean warm)
            throws IOException {
        LiveEngine engine = new LiveEngine(project, library, standIn, request, threads, owner);
        boolean done = false;
        try {
            engine.control.await(() -> {
                if (warm) {
                    WarmUp.run(project, Listening.TO_THE_MIX, request.blockFrames());
                }
                engine.song.change(project);
                return null;
            });
            engine.control.every(TICK_MILLIS, engine::tick);
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

    private void tick() throws IOException, InterruptedException {
        try {
            song.tick();
        } finally {
            transport.tick();
            device.look();
            render.meter().makeRoom();
            watch.look(device.loop());
        }
    }

    /// Plays on a device from now on. Where it cannot be opened, the owner is told and the stand-in plays; as soon as
    /// the device is there, it takes over.
    public void device(OutputDevice wanted, OutputRequest request) {
        requireRate(request.sampleRate());
        control.run(() -> {
            most = -1;
            Future<Boolean> unused = device.use(wanted, request);
        });
    }

    /// As [#device], and waits until it plays there or on the stand-in. Not for the owner's callbacks.
    ///
    /// @param frames to play before the audio thread ends by itself, those not counted in which the transport
    /// stands;
    ///     negative for no end
    /// @return whether the device was opened
    public boolean deviceFor(OutputDevice wanted, OutputRequest request, long frames) throws IOException {
        requireRate(request.sampleRate());
        Future<Boolean> opened = control.await(() -> {
            most = frames < 0 ? -1 : playing.view().played() + frames;
            return device.use(wanted, request);
        });
        return ControlThread.result(opened);
    }

    private void requireRate(int rate) {
        if (rate != sampleRate) {
            throw new IllegalArgumentException("a song of " + sampleRate + " Hz does not play at " + rate + " Hz");
        }
    }

    /// The song is another one from now on, of the same sample rate.
    public void update(Project changed) {
        update(changed, null);
    }

    /// The song is another one from now on, and something made of it plays in its place, of the same sample rate.
    /// Automation that is being recorded is still the song's.
    ///
    /// @param played null for the song itself
    public void update(Project changed, @Nullable Project played) {
        requireRate(changed.sampleRate());
        if (played != null) {
            requireRate(played.sampleRate());
        }
        control.run(() -> {
            Project before = song.song();
            try {
                hands.update(changed, played);
            } finally {
                listening.songChanged(before);
            }
        });
    }

    /// Listens otherwise: what solo does, and through which mastering chain.
    ///
    /// @param matched whether the chain plays as loud as the mix
    public void listen(Listening changed, boolean matched) {
        control.run(() -> listening.listen(changed, matched));
    }

    /// Lets an insert be heard otherwise than the song says, until it is told to be [Comparison#NONE] again.
    public void compare(String insertId, Comparison how) {
        control.run(() -> song.compare(insertId, how));
    }

    /// Sets a control of the monitor path.
    ///
    /// @param param of [MonitorControls#PARAMS]
    public void monitor(Param param, double value) {
        int index = MonitorControls.PARAMS.indexOf(param);
        if (index < 0) {
            throw new IllegalArgumentException("the monitor has no control '" + param.id() + "'");
        }
        control.run(() -> listening.monitor(index, value));
    }

    /// Plays from a frame on, as soon as the disk has delivered what it needs for that; while it plays, goes there.
    public void play(long frame) {
        requireFrame(frame);
        control.run(() -> transport.play(frame));
    }

    /// As [#play(long)], beginning some time before the frame, or at the song's beginning where that is nearer.
    ///
    /// @param preRoll frames, 0 or more
    public void play(long frame, long preRoll) {
        if (preRoll < 0) {
            throw new IllegalArgumentException("a pre-roll of " + preRoll + " frames");
        }
        play(Math.max(0, frame - preRoll));
    }

    /// Stops; what rings, rings out.
    public void stop() {
        control.run(transport::stop);
    }

    /// Goes to a frame: plays on from there while it plays, else stands there.
    public void locate(long frame) {
        requireFrame(frame);
        control.run(() -> transport.locate(frame));
    }

    /// Plays a short piece from a frame on over and over, until it is told another frame or [#endScrub]: what lies
    /// under
    /// a pointer. Each place fades into the next. Writes no automation.
    public void scrub(long frame) {
        requireFrame(frame);
        control.run(() -> transport.scrub(frame));
    }

    /// Stands where it was scrubbed last, or plays on from there if it played before.
    public void endScrub() {
        control.run(transport::endScrub);
    }

    private static void requireFrame(long frame) {
        if (frame < 0) {
            throw new IllegalArgumentException("no song has a frame " + frame);
        }
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
        control.run(() -> transport.loop(from, to));
    }

    /// Repeats nothing.
    public void noLoop() {
        control.run(transport::noLoop);
    }

    /// What a strip does with moves of its controls, see [AutomationMode].
    public void mode(String stripId, AutomationMode mode) {
        control.run(() -> hands.mode(stripId, mode, playing.view().heard()));
    }

    /// A control is taken hold of.
    public void touch(Address address, double value) {
        control.run(() -> hands.touch(address, playing.view().heard(), value));
    }

    /// A control is moved.
    public void move(Address address, double value) {
        control.run(() -> hands.move(address, playing.view().heard(), value));
    }

    /// A control is let go.
    public void release(Address address) {
        control.run(() -> hands.release(address, playing.view().heard()));
    }

    /// The meters of strips and inserts.
    public LiveMeters meters() {
        return meters;
    }

    /// The meter of the mix.
    public MasterMeter master() {
        return render.meter();
    }

    /// Lets integrated loudness, range and loudness maxima of what is played end at a frame of the timeline: what comes
    /// behind it is no part of the program. They also hold while the transport stands.
    ///
    /// @param end infinity for no end
    public void measureUntil(double end) {
        control.run(() -> render.link().send(LiveRender.MEASURING, LiveRender.UNTIL, end));
    }

    /// How long blocks took.
    public BlockTimes blockTimes() {
        return playing.times();
    }

    /// How playing goes.
    public EngineStatus status() {
        AudioLoop loop = device.loop();
        OutputDevice playingOn = device.playing();
        PlayingView view = playing.view();
        Optional<LiveMeters.Insert> heaviest = meters.heaviest();
        return new EngineStatus(
                view.moving(),
                view.heard(),
                playingOn == null ? "" : playingOn.name(),
                loop == null ? "" : loop.line().format(),
                loop == null ? 0 : loop.line().bufferFrames() + view.latency(),
                view.load(),
                playing.times().count(),
                playing.times().late(),
                view.starvedBlocks(),
                heaviest.map(LiveMeters.Insert::name).orElse(""),
                heaviest.map(insert -> insert.load().smoothed(0)).orElse(0.0));
    }

    /// Whether as much has been played as was asked for, or what was to be recorded cannot be any more.
    public boolean done() {
        AudioLoop loop = device.loop();
        return device.broken() != null || loop != null && loop.done();
    }

    /// Whether nothing sounds and nothing is about to.
    public boolean resting() {
        return playing.view().rests();
    }

    /// Whether all that was edited up to this call is heard in full, with no fade left of it. Waits for the control
    /// thread.
    public boolean upToDate() throws IOException {
        return control.await(song::upToDate);
    }

    /// Bytes that audio threads have allocated, one after the other, while they played.
    public long allocatedBytes() {
        return playing.view().allocated();
    }

    /// An upper bound of the frames for which the song sounds on after its last clip. Waits for the control thread.
    public long tailFrames() throws IOException {
        return control.await(() -> {
            RenderGraph graph = song.newest();
            return graph == null ? 0L : graph.tail();
        });
    }

    /// How many graphs have been handed to the audio thread: the first one, and one for each edit, or group of edits,
    /// that
    /// moves of controls could not express. Waits for the control thread.
    public long graphs() throws IOException {
        return control.await(song::graphs);
    }

    /// Whether what plays takes as long as it sounds, unlike a file.
    public boolean keepsTime() {
        AudioLoop loop = device.loop();
        return loop == null || loop.line().realTime();
    }

    /// Whether the disk has delivered the next frames from where it plays.
    boolean delivered(long frames) {
        return playing.media().ready(playing.view().position(), frames);
    }

    /// What sound files could not be read.
    public List<MediaFault> faults() {
        return playing.media().errors();
    }

    /// Lets what was written be heard, or completed where it goes to a file. Waits for it.
    ///
    /// @throws IOException when it could not be completed, or had to end before its time
    public void finish() throws IOException {
        control.await(() -> {
            DeviceException broken = device.broken();
            device.finish();
            if (broken != null) {
                throw broken;
            }
            return null;
        });
    }

    /// Ends playing at once and gives everything back. Waits for that, four seconds at most.
    @Override
    public void close() {
        control.close(device::close);
        renderer.close();
        playing.media().close();
    }
}
