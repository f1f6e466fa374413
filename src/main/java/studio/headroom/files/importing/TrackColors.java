package studio.headroom.files.importing;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// The color that a track gets by what its name says it is; grey where it says nothing.
final class TrackColors {
    private static final String UNKNOWN = "grey";

    /// In order: the first whose words are in the name decides. "Bass drum" is a drum, "bass guitar" a bass,
    /// "synth pad" a pad, "backing vox" no lead.
    private static final List<Rule> RULES = List.of(
            rule(
                    "magenta",
                    "bgv",
                    "bgvs",
                    "bv",
                    "bvs",
                    "bgvox",
                    "backing",
                    "background",
                    "choir",
                    "harmony",
                    "harmonies",
                    "gang"),
            rule("violet", "vocal", "vox", "voc", "voice", "singer", "leadvox", "ldvox", "rap"),
            rule("coral", "kick", "kik", "bd", "bass drum", "snare", "snr", "sd", "tom", "floortom"),
            rule(
                    "orange",
                    "hat",
                    "hihat",
                    "hh",
                    "hi hat",
                    "overhead",
                    "oh",
                    "ohs",
                    "cymbal",
                    "ride",
                    "crash",
                    "perc",
                    "percussion",
                    "shaker",
                    "tambourine",
                    "tamb",
                    "conga",
                    "bongo",
                    "clap",
                    "cowbell",
                    "drum",
                    "room",
                    "loop",
                    "triangle"),
            rule("amber", "bass", "sub", "bas"),
            rule("lime", "acoustic", "acgtr", "aco", "ac gtr", "nylon", "ukulele", "banjo", "mandolin"),
            rule("green", "guitar", "gtr", "git", "egtr", "gitarre", "distgtr"),
            rule("cyan", "pad"),
            rule(
                    "teal",
                    "key",
                    "keys",
                    "keyboard",
                    "piano",
                    "pno",
                    "rhodes",
                    "organ",
                    "wurli",
                    "wurlitzer",
                    "clav",
                    "epiano",
                    "synth",
                    "synthesizer"),
            rule("blue", "string", "violin", "viola", "cello", "celli", "orchestra", "contrabass"),
            rule("grey", "fx", "sfx", "noise", "riser", "impact", "effect"));

    private record Rule(String color, Pattern words) {}

    private TrackColors() {}

    static String of(String name) {
        String words = " "
                + name.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2")
                        .replaceAll("[^\\p{L}]+", " ")
                        .toLowerCase(Locale.ROOT) + " ";
        return RULES.stream()
                .filter(rule -> rule.words().matcher(words).find())
                .map(Rule::color)
                .findFirst()
                .orElse(UNKNOWN);
    }

    private static Rule rule(String color, String... words) {
        return new Rule(color, Pattern.compile(" (" + String.join("|", words) + ")s? "));
    }
}
