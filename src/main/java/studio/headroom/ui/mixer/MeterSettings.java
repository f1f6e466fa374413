package studio.headroom.ui.mixer;

import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import studio.headroom.ui.model.MeterBallistics;

/// How the meters of all strips read: what their bars show, where the sound is taken, and how fast they fall. UI
/// thread.
public final class MeterSettings {
    /// The falls to choose from in dB a second: that of slow, medium and type I to fast meters.
    public static final List<Double> FALLS = List.of(6.6, 8.6, 12.0, MeterBallistics.FALL_DB_PER_SECOND, 20.0, 32.0);

    private final ObjectProperty<MeterReads> reads = new SimpleObjectProperty<>(MeterReads.BOTH);
    private final BooleanProperty beforeFader = new SimpleBooleanProperty();
    private final DoubleProperty fall = new SimpleDoubleProperty(MeterBallistics.FALL_DB_PER_SECOND);

    MeterSettings() {}

    public ObjectProperty<MeterReads> reads() {
        return reads;
    }

    /// Whether levels are taken before the fader, behind the effects. Loudness is always what leaves the strip.
    public BooleanProperty beforeFader() {
        return beforeFader;
    }

    /// How fast bars fall, in dB a second, of [#FALLS].
    public DoubleProperty fall() {
        return fall;
    }

    /// In a word or two: "Peak + RMS, pre".
    public String words() {
        MeterReads now = reads.get();
        return now == MeterReads.LOUDNESS ? now.words() : now.words() + (beforeFader.get() ? ", pre" : ", post");
    }

    /// A fall in words: "13.3 dB/s".
    static String words(double fall) {
        return String.format(Locale.ROOT, "%.1f dB/s", fall);
    }
}
