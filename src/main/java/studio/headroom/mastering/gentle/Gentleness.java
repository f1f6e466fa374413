package studio.headroom.mastering.gentle;

import java.util.Optional;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.project.Insert;

/// Judges the effects of a mastering chain: equalizing beyond ±1 dB, compression beyond 3 dB and limiting beyond 4 dB
/// are marked with where and why, as is what mastering seldom does. Marks block nothing. Pure functions.
public final class Gentleness {
    private Gentleness() {}

    /// @param work what was measured of it, [Work#UNKNOWN] where nothing was
    /// @param sampleRate of the song
    public static Verdict of(Insert insert, Work work, SongPlaces places, int sampleRate) {
        Optional<EffectType> type = Catalogue.find(insert.type());
        if (type.isEmpty()) {
            return Verdict.note(
                    "'" + insert.type() + "' is not known here", "This version cannot play it. Bypass it, or update.");
        }
        if (insert.bypassed()) {
            return Verdict.idle("Bypassed", "The sound passes it by as it is.");
        }
        Settings settings = new Settings(type.get(), insert);
        DynamicsJudge dynamics = new DynamicsJudge(settings, work, places);
        ColorJudge color = new ColorJudge(settings);
        return switch (insert.type()) {
            case "eq" -> new EqJudge(settings, sampleRate).verdict();
            case "compressor" -> dynamics.compressor();
            case "multiband" -> dynamics.multiband();
            case "de-esser" -> dynamics.deEsser();
            case "limiter" -> dynamics.limiter();
            case "clipper" -> dynamics.clipper();
            case "saturation" -> color.saturation();
            case "imager" -> color.imager();
            case "transient" -> color.transients();
            case "utility" -> color.utility();
            case "tone" -> Verdict.note("A test tone is in the master", "Remove it before you deliver.");
            default ->
                Verdict.note(
                        type.get().label() + " is seldom used here",
                        "It acts on the whole mix at once. In the mix it can be given to single tracks.");
        };
    }

    /// How far an effect typically goes, in a few characters: `max +0.9 dB`, `−1.6 dB`, `12 %`, `flat`; empty where
    /// there is no
    /// such number.
    public static String move(Insert insert, Work work, int sampleRate) {
        Optional<EffectType> type = Catalogue.find(insert.type());
        if (type.isEmpty()) {
            return "";
        }
        Settings settings = new Settings(type.get(), insert);
        return switch (insert.type()) {
            case "eq" -> {
                EqJudge eq = new EqJudge(settings, sampleRate);
                String rest = eq.cuts() ? "cut" : "flat";
                yield eq.largestDb() == 0 ? rest : "max " + Settings.signed(eq.largestDb());
            }
            case "compressor", "multiband", "de-esser", "limiter", "clipper" ->
                work.isKnown() ? Settings.db(-work.deepestDb()) : "";
            case "saturation" -> Settings.percent(settings.get("mix"));
            case "imager", "utility" -> Settings.percent(settings.get("width"));
            default -> "";
        };
    }
}
