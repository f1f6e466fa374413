package studio.headroom.ui.song;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.live.LiveEngine;
import studio.headroom.engine.plan.Listening;
import studio.headroom.mastering.FactoryChain;
import studio.headroom.project.Insert;

/// What a listener hears of the open song: what solo does, and whether the mix goes through a mastering chain, as loud
/// as without it. It belongs to the listener: no render, print or save knows of it. The only one that tells the engine
/// how to listen. UI thread.
public final class ListeningState {
    /// What there is to say where the song has no chain and no other was chosen.
    public static final String NO_CHAIN = "the song has no mastering chain yet";

    private final LiveEngine engine;
    private final SongHistory history;
    private final ObjectProperty<Listening.Solo> solo = new SimpleObjectProperty<>(Listening.Solo.IN_PLACE);
    private final DoubleProperty frontDb = new SimpleDoubleProperty(Listening.DEFAULT_FRONT_DB);
    private final BooleanProperty throughMaster = new SimpleBooleanProperty();
    private final BooleanProperty matched = new SimpleBooleanProperty(true);
    private final ObjectProperty<@Nullable FactoryChain> instead = new SimpleObjectProperty<>(null);
    private final ReadOnlyBooleanWrapper mixPlays = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper hasChain = new ReadOnlyBooleanWrapper();
    private List<Insert> playout = List.of();
    private Listening told = Listening.TO_THE_MIX;
    private boolean toldMatched;

    ListeningState(LiveEngine engine, SongHistory history) {
        this.engine = engine;
        this.history = history;
        history.song().addListener(observable -> follow());
        solo.addListener(observable -> follow());
        frontDb.addListener(observable -> follow());
        throughMaster.addListener(observable -> follow());
        matched.addListener(observable -> follow());
        instead.addListener(observable -> follow());
        mixPlays.addListener(observable -> follow());
        follow();
    }

    /// Whether solo silences the others, turns them down, or leaves the mix alone and lets the soloed strips be heard
    /// by
    /// themselves.
    public ObjectProperty<Listening.Solo> solo() {
        return solo;
    }

    /// How far solo in front turns the others down, in dB, below 0.
    public DoubleProperty frontDb() {
        return frontDb;
    }

    /// Whether the mix is heard through the mastering chain; off, at once, where there is none.
    public BooleanProperty throughMaster() {
        return throughMaster;
    }

    /// Whether the chain is heard as loud as the mix without it.
    public BooleanProperty matched() {
        return matched;
    }

    /// A chain of the program that is heard instead of the song's own one; null for the song's.
    public ObjectProperty<@Nullable FactoryChain> instead() {
        return instead;
    }

    /// Whether what plays is the mix; where another place plays something of its own, the chain and the ways of solo do
    /// not apply, and hold again when the mix is back.
    public ReadOnlyBooleanProperty mixPlays() {
        return mixPlays.getReadOnlyProperty();
    }

    /// What is heard in place of the mix is heard through these effects, by whoever listens and nobody else.
    void playout(List<Insert> effects) {
        if (!effects.equals(playout)) {
            playout = List.copyOf(effects);
            follow();
        }
    }

    void mixPlays(boolean now) {
        mixPlays.set(now);
    }

    /// Whether there is a chain to listen through.
    public ReadOnlyBooleanProperty hasChain() {
        return hasChain.getReadOnlyProperty();
    }

    /// Whether the song has a chain of its own.
    public boolean songHasChain() {
        return !history.current().mastering().chain().isEmpty();
    }

    private List<Insert> chain() {
        FactoryChain other = instead.get();
        return other == null ? history.current().mastering().chain() : own(other);
    }

    /// Under ids that no insert of the song has.
    private static List<Insert> own(FactoryChain factory) {
        List<Insert> chain = new ArrayList<>();
        for (Insert insert : factory.chain()) {
            chain.add(
                    new Insert("listen-" + factory.name() + "-" + chain.size(), insert.type(), insert.values(), null));
        }
        return chain;
    }

    private void follow() {
        List<Insert> chain = chain();
        hasChain.set(!chain.isEmpty());
        if (chain.isEmpty() && throughMaster.get()) {
            // Comes back here.
            throughMaster.set(false);
            return;
        }
        boolean through = throughMaster.get() && mixPlays.get();
        Listening now = mixPlays.get()
                ? new Listening(Objects.requireNonNull(solo.get()), through ? chain : List.of(), frontDb.get())
                : new Listening(Listening.Solo.IN_PLACE, playout);
        boolean matches = through && matched.get();
        if (!now.equals(told) || matches != toldMatched) {
            told = now;
            toldMatched = matches;
            engine.listen(now, matches);
        }
    }
}
