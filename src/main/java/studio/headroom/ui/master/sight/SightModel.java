package studio.headroom.ui.master.sight;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.live.LiveMeters;
import studio.headroom.engine.live.StripTap;
import studio.headroom.mastering.audition.Audition;
import studio.headroom.mastering.prints.Print;
import studio.headroom.mastering.sight.Reduction;
import studio.headroom.mastering.sight.Sight;
import studio.headroom.mastering.sight.SightJob;
import studio.headroom.mastering.sight.Spectrogram;
import studio.headroom.project.Project;
import studio.headroom.ui.master.MasterSession;
import studio.headroom.ui.song.Playback;

/// What all pictures of the master show: its sight, kept up to date while print and chain change, and what is heard.
/// Others give it what they know: the overlay of the chosen reference, and marks at places of the print. UI thread.
public final class SightModel implements AutoCloseable {
    /// Until then the player may tell the place where it was before, in nanoseconds.
    private static final long UNDER_WAY = 250_000_000;

    private final MasterSession session;
    private final SightJob job;
    private final ReadOnlyObjectWrapper<@Nullable Sight> sight = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Spectrogram> growing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ObjectProperty<@Nullable SoundOverlay> overlay = new SimpleObjectProperty<>();
    private final ObservableList<SightMark> marks = FXCollections.observableArrayList();
    private final SightChoices choices = new SightChoices();
    private final LiveLoudness loudness;
    private final LiveEar ear;
    private final PlaybackModel playback;
    private final BandModel bands;
    private final InvalidationListener changed = _ -> ask();
    private @Nullable Print seenPrint;
    /// Where was gone to last, in frames of the print, and when.
    private long asked;
    private long askedAt = System.nanoTime() - UNDER_WAY;

    public SightModel(MasterSession session) {
        this(
                session,
                () -> session.song()
                        .playback()
                        .meters()
                        .strip(session.song().history().current().master().id())
                        .map(LiveMeters.Strip::tap));
    }

    /// @param heard where what is heard can be listened to, empty while nothing plays
    public SightModel(MasterSession session, Supplier<Optional<StripTap>> heard) {
        this.session = session;
        job = new SightJob(session.ui(), new SightJob.Listener() {
            @Override
            public void seen(Sight now) {
                show(now);
            }

            @Override
            public void growing(Spectrogram now) {
                growing.set(now);
            }

            @Override
            public void progress(double share) {
                progress.set(share);
            }

            @Override
            public void failed(String message) {
                looking.set(false);
                growing.set(null);
                session.failures().accept(message);
            }
        });
        Playback heardIn = session.song().playback();
        loudness = new LiveLoudness(heardIn.engine().master(), heardIn::isMeasured);
        ear = new LiveEar(session.song().history().current().sampleRate(), heard);
        playback = new PlaybackModel(session.hearing());
        bands = new BandModel(session.hearing(), sight);
        session.print().addListener(changed);
        session.song().history().song().addListener(changed);
        ask();
    }

    private void ask() {
        Print print = session.print().getValue();
        if (print == null) {
            job.none();
            seenPrint = null;
            looking.set(false);
            growing.set(null);
            set(null);
            return;
        }
        if (!print.equals(seenPrint)) {
            seenPrint = print;
            set(null);
        }
        progress.set(0);
        if (job.want(print, session.song().history().current().mastering().chain())) {
            growing.set(null);
        }
        looking.set(job.isRunning());
    }

    private void show(Sight now) {
        set(now);
        growing.set(null);
        looking.set(false);
    }

    private void set(@Nullable Sight now) {
        if (now != sight.get()) {
            sight.set(now);
            playback.show(now);
        }
    }

    public MasterSession session() {
        return session;
    }

    Project song() {
        return session.song().history().current();
    }

    /// What the print becomes; while [#looking()], what it became before the last change. Null before the first was
    /// seen.
    public ReadOnlyObjectProperty<@Nullable Sight> sight() {
        return sight.getReadOnlyProperty();
    }

    /// The spectrogram of the master while it is made, from its beginning on; null while there is none that is newer
    /// than [#sight()].
    ReadOnlyObjectProperty<@Nullable Spectrogram> growing() {
        return growing.getReadOnlyProperty();
    }

    /// How far an effect of the chain turns down over the print, by its insert's id; empty while it is not known.
    public Optional<Reduction> reduction(String insertId) {
        Sight now = sight.get();
        return now == null ? Optional.empty() : now.reduction(insertId);
    }

    /// Whether the sight is being renewed.
    public ReadOnlyBooleanProperty looking() {
        return looking.getReadOnlyProperty();
    }

    /// How far that is, 0..1.
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /// What is drawn over the spectrum of the master, or null.
    public ObjectProperty<@Nullable SoundOverlay> overlay() {
        return overlay;
    }

    /// Places of the print that somebody should see to, in any order.
    public ObservableList<SightMark> marks() {
        return marks;
    }

    public PlaybackModel playback() {
        return playback;
    }

    /// The master against the chosen reference, band by band.
    public BandModel bands() {
        return bands;
    }

    public LiveLoudness loudness() {
        return loudness;
    }

    SightChoices choices() {
        return choices;
    }

    LiveEar ear() {
        return ear;
    }

    /// Once a frame, while any of it is seen.
    void frame(double seconds) {
        loudness.frame(seconds);
        ear.frame(seconds);
    }

    /// Whether what is heard is the master and nothing else, at its own level.
    public boolean hearsMaster() {
        var hearing = session.hearing();
        return !hearing.bypass().get()
                && !hearing.other().get()
                && hearing.coded().get() == Audition.Coded.NONE
                && hearing.reference().get().isEmpty()
                && hearing.playbackDb().get() == 0;
    }

    /// The frame of the print that is heard.
    long position() {
        return toPrint(session.song().playback().position().get());
    }

    /// The print's sample rate; that of the song while there is no print.
    int rate() {
        Print print = seenPrint;
        return print == null ? song().sampleRate() : print.sampleRate();
    }

    /// From a frame of the song to one of the print, which may have another rate.
    long toPrint(long songFrame) {
        Print print = seenPrint;
        return print == null ? songFrame : Math.round((double) songFrame * print.sampleRate() / song().sampleRate());
    }

    long toSong(long printFrame) {
        Print print = seenPrint;
        return print == null ? printFrame : Math.round((double) printFrame * song().sampleRate() / print.sampleRate());
    }

    /// Goes to a frame of the print.
    public void locate(long printFrame) {
        asked = printFrame;
        askedAt = System.nanoTime();
        session.song().playback().locate(toSong(printFrame));
    }

    /// Goes on or back along the print. Steps that follow each other faster than the player does add up.
    ///
    /// @param end where the print ends
    void step(long printFrames, long end) {
        long from = System.nanoTime() - askedAt < UNDER_WAY ? asked : position();
        locate(Math.clamp(from + printFrames, 0, end));
    }

    @Override
    public void close() {
        session.print().removeListener(changed);
        session.song().history().song().removeListener(changed);
        playback.close();
        bands.close();
        ear.rest();
        job.close();
    }
}
