package studio.headroom.mastering.gentle;

import java.util.Optional;
import studio.headroom.audio.Decibels;
import studio.headroom.effects.CompressorCurve;
import studio.headroom.project.Span;

/// Judges what turns down: compressors, limiter, clipper, de-esser.
///
/// @param settings of the effect
/// @param work what was measured of it
/// @param places of the song
record DynamicsJudge(Settings settings, Work work, SongPlaces places) {
    static final double COMPRESSION_DB = 3;
    static final double LIMITING_DB = 4;
    /// Peaks that are cut off rather than turned down are heard sooner.
    static final double CLIPPING_DB = 2;

    Verdict compressor() {
        double mix = settings.get("mix") / 100;
        CompressorCurve curve = new CompressorCurve(settings.plain());
        double most = blended(curve.reductionDb(0), mix);
        Work heard = blended(work, mix);
        if (most < 0.05) {
            return Verdict.idle("Takes nothing away", "With these settings no level is turned down.");
        }
        if (!heard.isKnown()) {
            return most <= COMPRESSION_DB + 0.05
                    ? Verdict.gentle(
                            "Never takes more than " + Settings.db(most), "Its settings keep it there, whatever comes.")
                    : unheard("its threshold is at " + settings.text("threshold"));
        }
        if (heard.deepestDb() > COMPRESSION_DB + 0.05) {
            double slope = 1 - 1 / settings.get("ratio");
            double raise = up((heard.deepestDb() - COMPRESSION_DB) / Math.max(0.1, slope * mix), 0.5);
            return tooFar(
                    heard,
                    COMPRESSION_DB,
                    "Beyond 3 dB it is heard as squash. Try the threshold " + Settings.db(raise) + " higher.");
        }
        return fine(heard, keyed());
    }

    /// The next multiple of a step; what is a hundredth over one counts as it.
    private static double up(double db, double step) {
        return Math.ceil((db - 0.01) / step) * step;
    }

    /// Parallel compression takes less than its compressor.
    private static double blended(double reductionDb, double mix) {
        return -Decibels.fromGain(1 - mix + mix * Decibels.toGain(-reductionDb)) + 0.0;
    }

    private static Work blended(Work work, double mix) {
        return work.isKnown()
                ? new Work(blended(work.deepestDb(), mix), blended(work.usualDb(), mix), work.print())
                : work;
    }

    private String keyed() {
        return settings.text("key.slope").equals("off") ? "" : " Its low cut spares the kick.";
    }

    Verdict multiband() {
        if (!work.isKnown()) {
            double most = 0;
            for (int band = 1; band <= Integer.parseInt(settings.text("bands")); band++) {
                if (settings.isOn("band" + band + ".on")) {
                    most = Math.max(most, settings.get("band" + band + ".range"));
                }
            }
            return most <= COMPRESSION_DB
                    ? Verdict.gentle("No band takes more than " + Settings.db(most), "Its ranges keep it there.")
                    : unheard("bands may take " + Settings.db(most) + " at most");
        }
        boolean far = work.deepestDb() > COMPRESSION_DB + 0.05;
        if (far && expansion() > COMPRESSION_DB + 0.05) {
            return tooFar(
                    work,
                    COMPRESSION_DB,
                    "A band that expands takes up to " + Settings.db(expansion())
                            + " from what is soft, and with it tails" + " and rooms. Set its range to 3 dB.");
        }
        return far
                ? tooFar(
                        work,
                        COMPRESSION_DB,
                        "A band beyond 3 dB changes the tone from bar to bar. Raise its threshold, or set its range to"
                                + " 3 dB.")
                : fine(work, "");
    }

    /// The most that any band of a multiband takes from what is soft, in dB.
    private double expansion() {
        double most = 0;
        for (int band = 1; band <= Integer.parseInt(settings.text("bands")); band++) {
            String id = "band" + band + ".";
            if (settings.isOn(id + "on") && settings.text(id + "mode").equals("expand")) {
                most = Math.max(most, settings.get(id + "range"));
            }
        }
        return most;
    }

    Verdict deEsser() {
        if (!work.isKnown()) {
            double most = settings.get("range");
            return most <= COMPRESSION_DB
                    ? Verdict.gentle("Never takes more than " + Settings.db(most), "Its range keeps it there.")
                    : unheard("it may take " + Settings.db(most) + " at most");
        }
        return work.deepestDb() > COMPRESSION_DB + 0.05
                ? tooFar(
                        work,
                        COMPRESSION_DB,
                        "In a whole mix that dulls cymbals and snare too. Set its range to 3 dB, or de-ess the voice in"
                                + " the mix.")
                : work.deepestDb() < Work.LEAST_DB
                        ? Verdict.gentle("Finds nothing sharp", "Raise its sensitivity until single s sounds move it.")
                        : Verdict.gentle("Within 3 dB: cymbals stay bright", average(work));
    }

    Verdict limiter() {
        double gain = settings.get("gain");
        if (!work.isKnown()) {
            return unheard("its gain is " + Settings.signed(gain) + ", its ceiling " + settings.text("ceiling") + "TP");
        }
        if (work.deepestDb() > LIMITING_DB + 0.05) {
            double less = up(work.deepestDb() - LIMITING_DB, 0.1);
            String cure = gain >= less
                    ? "Try " + Settings.db(less) + " less gain, or lower what peaks there in the mix."
                    : "Lower what peaks there in the mix, or what comes before by " + Settings.db(less) + ".";
            return tooFar(work, LIMITING_DB, "Beyond 4 dB drums lose their punch. " + cure);
        }
        String style = settings.text("style").equals("aggressive") ? " Its aggressive style lets peaks be heard." : "";
        if (work.deepestDb() < Work.LEAST_DB) {
            return Verdict.gentle(
                    "Catches next to nothing", "It only guards the ceiling of " + settings.text("ceiling") + "TP.");
        }
        return Verdict.gentle("At most " + Settings.db(-work.deepestDb()) + ", within 4 dB", average(work) + style);
    }

    Verdict clipper() {
        if (!work.isKnown()) {
            return unheard("its gain is " + Settings.signed(settings.get("gain")) + ", its ceiling "
                    + settings.text("ceiling"));
        }
        if (work.deepestDb() > CLIPPING_DB + 0.05) {
            return tooFar(
                    work,
                    CLIPPING_DB,
                    "Peaks that lose more than 2 dB are heard as grit. Try "
                            + Settings.db(up(work.deepestDb() - CLIPPING_DB, 0.1)) + " less gain.");
        }
        return work.deepestDb() < Work.LEAST_DB
                ? Verdict.gentle("Cuts next to nothing off", "No peak reaches its ceiling.")
                : Verdict.gentle(
                        "Cuts off " + Settings.db(work.deepestDb()) + " at most",
                        "Short peaks, below what is heard as grit.");
    }

    private static Verdict unheard(String settings) {
        return Verdict.idle("Not heard yet", "Play the song: " + settings + ".");
    }

    private static Verdict fine(Work work, String more) {
        if (work.deepestDb() < Work.LEAST_DB) {
            return Verdict.gentle(
                    "Takes next to nothing", "Lower the threshold until it takes 1 dB or 2 at the loudest.");
        }
        String title = work.deepestDb() < 1 ? "Under 1 dB: a light touch" : "1 to 3 dB: glue, not squash";
        return Verdict.gentle(title, average(work) + more);
    }

    private static String average(Work work) {
        return "At most " + Settings.db(-work.deepestDb()) + ", " + Settings.db(-work.usualDb()) + " on average"
                + (work.print() == null ? ", in the last seconds." : ".");
    }

    /// Where it is, how far it goes, and what helps.
    private Verdict tooFar(Work heard, double limitDb, String cure) {
        String deepest = Settings.db(-heard.deepestDb()) + " is not gentle";
        Optional<Span> span = work.beyond(limitDb, places.sampleRate());
        if (span.isEmpty()) {
            return Verdict.note(deepest, (heard.print() == null ? "In the last seconds. " : "") + cure);
        }
        String name = places.name(span.get().start());
        return Verdict.note(name.isEmpty() ? deepest : name + ": " + deepest, places.time(span.get()) + ". " + cure);
    }
}
