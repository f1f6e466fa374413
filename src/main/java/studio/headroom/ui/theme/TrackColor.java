package studio.headroom.ui.theme;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;

/// Colors that say whose something is: in the dark theme, with high contrast, in the light theme. Neighbors differ in
/// lightness, also for the color-blind; the name of the track is always beside it. They are fills, never text: indigo
/// and magenta are too dim for it in the dark theme, half of them in the light one.
public enum TrackColor implements Hue {
    CORAL("#DE6350", "#FF8674", "#B8402C"),
    ORANGE("#E8944A", "#FFB06A", "#8A4B0E"),
    AMBER("#F0CE66", "#FFDF80", "#8E6A00"),
    LIME("#A8C85A", "#C4E670", "#4F6B12"),
    GREEN("#5FA55A", "#7ED478", "#2A6428"),
    TEAL("#2FA792", "#45CDB6", "#0A776A"),
    CYAN("#74D0E4", "#8FE6F8", "#0F6278"),
    BLUE("#6BA2EC", "#8DBDFF", "#2E6FC4"),
    INDIGO("#8478D5", "#ABA0FF", "#4A3FA0"),
    VIOLET("#C79EEA", "#DDBBFF", "#8B55C0"),
    MAGENTA("#CC62AA", "#F492D6", "#9C2F7C"),
    ROSE("#F2A9B4", "#FFC2CB", "#B54566"),
    GREY("#A3A8AD", "#C6CBD0", "#5E656B");

    /// The returns A, B, C, …
    private static final List<TrackColor> RETURNS = List.of(BLUE, TEAL, AMBER, ROSE, LIME, CORAL, CYAN, INDIGO);

    private record Guess(Pattern words, TrackColor color) {}

    /// The first that fits holds: "backing vocals" before "vocals", "bass drum" before "bass".
    private static final List<Guess> GUESSES = List.of(
            guess("kick|kik|bd|bass ?drum|snare|snr|sd|sn|tom|toms|drum|drums", CORAL),
            guess(
                    "hat|hats|hh|hi ?hat|hihat|oh|over ?head|over ?heads|cymbal|cymbals|ride|crash|perc|percussion"
                            + "|shaker|tamb|tambourine|conga|congas|bongo|bongos|clap|claps|room|rooms",
                    ORANGE),
            guess(
                    "bgv|bgvs|bv|bvs|bvox|backing|back(?:ing)? ?voc(?:al)?s?|harm|harmony|harmonies|choir|dbl|double"
                            + "|doubles",
                    MAGENTA),
            guess("vox|voc|vocal|vocals|voice|lead ?vox|lead ?vocal|ldv|ldvox|singer|rap", VIOLET),
            guess("bass|sub|subbass|808", AMBER),
            guess("ac ?gtr|acgtr|agtr|acoustic|acoustics|aco?|ukulele|mandolin|banjo", LIME),
            guess("e ?gtr|egtr|gtr|gtrs|guitar|guitars|elec|electric|dist", GREEN),
            guess("pad|pads|atmo|drone|ambience", CYAN),
            guess("string|strings|violin|violins|viola|cello|celli|orchestra|brass|horn|horns|trumpet|sax", BLUE),
            guess("key|keys|piano|pno|rhodes|wurli|organ|synth|synths|syn|arp|clav|epiano|lead", TEAL),
            guess("fx|sfx|noise|riser|risers|impact|sweep|click", GREY));

    private final Color[] colors;

    TrackColor(String dark, String contrast, String light) {
        colors = Theme.colors(List.of(dark, contrast, light));
    }

    private static Guess guess(String words, TrackColor color) {
        return new Guess(Pattern.compile("(?<![a-z])(?:" + words + ")(?![a-z])"), color);
    }

    @Override
    public Color color() {
        return colors[Theme.shown().ordinal()];
    }

    @Override
    public Color color(Theme theme) {
        return colors[theme.ordinal()];
    }

    /// The name in song files: `coral`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<TrackColor> byId(String id) {
        for (TrackColor color : values()) {
            if (color.id().equals(id)) {
                return Optional.of(color);
            }
        }
        return Optional.empty();
    }

    /// The color that suits a track by its name: "Kick_In 02.wav" is coral. Empty where the name says nothing.
    public static Optional<TrackColor> ofName(String trackName) {
        String words = trackName
                .replaceAll("([a-z])([A-Z])", "$1 $2")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", " ");
        return GUESSES.stream()
                .filter(guess -> guess.words().matcher(words).find())
                .map(Guess::color)
                .findFirst();
    }

    /// The color of a return, by its place from 0.
    public static TrackColor ofReturn(int index) {
        return RETURNS.get(Math.floorMod(index, RETURNS.size()));
    }
}
