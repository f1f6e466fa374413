package studio.headroom.mastering.check;

import java.util.List;
import studio.headroom.audio.AudioFormat;

/// What a check found: what matters most first.
///
/// @param frames length of the sound
public record QualityReport(AudioFormat format, long frames, List<Finding> findings) {
    public QualityReport {
        findings = List.copyOf(findings);
    }

    /// Length of the sound.
    public double seconds() {
        return (double) frames / format.sampleRate();
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
