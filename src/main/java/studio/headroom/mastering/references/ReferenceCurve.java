package studio.headroom.mastering.references;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import studio.headroom.audio.SampleSource;
import studio.headroom.audio.SequentialReader;
import studio.headroom.dsp.analysis.BandCrest;
import studio.headroom.dsp.analysis.ThirdOctaves;
import studio.headroom.dsp.analysis.ToneProfile;
import studio.headroom.mastering.HeardStream;
import studio.headroom.mastering.Progress;
import studio.headroom.mastering.Sources;
import studio.headroom.mastering.assist.PrintAnalysis;
import studio.headroom.project.Reference;
import studio.headroom.project.Span;

/// What a reference measures in the region that is compared.
///
/// @param reference with the region that was measured
/// @param figures of it: long-term spectrum, width, range, peaks, loudness
/// @param crestDb peak over root mean square in each [studio.headroom.dsp.analysis.ToneBand], in their order
public record ReferenceCurve(Reference reference, PrintAnalysis figures, List<Double> crestDb) {
    /// Listens to the region of a reference.
    ///
    /// @param file of its sound
    /// @throws IOException that names the file and the cure, also for silence
    public static ReferenceCurve of(Path file, Reference reference, Progress progress) throws IOException {
        try (SampleSource source = Sources.randomAccess(file, progress)) {
            Span region = reference.region();
            SampleSource part = region == null ? source : new Part(source, region);
            BandCrest crest = new BandCrest(part.format());
            PrintAnalysis figures = PrintAnalysis.of(
                    new HeardStream(new SequentialReader(part), crest::process), file.toString(), progress);
            return new ReferenceCurve(reference, figures, crest.finish());
        }
    }

    /// What the region is in each band.
    public ToneProfile tone() {
        return ToneProfile.of(
                figures.spectrum(),
                figures.report().integratedLufs(),
                figures.report().channels().size(),
                crestDb);
    }

    /// Gated loudness of the region in LUFS.
    public double lufs() {
        return figures.report().integratedLufs();
    }

    /// The long-term spectrum of the region in third octaves, in dB, as loud as the region is.
    public ThirdOctaves spectrum() {
        return figures.spectrum();
    }
}
