package studio.headroom.mastering.gentle;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.headroom.effects.EqCurve;

/// Judges an equalizer by its bands, and by what they add up to.
final class EqJudge {
    /// How far a move may go, in dB.
    static final double LIMIT_DB = 1;

    /// How far a dynamic band may go, in dB: as far as compression.
    private static final double DYNAMIC_DB = 3;
    /// Below is rumble, and above is air that few hear, in Hz.
    private static final double RUMBLE = 40;

    private static final double AIR = 16_000;
    /// Figures are set to tenths.
    private static final double ROUNDING = 0.05;

    private static final Set<String> MOVING =
            Set.of("bell", "low-shelf", "high-shelf", "low-baxandall", "high-baxandall", "tilt");

    private final Settings settings;
    private final int sampleRate;
    private final EqCurve curve;
    private int moves;
    private int beyond;
    /// The band that goes furthest, from 1, and how far.
    private int largest;

    private double largestDb;

    EqJudge(Settings settings, int sampleRate) {
        this.settings = settings;
        this.sampleRate = sampleRate;
        curve = new EqCurve(settings.plain(), sampleRate);
        for (int band = 1; band <= curve.bands(); band++) {
            double db = gain(band);
            if (db != 0) {
                moves++;
                beyond += Math.abs(db) > LIMIT_DB + 1e-9 ? 1 : 0;
                if (Math.abs(db) > Math.abs(largestDb)) {
                    largestDb = db;
                    largest = band;
                }
            }
        }
    }

    /// The gain of a band that raises or lowers, in dB; 0 for one that does not.
    private double gain(int band) {
        return isOn(band) && MOVING.contains(word(band, "type"))
                ? settings.get("band" + band + ".gain") * settings.get("scale") / 100
                : 0;
    }

    private boolean isOn(int band) {
        return settings.isOn("band" + band + ".on");
    }

    private String word(int band, String what) {
        return settings.text("band" + band + "." + what);
    }

    private double hertz(int band) {
        return settings.get("band" + band + ".freq");
    }

    /// The largest gain, in dB, with its sign; 0 where no band moves.
    double largestDb() {
        return largestDb;
    }

    Verdict verdict() {
        for (int band = 1; band <= curve.bands(); band++) {
            if (isOn(band)) {
                Verdict found = cut(band);
                if (found != null) {
                    return found;
                }
            }
        }
        if (beyond > 0) {
            return tooFar();
        }
        Verdict moving = dynamics();
        if (moving != null) {
            return moving;
        }
        return together();
    }

    private Verdict tooFar() {
        String more = beyond > 1
                ? " So " + (beyond == 2 ? "does one more band." : "do " + (beyond - 1) + " more bands.")
                : "";
        return Verdict.note(
                place(largest, largestDb) + " is not gentle",
                "A move beyond 1 dB changes the balance of the mix." + more + " Try "
                        + Settings.signed(Math.copySign(LIMIT_DB, largestDb)) + ", or mend it in the mix.");
    }

    private String place(int band, double db) {
        String part = word(band, "place");
        return Settings.hertz(hertz(band)) + " " + Settings.signed(db)
                + (part.equals("stereo") ? "" : " (" + part + ")");
    }

    /// What is taken away altogether; null where that is usual.
    private @Nullable Verdict cut(int band) {
        String at = Settings.hertz(hertz(band));
        return switch (word(band, "type")) {
            case "low-cut" ->
                hertz(band) > RUMBLE && !sideOnly(band)
                        ? Verdict.note(
                                "The low cut at " + at + " takes bass",
                                "Up to 40 Hz it takes rumble; from there on, kick and bass. Try 24 Hz.")
                        : null;
            case "high-cut" ->
                hertz(band) < AIR
                        ? Verdict.note(
                                "The high cut at " + at + " takes air",
                                "Below 16 kHz it dulls cymbals and voices. Try 18 kHz, or a high shelf of −1 dB.")
                        : null;
            case "notch" ->
                Verdict.note(
                        "A notch at " + at + " removes a tone",
                        "Right against a hum or a whistle, and a hole in the music otherwise.");
            case "band-pass" ->
                Verdict.note("Only a band around " + at + " is left", "A band-pass removes everything else.");
            default -> null;
        };
    }

    /// Sides without bass are usual: records are cut so.
    private boolean sideOnly(int band) {
        return word(band, "place").equals("side") && hertz(band) <= 200;
    }

    private @Nullable Verdict dynamics() {
        for (int band = 1; band <= curve.bands(); band++) {
            if (isOn(band) && settings.isOn("band" + band + ".dyn.on")) {
                double range = settings.get("band" + band + ".dyn.range");
                if (Math.abs(range) > DYNAMIC_DB + 1e-9) {
                    return Verdict.note(
                            Settings.hertz(hertz(band)) + " may move by " + Settings.signed(range),
                            "Beyond 3 dB a dynamic band is heard to move. Try a range of "
                                    + Settings.signed(Math.copySign(DYNAMIC_DB, range)) + ".");
                }
            }
        }
        return null;
    }

    /// Bands that lie on one another add up.
    private Verdict together() {
        double most = 0;
        double where = 0;
        for (String part : new String[] {"mid", "side", "left", "right"}) {
            for (double hz = 20; hz <= Math.min(20_000, 0.49 * sampleRate); hz *= 1.06) {
                double sum = sum(part, hz);
                if (Math.abs(sum) > Math.abs(most)) {
                    most = sum;
                    where = hz;
                }
            }
        }
        if (Math.abs(most) > LIMIT_DB + ROUNDING) {
            return Verdict.note(
                    "Bands add up to " + Settings.signed(most),
                    "Each is within 1 dB, but around " + Settings.hertz(where)
                            + " they lie on one another. Lower one of them, or make it narrower.");
        }
        if (moves == 0) {
            return atRest();
        }
        String largestMove = "Largest: " + place(largest, largestDb) + ".";
        return Verdict.gentle(
                Math.abs(largestDb) < LIMIT_DB - 1e-9 ? "All moves are under 1 dB" : "No move is beyond 1 dB",
                "Gentle, and normal here. " + largestMove);
    }

    /// One that neither raises nor lowers.
    private Verdict atRest() {
        for (int band = 1; band <= curve.bands(); band++) {
            if (isOn(band) && settings.isOn("band" + band + ".dyn.on")) {
                return Verdict.gentle("Moves only with the sound", "At rest it is flat; no band may go beyond 3 dB.");
            }
        }
        return cuts()
                ? Verdict.gentle("Only the ends are cut", "There is little music below 40 Hz and above 16 kHz.")
                : Verdict.idle("Flat: nothing is changed", "Double-click the curve to add a band.");
    }

    /// Whether there is a low cut or a high cut.
    boolean cuts() {
        for (int band = 1; band <= curve.bands(); band++) {
            if (isOn(band) && word(band, "type").endsWith("-cut")) {
                return true;
            }
        }
        return false;
    }

    private double sum(String part, double hz) {
        double sum = 0;
        for (int band = 1; band <= curve.bands(); band++) {
            String place = word(band, "place");
            if (gain(band) != 0 && (place.equals("stereo") || place.equals(part))) {
                sum += curve.bandDb(band - 1, hz);
            }
        }
        return sum;
    }
}
