package studio.headroom.mastering.check;

import java.util.List;
import studio.headroom.audio.AudioFormat;
import studio.headroom.mastering.Trim;

/// What a check found: what matters most first.
///
/// @param part of the sound that was judged, as it is delivered
/// @param lookedFor what could have been found in a sound of this kind, in the order of [FindingKind]
/// @param findings their places are those of the whole sound
public record QualityReport(AudioFormat format, Trim part, List<FindingKind> lookedFor, List<Finding> findings) {
    public QualityReport {
        lookedFor = List.copyOf(lookedFor);
        findings = List.copyOf(findings);
    }

    /// Length of what was judged.
    public long frames() {
        return part.length();
    }

    /// Likewise.
    public double seconds() {
        return (double) frames() / format.sampleRate();
    }

    /// Whether a finding is about all that was judged.
    public boolean isEverywhere(Finding finding) {
        return finding.from() <= part.from() && finding.to() >= part.to();
    }

    /// The report of a part, told of the whole sound that it is a part of.
    QualityReport of(Trim whole) {
        return new QualityReport(
                format,
                whole,
                lookedFor,
                findings.stream().map(finding -> finding.behind(whole.from())).toList());
    }

    /// How many findings matter that much.
    public long count(Severity severity) {
        return findings.stream()
                .filter(finding -> finding.severity() == severity)
                .count();
    }

    /// Whether there is no finding of severity error.
    public boolean passed() {
        return count(Severity.ERROR) == 0;
    }
}
