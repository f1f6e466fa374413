package studio.headroom.mastering.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import studio.headroom.audio.AudioFormat;
import studio.headroom.dsp.loudness.LoudnessMeter;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.mastering.Trim;

/// One pass over a sound that feeds all detectors. Memory does not grow with the length, but for the blocks that
/// loudness is gated over (0.6 MB an hour). The same sound gives the same report however it is cut. One thread at a
/// time.
public final class QualityScan {
    /// Frames that detectors get at a time; the last chunk may have fewer.
    static final int CHUNK = 512;

    /// Findings that say no more than a worse one.
    private static final Map<FindingKind, Set<FindingKind>> SAID_BY = new EnumMap<>(Map.of(
            FindingKind.CLIPPED, EnumSet.of(FindingKind.OVER_FULL_SCALE, FindingKind.LIMITED),
            FindingKind.FLAT_TOPS, EnumSet.of(FindingKind.LIMITED),
            FindingKind.TOO_HOT, EnumSet.of(FindingKind.LIMITED)));

    private final AudioFormat format;
    private final List<FindingKind> lookedFor;
    private final float[][] chunk;
    private final NumberDetector numbers;
    private final ClickDetector clicks;
    private final DropoutDetector dropouts;
    private final List<Detector> detectors;
    private int filled;
    private long frames;
    private boolean sound;

    /// @param format 1 or 2 channels
    /// @param stored how the file holds samples; nothing where that says little, as in lossy files
    /// @param ceiling that peaks must not exceed in dBTP, or nothing for the ordinary check against full scale
    public QualityScan(AudioFormat format, Optional<SampleFormat> stored, OptionalDouble ceiling) {
        this(format, stored, ceiling, false);
    }

    /// @param coded whether the sound comes from a lossy file as it is, so that where its spectrum ends is no finding
    QualityScan(AudioFormat format, Optional<SampleFormat> stored, OptionalDouble ceiling, boolean coded) {
        if (format.channels() > 2) {
            throw new IllegalArgumentException(format.channels() + " channels");
        }
        this.format = format;
        lookedFor = lookedFor(format, stored, ceiling, coded);
        chunk = new float[format.channels()][CHUNK];
        numbers = new NumberDetector(format.sampleRate());
        clicks = new ClickDetector(format);
        dropouts = new DropoutDetector(format);
        BalanceDetector balance = new BalanceDetector(format);
        detectors = List.of(
                new ClipDetector(format, stored),
                new TruePeakDetector(format, ceiling),
                balance,
                new EdgeDetector(format, balance),
                dropouts,
                new SpectrumDetector(format, coded),
                new HumDetector(format),
                new LoudnessDetector(format),
                new DepthDetector(stored));
    }

    /// What can be found in such a sound.
    private static List<FindingKind> lookedFor(
            AudioFormat format, Optional<SampleFormat> stored, OptionalDouble ceiling, boolean coded) {
        Set<FindingKind> kinds = EnumSet.allOf(FindingKind.class);
        kinds.remove(ceiling.isPresent() ? FindingKind.OVER_FULL_SCALE : FindingKind.OVER_CEILING);
        if (format.channels() == 1) {
            kinds.removeAll(EnumSet.of(FindingKind.MONO_LOSS, FindingKind.LOW_END_PHASE, FindingKind.IMBALANCE));
        }
        if (coded) {
            kinds.removeAll(EnumSet.of(FindingKind.LOSSY, FindingKind.UPSAMPLED));
        }
        if (stored.isEmpty()) {
            kinds.remove(FindingKind.PADDED_BITS);
        }
        if (stored.isPresent() && !stored.get().floating()) {
            kinds.removeAll(EnumSet.of(FindingKind.NOT_NUMBERS, FindingKind.DENORMALS));
        }
        if (format.sampleRate() < LoudnessMeter.MIN_SAMPLE_RATE) {
            kinds.remove(FindingKind.TOO_HOT);
        }
        return List.copyOf(kinds);
    }

    /// Takes in `count` frames of `in[channel][offset ..)`, whatever they hold.
    public void process(float[][] in, int offset, int count) {
        int done = 0;
        while (done < count) {
            int now = Math.min(count - done, CHUNK - filled);
            for (int c = 0; c < chunk.length; c++) {
                numbers.admit(in[c], offset + done, now, chunk[c], filled, frames);
            }
            filled += now;
            frames += now;
            done += now;
            if (filled == CHUNK) {
                pass();
            }
        }
    }

    /// Takes note that some of the next `count` frames held `invalid` samples that were no numbers and have been
    /// replaced.
    void damaged(int count, long invalid) {
        numbers.damage(frames, frames + count, invalid);
    }

    private void pass() {
        if (!sound) {
            for (float[] row : chunk) {
                for (int i = 0; i < filled; i++) {
                    sound |= row[i] != 0;
                }
            }
        }
        for (Detector detector : detectors) {
            detector.process(chunk, filled, frames - filled);
        }
        clicks.process(chunk, filled);
        filled = 0;
    }

    /// Ends the scan. Nothing may be processed after this.
    public QualityReport finish() {
        if (filled > 0) {
            pass();
        }
        List<Finding> findings = new ArrayList<>();
        numbers.finish(findings);
        if (sound) {
            for (Detector detector : detectors) {
                detector.finish(frames, findings);
            }
            clicks.finish(explained(), findings);
        } else {
            findings.add(Finding.at(
                    FindingKind.NO_SOUND,
                    Severity.ERROR,
                    new Place(0, frames, 0),
                    0,
                    frames == 0 ? "The file is empty: its length is zero." : "The file holds nothing but silence."));
        }
        Set<FindingKind> said = EnumSet.noneOf(FindingKind.class);
        findings.forEach(finding -> said.addAll(SAID_BY.getOrDefault(finding.kind(), Set.of())));
        return new QualityReport(
                format,
                Trim.whole(format.sampleRate(), frames),
                lookedFor,
                findings.stream()
                        .filter(finding -> !said.contains(finding.kind()))
                        .sorted(Comparator.comparing(Finding::severity)
                                .reversed()
                                .thenComparing(Finding::kind))
                        .toList());
    }

    /// Where edges have a cause that is told by itself.
    private List<Place> explained() {
        List<Place> all = new ArrayList<>(numbers.damaged().kept());
        all.addAll(dropouts.dropouts().kept());
        return all;
    }
}
