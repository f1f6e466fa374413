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
    private final ClickDetector clicks;
    private final DropoutDetector dropouts;
    /// Judge what is delivered.
    private final List<Detector> delivered;
    /// Judge what it was before it was faded, for no fade mends what they look for.
    private final List<Detector> stored;
    private final Chunks chunks;
    /// The sound before it was faded; [#chunks] where it was not.
    private final Chunks plain;
    private boolean sound;

    /// @param format 1 or 2 channels
    /// @param stored how the file holds samples; nothing where that says little, as in lossy files
    /// @param ceiling that peaks must not exceed in dBTP, or nothing for the ordinary check against full scale
    public QualityScan(AudioFormat format, Optional<SampleFormat> stored, OptionalDouble ceiling) {
        this(format, stored, ceiling, false, false);
    }

    /// @param coded whether the sound comes from a lossy file as it is, so that where its spectrum ends is no finding
    /// @param faded whether it is faded, so that [#plain] is told of every frame beside [#process]
    QualityScan(
            AudioFormat format, Optional<SampleFormat> stored, OptionalDouble ceiling, boolean coded, boolean faded) {
        if (format.channels() > 2) {
            throw new IllegalArgumentException(format.channels() + " channels");
        }
        this.format = format;
        lookedFor = lookedFor(format, stored, ceiling, coded);
        clicks = new ClickDetector(format);
        dropouts = new DropoutDetector(format);
        BalanceDetector balance = new BalanceDetector(format);
        SpectrumDetector spectra = SpectrumDetector.of(format, coded || faded);
        delivered = new ArrayList<>(List.of(
                new TruePeakDetector(format, ceiling),
                balance,
                new EdgeDetector(format, balance),
                dropouts,
                spectra,
                new HumDetector(format),
                new LoudnessDetector(format)));
        this.stored = new ArrayList<>(List.of(new DepthDetector(stored)));
        if (faded && !coded) {
            this.stored.add(SpectrumDetector.ends(format));
        }
        // The tops of integers are cut off where they are stored; those of floating point where they are delivered.
        boolean integer = stored.isPresent() && !stored.get().floating();
        (integer ? this.stored : delivered).add(new ClipDetector(format, stored));
        chunks = new Chunks(this::pass);
        plain = faded ? new Chunks(this::passPlain) : chunks;
    }

    private interface Pass {
        /// See [Detector#process].
        void accept(float[][] chunk, int count, long at);
    }

    /// Cuts a sound into equal chunks of numbers.
    private final class Chunks {
        private final Pass pass;
        private final NumberDetector numbers = new NumberDetector(format.sampleRate());
        private final float[][] chunk = new float[format.channels()][CHUNK];
        private int filled;
        private long frames;

        Chunks(Pass pass) {
            this.pass = pass;
        }

        void process(float[][] in, int offset, int count) {
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

        void finish() {
            if (filled > 0) {
                pass();
            }
        }

        private void pass() {
            pass.accept(chunk, filled, frames - filled);
            filled = 0;
        }
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
        chunks.process(in, offset, count);
    }

    /// Takes in the same frames as they were before they were faded; needless where none is.
    void plain(float[][] in, int offset, int count) {
        if (plain != chunks) {
            plain.process(in, offset, count);
        }
    }

    /// Takes note that some of the next `count` frames held `invalid` samples that were no numbers and have been
    /// replaced.
    void damaged(int count, long invalid) {
        plain.numbers.damage(plain.frames, plain.frames + count, invalid);
    }

    private void pass(float[][] chunk, int count, long at) {
        if (!sound) {
            for (float[] row : chunk) {
                for (int i = 0; i < count; i++) {
                    sound |= row[i] != 0;
                }
            }
        }
        for (Detector detector : delivered) {
            detector.process(chunk, count, at);
        }
        clicks.process(chunk, count);
        if (plain == chunks) {
            passPlain(chunk, count, at);
        }
    }

    private void passPlain(float[][] chunk, int count, long at) {
        for (Detector detector : stored) {
            detector.process(chunk, count, at);
        }
    }

    /// Ends the scan. Nothing may be processed after this.
    public QualityReport finish() {
        chunks.finish();
        plain.finish();
        long frames = chunks.frames;
        List<Finding> findings = new ArrayList<>();
        plain.numbers.finish(findings);
        if (sound) {
            for (Detector detector : delivered) {
                detector.finish(frames, findings);
            }
            for (Detector detector : stored) {
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
        List<Place> all = new ArrayList<>(plain.numbers.damaged().kept());
        all.addAll(dropouts.dropouts().kept());
        return all;
    }
}
