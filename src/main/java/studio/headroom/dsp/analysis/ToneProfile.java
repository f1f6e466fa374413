package studio.headroom.dsp.analysis;

import java.util.Arrays;
import java.util.List;
import studio.headroom.audio.Decibels;

/// What a sound is in each [ToneBand]. Immutable.
///
/// @param spectrum of it, gated as loudness is
/// @param lufs the integrated loudness at which both loudspeakers play it
/// @param crestDb peak over root mean square in each band, in their order
public record ToneProfile(ThirdOctaves spectrum, double lufs, List<Double> crestDb) {
    /// Sides that are lower than this against the middle are none.
    public static final double NO_SIDES_DB = -60;

    /// What one channel gains when two loudspeakers play it.
    private static final double MONO_LU = 10 * Math.log10(2);

    public ToneProfile {
        crestDb = List.copyOf(crestDb);
    }

    /// @param channels that `lufs` was measured of
    public static ToneProfile of(ThirdOctaves spectrum, double lufs, int channels, List<Double> crestDb) {
        return new ToneProfile(spectrum, channels == 1 ? lufs + MONO_LU : lufs, crestDb);
    }

    /// The mean of several sounds at one loudness, 0 LUFS.
    ///
    /// @param all at least one, each with a loudness
    public static ToneProfile mean(List<ToneProfile> all) {
        ThirdOctaves spectrum = ThirdOctaves.mean(
                all.stream().map(ToneProfile::spectrum).toList(),
                all.stream().map(each -> -each.lufs).toList());
        List<Double> crest = Arrays.stream(ToneBand.values())
                .map(band -> all.stream()
                        .mapToDouble(each -> each.crestDb(band))
                        .average()
                        .orElse(0))
                .toList();
        return new ToneProfile(spectrum, 0, crest);
    }

    /// Level of a band over both channels in dB; -∞ for silence.
    public double levelDb(ToneBand band) {
        return spectrum.db(band);
    }

    /// How wide a band is: power of the sides over that of the middle in dB, at least [#NO_SIDES_DB]; as much for
    /// silence.
    public double sideDb(ToneBand band) {
        double side = Decibels.fromPower(spectrum.side(band.fromHz(), band.toHz()))
                - Decibels.fromPower(spectrum.mid(band.fromHz(), band.toHz()));
        return Double.isNaN(side) ? NO_SIDES_DB : Math.clamp(side, NO_SIDES_DB, -NO_SIDES_DB);
    }

    /// Peak over root mean square of a band in dB; 0 for silence.
    public double crestDb(ToneBand band) {
        return crestDb.get(band.ordinal());
    }
}
