package studio.headroom.ui.inspector;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import studio.headroom.audio.Decibels;
import studio.headroom.engine.live.LiveMeters;
import studio.headroom.engine.meter.MasterReading;
import studio.headroom.engine.meter.StripMeter;
import studio.headroom.engine.meter.StripReading;
import studio.headroom.project.PanLaw;
import studio.headroom.project.Strip;
import studio.headroom.ui.editor.model.EditorAnalysis;
import studio.headroom.ui.editor.model.EditorModel;
import studio.headroom.ui.mixer.InsertModel;
import studio.headroom.ui.mixer.StripModel;
import studio.headroom.ui.song.Playback;

/// What the meters have said of one strip since it was selected. UI thread.
final class StripWatch {
    private static final int PARTS = 6;
    private static final double PART_SECONDS = 0.5;
    private static final double SILENCE_DB = -70;
    private static final double MEAN_SECONDS = 3;
    private static final double WORKS_DB = 0.3;

    private final StripModel strip;
    private final double[] parts = new double[PARTS];
    private int part;
    private double inPart;
    private double soundSeconds;
    /// The highest peak before the effects, as if there were no trim.
    private double untrimmedDb = Double.NaN;

    private double correlation = Double.NaN;

    StripWatch(StripModel strip) {
        this.strip = strip;
        Arrays.fill(parts, Double.NEGATIVE_INFINITY);
    }

    private Playback playback() {
        return strip.mixer().session().playback();
    }

    private @Nullable StripMeter levels() {
        return playback()
                .meters()
                .strip(strip.id())
                .map(LiveMeters.Strip::levels)
                .orElse(null);
    }

    /// Takes in what sounds now; only while it plays.
    ///
    /// @param mono whether its clips are
    /// @param first the sound around its first effect, where that is looked at
    void advance(double seconds, boolean mono, @Nullable EditorAnalysis first) {
        StripMeter levels = levels();
        if (levels == null) {
            return;
        }
        double peak =
                Decibels.fromGain(Math.max(levels.get(StripReading.PEAK_LEFT), levels.get(StripReading.PEAK_RIGHT)));
        parts[part] = Math.max(parts[part], peak);
        inPart += seconds;
        if (inPart >= PART_SECONDS) {
            inPart = 0;
            part = (part + 1) % PARTS;
            parts[part] = Double.NEGATIVE_INFINITY;
        }
        double input = first == null ? inputBehind(peak, mono) : first.inputDb();
        if (input > SILENCE_DB || peak > SILENCE_DB) {
            soundSeconds += seconds;
        }
        if (input > SILENCE_DB) {
            double untrimmed = input - strip.trim().value();
            untrimmedDb = Double.isNaN(untrimmedDb) ? untrimmed : Math.max(untrimmedDb, untrimmed);
        }
        if (strip.kind() == Strip.Kind.MASTER && peak > SILENCE_DB) {
            double now = playback().engine().master().get(MasterReading.CORRELATION);
            double share = Math.min(1, seconds / MEAN_SECONDS);
            correlation = Double.isNaN(correlation) ? now : correlation + share * (now - correlation);
        }
    }

    /// What comes in, found from what leaves: of a strip whose fader and pan are all that lies between; else NaN.
    private double inputBehind(double peak, boolean mono) {
        boolean plain = strip.inserts().stream().noneMatch(InsertModel::isOn)
                && !strip.mute().isOn()
                && !strip.silentBySolo()
                && !strip.volume().automated()
                && (mono || strip.width().value() == 100)
                && strip.volume().value() > -60;
        if (!plain) {
            return Double.NaN;
        }
        if (strip.mixer().meters().beforeFader().get()) {
            return peak;
        }
        // The louder side of a stereo strip is at unity.
        PanLaw law = strip.mixer().session().history().current().panLaw();
        double louder = mono ? law.louderGain(strip.pan().value()) : 1;
        return peak - strip.volume().value() - Decibels.fromGain(louder);
    }

    private double recentDb() {
        double recent = Arrays.stream(parts).max().orElse(Double.NEGATIVE_INFINITY);
        return recent > 0 || soundSeconds >= PARTS * PART_SECONDS ? recent : Double.NaN;
    }

    /// All that is known.
    ///
    /// @param sides the sound around an effect, for the correlation; null where none is looked at
    Measured measured(
            StripFacts facts,
            @Nullable EditorAnalysis sides,
            @Nullable EditorModel compressor,
            @Nullable EditorAnalysis reduction) {
        StripMeter levels = levels();
        double highest = levels == null
                ? Double.NEGATIVE_INFINITY
                : Decibels.fromGain(Math.max(
                        levels.get(StripReading.HIGHEST_PEAK_LEFT), levels.get(StripReading.HIGHEST_PEAK_RIGHT)));
        double alike = facts.channelsOut() == 1 ? Double.NaN : sides == null ? correlation : sides.correlation();
        double deepest = 0;
        double sum = 0;
        int works = 0;
        int deep = 0;
        boolean on = compressor != null && compressor.power().isOn();
        for (int i = 0; reduction != null && on && i < EditorAnalysis.COLUMNS; i++) {
            double db = reduction.reductionDb(i);
            deepest = Math.max(deepest, db);
            if (db > WORKS_DB) {
                sum += db;
                works++;
            }
            deep += db > Adviser.DEEP_DB ? 1 : 0;
        }
        return new Measured(
                strip.name(),
                strip.kind() == Strip.Kind.MASTER ? "" : facts.output(),
                highest,
                levels == null ? 0 : Math.round(levels.get(StripReading.CLIPPED)),
                recentDb(),
                soundSeconds,
                untrimmedDb + strip.trim().value(),
                strip.trim().value(),
                alike,
                facts.channelsOut() == 1 ? Double.NaN : strip.width().value(),
                deepest,
                works == 0 ? 0 : sum / works,
                (double) deep / EditorAnalysis.COLUMNS_PER_SECOND,
                compressor == null
                        ? Double.NaN
                        : compressor.control("threshold").value());
    }
}
