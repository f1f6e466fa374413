package studio.headroom.ui.master;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import studio.headroom.dsp.analysis.ToneBand;
import studio.headroom.mastering.audition.Audition;

/// What of the master is heard, and how loud. It belongs to the listener: nothing of it reaches a file, and nothing of
/// it is undone. UI thread.
public final class Hearing {
    private final BooleanProperty bypass = new SimpleBooleanProperty();
    private final BooleanProperty matched = new SimpleBooleanProperty(true);
    private final StringProperty reference = new SimpleStringProperty("");
    private final StringProperty otherPrint = new SimpleStringProperty("");
    private final BooleanProperty other = new SimpleBooleanProperty();
    private final DoubleProperty playbackDb = new SimpleDoubleProperty();
    private final DoubleProperty playbackCeiling = new SimpleDoubleProperty(Double.NaN);
    private final ObjectProperty<@Nullable ToneBand> band = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Tried> tried = new SimpleObjectProperty<>();
    private final ObjectProperty<Audition.Coded> coded = new SimpleObjectProperty<>(Audition.Coded.NONE);
    private final DoubleProperty raiseDb = new SimpleDoubleProperty();
    private final ReadOnlyObjectWrapper<Set<Audition.Wanted>> compared = new ReadOnlyObjectWrapper<>(Set.of());
    private final ReadOnlyDoubleWrapper gainDb = new ReadOnlyDoubleWrapper();

    /// Chains that are tried one against the other, and so all heard at one loudness.
    ///
    /// @param lufs that loudness
    /// @param master the loudness of the chain that is in the song for the moment, as its trial measured it; NaN
    /// where
    ///     it is no trial's
    public record Tried(double lufs, double master) {}

    public Hearing() {
        coded.addListener((observable, before, now) -> {
            if (now != Audition.Coded.NONE) {
                bypass.set(false);
                other.set(false);
                reference.set("");
            }
        });
        bypass.addListener((observable, before, now) -> uncode(now));
        other.addListener((observable, before, now) -> uncode(now));
        reference.addListener((observable, before, now) -> uncode(!now.isEmpty()));
        tried.addListener((observable, before, now) -> uncode(now != null));
    }

    private void uncode(boolean elsewhere) {
        if (elsewhere) {
            coded.set(Audition.Coded.NONE);
        }
    }

    /// What of the coded master is wanted in place of the master, as soon as there is one. It excludes bypass,
    /// references,
    /// the other print and what is tried: whichever is chosen last is heard.
    public ObjectProperty<Audition.Coded> coded() {
        return coded;
    }

    /// By how much the difference of the coded master is to be raised, in dB; guarded by whoever makes it sound.
    public DoubleProperty raiseDb() {
        return raiseDb;
    }

    /// Whether the print is heard without the chain.
    public BooleanProperty bypass() {
        return bypass;
    }

    /// Whether what is compared is heard at one loudness; the master by itself is heard as it is.
    public BooleanProperty matched() {
        return matched;
    }

    /// The id of the reference that is heard in place of the master, or empty.
    public StringProperty reference() {
        return reference;
    }

    /// The name of the print that the chosen one is compared with, or empty.
    public StringProperty otherPrint() {
        return otherPrint;
    }

    /// Whether that other print is heard in place of the chosen one.
    public BooleanProperty other() {
        return other;
    }

    /// By how much the master is played louder or softer, in dB, to be heard as loud as a service will play it; 0 for
    /// as it is.
    public DoubleProperty playbackDb() {
        return playbackDb;
    }

    /// Where that service limits what it has raised, in dBFS; NaN where it limits nothing.
    public DoubleProperty playbackCeiling() {
        return playbackCeiling;
    }

    /// The band that is heard alone, of whatever is heard; null for all.
    public ObjectProperty<@Nullable ToneBand> band() {
        return band;
    }

    /// What is tried; null while nothing is.
    public ObjectProperty<@Nullable Tried> tried() {
        return tried;
    }

    /// What is compared with the master, all of it at one loudness: what was flipped to since the comparison began.
    /// Empty while nothing is compared.
    public ReadOnlyObjectProperty<Set<Audition.Wanted>> compared() {
        return compared.getReadOnlyProperty();
    }

    /// Whether anything is heard at another loudness than its own so that it can be compared.
    public boolean isMatching() {
        return tried.get() != null || !compared.get().isEmpty();
    }

    /// By how much what is heard is turned up or down for the listener, in dB.
    public ReadOnlyDoubleProperty gainDb() {
        return gainDb.getReadOnlyProperty();
    }

    /// Hears the whole master as it is, and compares no more until the next flip.
    public void endComparing() {
        bypass.set(false);
        other.set(false);
        band.set(null);
        reference.set("");
        coded.set(Audition.Coded.NONE);
        compared.set(Set.of());
    }

    void compare(Audition.Wanted more) {
        if (!compared.get().contains(more)) {
            Set<Audition.Wanted> all = new LinkedHashSet<>(compared.get());
            all.add(more);
            compared.set(Set.copyOf(all));
        }
    }

    void compareNoMore() {
        compared.set(Set.of());
    }

    /// What is not there any more is not compared.
    void compareOnly(Predicate<Audition.Wanted> there) {
        if (!compared.get().stream().allMatch(there)) {
            compared.set(compared.get().stream().filter(there).collect(Collectors.toUnmodifiableSet()));
        }
    }

    void tellGain(double db) {
        gainDb.set(db);
    }
}
