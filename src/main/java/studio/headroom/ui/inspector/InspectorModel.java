package studio.headroom.ui.inspector;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.beans.value.ChangeListener;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Project;
import studio.headroom.project.Strip;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EditorMemory;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.editor.model.EqModel;
import studio.headroom.ui.editor.model.InsertLink;
import studio.headroom.ui.mixer.InsertModel;
import studio.headroom.ui.mixer.MixerModel;
import studio.headroom.ui.mixer.SendModel;
import studio.headroom.ui.mixer.StripModel;
import studio.headroom.ui.model.ControlModel;
import studio.headroom.ui.model.MeterModel;
import studio.headroom.ui.model.StereoImage;
import studio.headroom.ui.song.SongSession;

/// The strip that was selected last, as the inspector shows it: what it is, its first equalizer and its first
/// compressor, its other effects, its sends, its meter, and advice. Follows the song and the selection until it is
/// closed; looks at the sound only between [#frame] and [#rest]. UI thread.
public final class InspectorModel implements AutoCloseable {
    private static final String EQ = "eq";
    private static final String COMPRESSOR = "compressor";
    private static final double ADVICE_SECONDS = 0.5;
    private static final String NO_SIDES = "a mono sound has no sides";

    private final SongSession session;
    private final MixerModel mixer;
    private final InsertLink link;
    private final EditorMemory memory;
    private final AdviceBoard board = new AdviceBoard();
    private final List<Runnable> observers = new CopyOnWriteArrayList<>();
    private final ChangeListener<Project> songListener = (observable, before, now) -> refresh();
    private final ChangeListener<List<String>> selectionListener = (observable, before, now) -> refresh();

    private @Nullable Shown shown;
    private int selected;
    private double adviceAge;

    /// What is shown of one strip.
    private static final class Shown {
        final StripModel strip;
        final MeterModel meter;
        final StripWatch watch;
        final StereoWatch stereo;
        StripFacts facts;
        /// What the facts were found from.
        List<Object> known = List.of();

        @Nullable
        Edited eq;

        @Nullable
        EqModel bands;

        @Nullable
        Edited compressor;

        List<EffectPower> others = List.of();
        List<SendItem> sends = List.of();
        Route output;
        Route group;
        List<Object> signature = List.of();

        Shown(StripModel strip, StripFacts facts, StereoWatch stereo) {
            this.stereo = stereo;
            this.strip = strip;
            this.facts = facts;
            meter = strip.mixer().meter(strip.id());
            watch = new StripWatch(strip);
            output = Route.output(strip);
            group = Route.group(strip);
        }
    }

    /// An effect with the sound around it.
    private record Edited(EditorModel model, EditorAnalysis analysis) {
        void close() {
            analysis.close();
            model.close();
        }
    }

    public InspectorModel(SongSession session, MixerModel mixer) {
        this(session, mixer, InsertLink.of(session.playback()), new EditorMemory());
    }

    /// @param mixer of the same song; it follows the song first
    /// @param link to what plays
    /// @param memory shared with the editors of the song
    public InspectorModel(SongSession session, MixerModel mixer, InsertLink link, EditorMemory memory) {
        this.session = session;
        this.mixer = mixer;
        this.link = link.beside();
        this.memory = memory;
        session.history().song().addListener(songListener);
        session.selection().strips().addListener(selectionListener);
        refresh();
    }

    /// Runs after what is shown has another form: another strip, other effects, sends, names; not for the values of
    /// controls.
    ///
    /// @return ends it
    public Runnable observe(Runnable observer) {
        observers.add(observer);
        return () -> observers.remove(observer);
    }

    // ---- following the song ----

    private void refresh() {
        selected = session.selection().strips().get().size();
        StripModel strip = mixer.focus().orElse(null);
        Shown now = shown;
        if (strip == null) {
            close(now);
            shown = null;
            if (now != null) {
                tell();
            }
            return;
        }
        if (now == null || now.strip != strip) {
            close(now);
            int rate = session.history().current().sampleRate();
            now = new Shown(strip, facts(strip), new StereoWatch(link, strip.id(), rate));
            shown = now;
        }
        takeFacts(now);
        takeEffects(now);
        takeSends(now);
        takeRoutes(now);
        List<Object> signature = signature(now);
        if (!signature.equals(now.signature)) {
            now.signature = signature;
            tell();
        }
    }

    private void tell() {
        observers.forEach(Runnable::run);
    }

    private StripFacts facts(StripModel strip) {
        return StripFacts.of(
                session.history().current(),
                strip.strip(),
                session.playback().meters().latency(strip.id()));
    }

    /// Found again only when something has changed that they depend on.
    private void takeFacts(Shown now) {
        Project song = session.history().current();
        Strip strip = now.strip.strip();
        List<Object> known = List.of(
                strip.kind(),
                strip.clips(),
                strip.inserts().stream().map(insert -> insert.type()).toList(),
                song.media(),
                song.strips().stream().map(Strip::id).toList(),
                now.strip.route(),
                session.playback().meters().latency(strip.id()));
        if (!known.equals(now.known)) {
            now.known = known;
            now.facts = facts(now.strip);
        }
        String reason = now.facts.channelsOut() == 1 ? NO_SIDES : null;
        ControlModel width = now.strip.width();
        if (!Objects.equals(reason, width.disabledReason())) {
            width.setDisabledReason(reason);
        }
    }

    private void takeEffects(Shown now) {
        List<InsertModel> inserts = now.strip.inserts();
        InsertModel eq = first(inserts, EQ);
        InsertModel compressor = first(inserts, COMPRESSOR);
        Edited eqBefore = now.eq;
        now.eq = edited(eqBefore, eq, true);
        if (now.eq != eqBefore) {
            now.bands = now.eq == null ? null : new EqModel(now.eq.model());
        }
        now.compressor = edited(now.compressor, compressor, false);
        List<InsertModel> others = inserts.stream()
                .filter(insert -> insert != eq && insert != compressor)
                .toList();
        if (!others.equals(now.others.stream().map(EffectPower::insert).toList())) {
            now.others.forEach(EffectPower::close);
            now.others = others.stream()
                    .map(insert -> new EffectPower(insert, now.strip.name()))
                    .toList();
        }
    }

    private static @Nullable InsertModel first(List<InsertModel> inserts, String type) {
        return inserts.stream()
                .filter(insert -> insert.insert().type().equals(type))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Edited edited(@Nullable Edited before, @Nullable InsertModel insert, boolean spectra) {
        if (before != null && insert != null && before.model().insertId().equals(insert.id())) {
            return before;
        }
        if (before != null) {
            before.close();
        }
        if (insert == null) {
            return null;
        }
        EditorModel model = new EditorModel(session.history(), link, insert.id(), memory);
        model.automateBy(mixer::showAutomation);
        return new Edited(model, new EditorAnalysis(model, spectra));
    }

    private void takeSends(Shown now) {
        List<SendModel> sends = now.strip.sends();
        if (!sends.equals(now.sends.stream().map(SendItem::send).toList())) {
            now.sends = sends.stream().map(send -> SendItem.of(now.strip, send)).toList();
        }
        now.sends.forEach(SendItem::show);
    }

    private void takeRoutes(Shown now) {
        Route output = Route.output(now.strip);
        if (!output.words().equals(now.output.words())) {
            now.output = output;
        }
        Route group = Route.group(now.strip);
        if (!group.words().equals(now.group.words())) {
            now.group = group;
        }
        now.output.showOutput(now.strip);
        now.group.showGroup(now.strip);
    }

    /// What a view is made from.
    private List<Object> signature(Shown now) {
        List<Object> all = new ArrayList<>(List.of(
                now.strip,
                selected,
                now.facts.line(),
                now.strip.color(),
                now.strip.strip().notes()));
        all.add(now.eq == null ? "" : now.eq.model());
        all.add(now.compressor == null ? "" : now.compressor.model());
        all.addAll(now.others);
        now.sends.forEach(
                item -> all.add(List.of(item, item.send().letter(), item.send().color())));
        all.add(now.output);
        all.add(now.group);
        return List.copyOf(all);
    }

    // ---- frames ----

    /// Takes in what has sounded since the last call; once a frame while it is seen.
    public void frame(double seconds) {
        frame(seconds, session.playback().playing().get());
    }

    void frame(double seconds, boolean playing) {
        Shown now = shown;
        if (now == null) {
            return;
        }
        if (!now.known.isEmpty()
                && !now.known.getLast().equals(session.playback().meters().latency(now.strip.id()))) {
            refresh();
        }
        now.meter.advance(seconds);
        advance(now.eq, seconds);
        advance(now.compressor, seconds);
        now.stereo.advance();
        if (playing) {
            now.watch.advance(seconds, now.facts.channelsIn() == 1, firstOf(now));
        }
        adviceAge += seconds;
        if (adviceAge >= ADVICE_SECONDS) {
            takeAdvice(now, adviceAge);
            adviceAge = 0;
        }
    }

    private static void advance(@Nullable Edited edited, double seconds) {
        if (edited != null) {
            edited.analysis().advance(seconds);
            edited.model().followPlayhead();
        }
    }

    private void takeAdvice(Shown now, double seconds) {
        Edited heard = now.eq == null ? now.compressor : now.eq;
        Edited compressor = now.compressor;
        Measured measured = now.watch.measured(
                now.facts,
                heard == null ? null : heard.analysis(),
                compressor == null ? null : compressor.model(),
                compressor == null ? null : compressor.analysis());
        if (board.take(now.strip.id(), Adviser.advise(measured), seconds)) {
            tell();
        }
    }

    /// The sound around the strip's first effect, where that is looked at: it comes in with trim and polarity alone.
    private static @Nullable EditorAnalysis firstOf(Shown now) {
        String first = now.strip.inserts().isEmpty()
                ? ""
                : now.strip.inserts().getFirst().id();
        for (Edited edited : new Edited[] {now.eq, now.compressor}) {
            if (edited != null && edited.model().insertId().equals(first)) {
                return edited.analysis();
            }
        }
        return null;
    }

    /// Nobody looks any more, until the next frame.
    public void rest() {
        Shown now = shown;
        if (now != null) {
            if (now.eq != null) {
                now.eq.analysis().close();
            }
            if (now.compressor != null) {
                now.compressor.analysis().close();
            }
            now.stereo.rest();
        }
    }

    // ---- what is shown ----

    public MixerModel mixer() {
        return mixer;
    }

    /// The strip that was selected last; empty while none is.
    public Optional<StripModel> strip() {
        return Optional.ofNullable(shown).map(now -> now.strip);
    }

    /// How many strips are selected.
    public int selected() {
        return selected;
    }

    private Shown now() {
        return Objects.requireNonNull(shown, "no strip is selected");
    }

    /// What the strip is. This and all that follow: only while there is a [#strip].
    public StripFacts facts() {
        return now().facts;
    }

    /// A meter of its own.
    public MeterModel meter() {
        return now().meter;
    }

    /// What leaves it, left against right.
    public StereoImage stereo() {
        return now().stereo.image();
    }

    public Route output() {
        return now().output;
    }

    public Route group() {
        return now().group;
    }

    /// The bands of its first equalizer.
    public Optional<EqModel> eq() {
        return Optional.ofNullable(now().bands);
    }

    /// The sound around that.
    public Optional<EditorAnalysis> eqSound() {
        return Optional.ofNullable(now().eq).map(Edited::analysis);
    }

    /// Its first compressor.
    public Optional<EditorModel> compressor() {
        return Optional.ofNullable(now().compressor).map(Edited::model);
    }

    /// The sound around that.
    public Optional<EditorAnalysis> compressorSound() {
        return Optional.ofNullable(now().compressor).map(Edited::analysis);
    }

    /// Its effects beside those two, in order, with their switches.
    List<EffectPower> others() {
        return now().others;
    }

    public List<SendItem> sends() {
        return now().sends;
    }

    public Optional<Advice> advice() {
        return board.shown();
    }

    // ---- what a person does ----

    /// Adds an equalizer in front.
    public void addEq() {
        mixer.actions().addInsert(now().strip.id(), EQ, 0);
    }

    /// Adds a compressor behind the equalizer, or in front.
    public void addCompressor() {
        List<InsertModel> inserts = now().strip.inserts();
        InsertModel eq = first(inserts, EQ);
        int index = eq == null ? 0 : inserts.indexOf(eq) + 1;
        mixer.actions().addInsert(now().strip.id(), COMPRESSOR, index);
    }

    /// Takes the advice away, from this strip for as long as the song is open.
    public void dismiss() {
        board.dismiss();
        tell();
    }

    private static void close(@Nullable Shown gone) {
        if (gone != null) {
            if (gone.eq != null) {
                gone.eq.close();
            }
            if (gone.compressor != null) {
                gone.compressor.close();
            }
            gone.others.forEach(EffectPower::close);
            gone.stereo.rest();
        }
    }

    @Override
    public void close() {
        close(shown);
        shown = null;
        observers.clear();
        session.history().song().removeListener(songListener);
        session.selection().strips().removeListener(selectionListener);
    }
}
