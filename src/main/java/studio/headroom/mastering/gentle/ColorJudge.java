package studio.headroom.mastering.gentle;

import studio.headroom.effects.SaturationCurve;

/// Judges what adds color or changes width.
///
/// @param settings of the effect
record ColorJudge(Settings settings) {
    /// Harmonics of a tone at -12 dBFS that few hear in music, in percent.
    static final double SUBTLE_PERCENT = 1;
    /// What tape has at its highest recording level, by its usual definition: 3 % of third harmonic (IEC 60094).
    static final double TAPE_PERCENT = 3;
    /// How far sides may be moved, in dB.
    static final double WIDTH_DB = 2;

    private static final double AMPLITUDE = 0.25;
    private static final int HARMONICS = 9;
    private static final double MOST_STEREOIZE = 20;

    /// The harmonics that a saturation makes of a tone at -12 dBFS, in percent of the tone.
    static double harmonicsPercent(Settings settings) {
        double[] db = new SaturationCurve(settings.plain()).harmonics(AMPLITUDE, HARMONICS);
        double power = 0;
        for (double each : db) {
            power += each <= -119 ? 0 : Math.pow(10, each / 10);
        }
        return 100 * Math.sqrt(power);
    }

    Verdict saturation() {
        double percent = harmonicsPercent(settings);
        double mix = settings.get("mix");
        if (mix == 0 || settings.get("drive") == 0) {
            return Verdict.idle("Adds nothing", "Drive or mix is at 0.");
        }
        if (percent < 0.01) {
            return Verdict.gentle("Bends peaks alone", "Below −12 dBFS it adds nothing that could be heard.");
        }
        String title = "Adds " + Settings.percent(percent) + " harmonics";
        if (percent <= SUBTLE_PERCENT) {
            return Verdict.gentle(title, "Below what most hear. Compare it at equal loudness.");
        }
        double less = Math.max(1, Math.floor(mix * SUBTLE_PERCENT / percent));
        String cure = "Try a mix of " + Math.round(less) + " %, or less drive.";
        return percent <= TAPE_PERCENT
                ? Verdict.note(title, "Above 1 % dense music is heard to change color. " + cure)
                : Verdict.note(title, "More than tape at its limit, which is 3 %. " + cure);
    }

    Verdict imager() {
        int bands = Integer.parseInt(settings.text("bands"));
        double stereoize = settings.get("stereoize");
        boolean bass = settings.isOn("bass.mono");
        double widest = 100;
        String where = "";
        for (int band = 1; band <= bands; band++) {
            double width = settings.get("width") * settings.get("band" + band + ".width") / 100;
            boolean lows = band == 1 && bands > 1 && settings.get("crossover1.freq") <= 200;
            if (!(lows && width < 100) && Math.abs(sideDb(width)) > Math.abs(sideDb(widest))) {
                widest = width;
                where = bands > 1 && settings.get("band" + band + ".width") != 100 ? " in band " + band : "";
            }
        }
        String mono = bass ? " Bass is mono below " + settings.text("bass.freq") + "." : "";
        if (stereoize > MOST_STEREOIZE) {
            return Verdict.note(
                    "Stereoize of " + Settings.percent(stereoize) + " blurs the middle",
                    "Beyond 20 % voices lose their place. It is safe in mono." + mono);
        }
        if (Math.abs(sideDb(widest)) > WIDTH_DB) {
            String sides = widest <= 0 ? "taken away" : Settings.signed(sideDb(widest));
            return Verdict.note(
                    "Width " + Settings.percent(widest) + where + " is not gentle",
                    "The sides are " + sides + ". "
                            + (widest > 100
                                    ? "In mono all of that is lost. Try 120 %."
                                    : "The mix gets narrow. Try 80 %.")
                            + mono);
        }
        if (widest == 100 && stereoize == 0) {
            return bass
                    ? Verdict.gentle("Bass is mono below " + settings.text("bass.freq"), "All above it stays as wide.")
                    : Verdict.idle("Nothing is changed", "Width is 100 % in all bands.");
        }
        return Verdict.gentle(
                "Sides " + Settings.signed(sideDb(widest)) + ": a little " + (widest >= 100 ? "wider" : "narrower"),
                "Within 2 dB, so little is lost in mono." + mono);
    }

    private static double sideDb(double widthPercent) {
        return widthPercent <= 0 ? -60 : 20 * Math.log10(widthPercent / 100);
    }

    Verdict transients() {
        double most = Math.abs(settings.get("attack")) > Math.abs(settings.get("sustain"))
                ? settings.get("attack")
                : settings.get("sustain");
        if (most == 0) {
            return Verdict.idle("Nothing is changed", "Attack and sustain are at 0 %.");
        }
        String text = Math.round(most) + " %";
        return Math.abs(most) <= 15
                ? Verdict.gentle("A touch of " + text.replace('-', '−'), "Drums move a little, the mix does not.")
                : Verdict.note(
                        text.replace('-', '−') + " reshapes all drums at once",
                        "Beyond 15 % it is heard as pumping. Shape the drum bus in the mix.");
    }

    Verdict utility() {
        String mode = settings.text("channels");
        if (settings.isOn("mute")
                || !mode.equals("stereo")
                || settings.isOn("polarity.left")
                || settings.isOn("polarity.right")) {
            return Verdict.note("Channels are rerouted", "What leaves is not the stereo image of the mix.");
        }
        double width = settings.get("width");
        return Math.abs(sideDb(width)) > WIDTH_DB
                ? Verdict.note(
                        "Width " + Settings.percent(width) + " is not gentle",
                        "The sides move by more than 2 dB; an imager does that band by band.")
                : Verdict.gentle(
                        "Gain " + Settings.signed(settings.get("gain")), "Level and routing, no sound of its own.");
    }
}
