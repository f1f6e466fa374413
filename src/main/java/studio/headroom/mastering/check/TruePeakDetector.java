package studio.headroom.mastering.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.Decibels;
import studio.headroom.dsp.loudness.InterpolationKernel;
import studio.headroom.dsp.loudness.TruePeakInterpolator;

/// True peaks (ITU-R BS.1770-5 Annex 2) above a ceiling, or above full scale where none was asked for.
final class TruePeakDetector implements Detector {
    private final int channels;
    private final OptionalDouble ceiling;
    private final double floor;
    private final TruePeakInterpolator interpolator;
    private final float[] floors;
    private final float[][] peaks;
    private final Places places;

    /// @param ceiling in dBTP, or nothing for 0
    TruePeakDetector(AudioFormat format, OptionalDouble ceiling) {
        channels = format.channels();
        this.ceiling = ceiling;
        floor = Decibels.toGain(ceiling.orElse(0) + Limits.CEILING_TOLERANCE);
        interpolator = new TruePeakInterpolator(InterpolationKernel.KAISER_16, channels);
        floors = new float[channels];
        Arrays.fill(floors, (float) floor);
        peaks = new float[channels][QualityScan.CHUNK];
        places = new Places(Math.round(Limits.ONE_PLACE * format.sampleRate()));
    }

    @Override
    public void process(float[][] chunk, int count, long at) {
        interpolator.peaksOfEach(chunk, 0, count, floors, peaks);
        long first = at - interpolator.latency();
        for (int c = 0; c < channels; c++) {
            float[] row = peaks[c];
            for (int i = 0; i < count; i++) {
                if (row[i] > floors[c]) {
                    long frame = Math.max(0, first + i);
                    places.add(frame, frame + 1, row[i]);
                }
            }
        }
    }

    @Override
    public void finish(long frames, List<Finding> findings) {
        int latency = interpolator.latency();
        process(new float[channels][latency], latency, frames);
        if (places.isEmpty()) {
            return;
        }
        double limit = ceiling.orElse(0);
        Place worst = places.worst();
        double highest = Decibels.fromGain(worst.value());
        FindingKind kind = ceiling.isPresent() ? FindingKind.OVER_CEILING : FindingKind.OVER_FULL_SCALE;
        String reason = ceiling.isPresent()
                ? String.format(
                        Locale.ROOT,
                        "The highest peak is at %+.2f dBTP, %.2f dB above the ceiling of %.1f dBTP.",
                        highest,
                        highest - limit,
                        limit)
                : String.format(
                        Locale.ROOT,
                        "Between the samples the sound goes up to %+.2f dBTP: players, and MP3 or AAC even more so, may"
                                + " distort there.",
                        highest);
        List<Place> inDecibels = places.kept().stream()
                .map(place -> new Place(place.from(), place.to(), Decibels.fromGain(place.value())))
                .toList();
        Severity severity = ceiling.isPresent() ? Severity.ERROR : Severity.WARNING;
        findings.add(new Finding(
                        kind,
                        severity,
                        worst.from(),
                        worst.to(),
                        highest,
                        limit,
                        inDecibels,
                        places.count(),
                        reason,
                        Optional.empty())
                .fixedBy(Fix.Action.LOWER, Math.ceil((highest - limit) * 100) / 100));
    }
}
