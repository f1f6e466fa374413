package studio.headroom.mastering.assist;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.Decibels;
import studio.headroom.audio.SampleSink;
import studio.headroom.audio.SampleStream;
import studio.headroom.dsp.analysis.BandLevels;
import studio.headroom.dsp.analysis.FlatTops;
import studio.headroom.dsp.analysis.ProgramSpectrum;
import studio.headroom.dsp.analysis.ThirdOctaves;
import studio.headroom.dsp.loudness.InterpolationKernel;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.dsp.loudness.PeakMeter;
import studio.headroom.dsp.loudness.SignalStatistics;
import studio.headroom.engine.OfflineRender;
import studio.headroom.mastering.MeasuredFigures;
import studio.headroom.mastering.NoMusic;
import studio.headroom.mastering.Progress;

/// What the assistant knows of a sound, from one pass in bounded memory.
///
/// @param report loudness, peaks, balance, DC
/// @param spectrum long-term, gated as loudness is
/// @param bands broad bands from the lowest to the highest
/// @param hissDbfs level above 6 kHz that stays between the notes; -∞ for none
/// @param hissRangeDb how much that level moves in the quietest fifth: little where it is noise
/// @param flatTops peaks that were cut off
/// @param flatTopDbfs where they were
/// @param flatTopFrame the first of them
/// @param passages of about three seconds, in the order of time
/// @param sampleRate of the sound
public record PrintAnalysis(
        LoudnessReport report,
        ThirdOctaves spectrum,
        List<Band> bands,
        double hissDbfs,
        double hissRangeDb,
        long flatTops,
        double flatTopDbfs,
        long flatTopFrame,
        List<BandLevels.Passage> passages,
        int sampleRate) {
    private static final int BLOCK = 8192;
    private static final double QUIETEST = 5;
    private static final double QUIET = 20;
    /// Sides that are lower than this are none.
    static final double NO_SIDES_DB = -60;

    public PrintAnalysis {
        bands = List.copyOf(bands);
        passages = List.copyOf(passages);
    }

    /// A broad band.
    ///
    /// @param sideDb power of the sides over that of the middle, at least -60 dB
    /// @param correlation of the channels, -1 to 1
    /// @param crestDb peak over root mean square
    public record Band(double fromHz, double toHz, double sideDb, double correlation, double crestDb) {}

    /// Listens to a stream of one or two channels from where it is to its end; does not close it.
    ///
    /// @param name what it is called in errors
    public static PrintAnalysis of(SampleStream stream, String name, Progress progress) throws IOException {
        AudioFormat format = stream.format();
        if (format.channels() > 2) {
            throw new IOException("'" + name + "' has " + format.channels()
                    + " channels. Only mono and stereo can be judged: fold it down first.");
        }
        Listener listener = new Listener(format);
        float[][] block = new float[format.channels()][BLOCK];
        double all = Math.max(1, stream.expectedFrames());
        for (int read = stream.read(block, 0, BLOCK); read >= 0; read = stream.read(block, 0, BLOCK)) {
            listener.write(block, 0, read);
            progress.at("Listening", Math.min(1, listener.frames / all));
            if (progress.canceled()) {
                throw new OfflineRender.Canceled();
            }
        }
        PrintAnalysis analysis = listener.result();
        Optional<String> fault = NoMusic.in(analysis.report);
        if (fault.isPresent()) {
            throw new IOException("'" + name + "' cannot be judged: " + fault.get());
        }
        if (analysis.report.integratedLufs() == Double.NEGATIVE_INFINITY) {
            throw new IOException(
                    "'" + name + "' cannot be judged: it is softer than -70 LUFS, or shorter than 0.4 s. Print it"
                            + " louder, or whole.");
        }
        return analysis;
    }

    /// Figures for programs.
    public Map<String, Object> describe() {
        Map<String, Object> described = new LinkedHashMap<>(MeasuredFigures.of(report));
        described.put("flatTops", flatTops);
        described.put("hissDbfs", hissDbfs);
        List<Map<String, Object>> broad = new ArrayList<>();
        for (Band band : bands) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("fromHz", band.fromHz);
            one.put("toHz", band.toHz);
            one.put("sideDb", band.sideDb);
            one.put("correlation", band.correlation);
            one.put("crestDb", band.crestDb);
            broad.add(one);
        }
        described.put("bands", broad);
        List<Double> thirds = new ArrayList<>();
        for (int band = 0; band < ThirdOctaves.BANDS; band++) {
            thirds.add(spectrum.db(band));
        }
        described.put("thirdOctavesDb", thirds);
        return described;
    }

    /// Everything that listens, side by side.
    static final class Listener implements SampleSink {
        private final AudioFormat format;
        private final ProgramSpectrum spectrum;
        private final PeakMeter peaks;
        private final SignalStatistics statistics;
        private final BandLevels levels;
        private final FlatTops flatTops;
        private long frames;

        Listener(AudioFormat format) {
            this.format = format;
            spectrum = new ProgramSpectrum(format);
            peaks = new PeakMeter(format, InterpolationKernel.KAISER_16);
            statistics = new SignalStatistics(format.sampleRate(), format.channels());
            levels = new BandLevels(format.sampleRate());
            flatTops = new FlatTops(format.channels());
        }

        @Override
        public AudioFormat format() {
            return format;
        }

        @Override
        public void write(float[][] source, int offset, int count) {
            spectrum.process(source, offset, count);
            peaks.process(source, offset, count);
            statistics.process(source, offset, count);
            levels.process(source, offset, count);
            flatTops.process(source, offset, count);
            frames += count;
        }

        @Override
        public void close() {}

        /// Ends the program.
        PrintAnalysis result() {
            ThirdOctaves thirds = spectrum.finish();
            peaks.finish();
            statistics.finish();
            levels.finish();
            List<Band> bands = new ArrayList<>();
            for (int i = 0; i < BandLevels.BANDS; i++) {
                double from = BandLevels.edge(i);
                double to = BandLevels.edge(i + 1);
                double side = Decibels.fromPower(thirds.side(from, to)) - Decibels.fromPower(thirds.mid(from, to));
                bands.add(new Band(
                        from,
                        to,
                        Double.isNaN(side) ? NO_SIDES_DB : Math.max(NO_SIDES_DB, side),
                        format.channels() == 1 ? 1 : thirds.correlation(from, to),
                        levels.crestDb(i)));
            }
            double hiss = levels.trebleDbfs(QUIETEST);
            return new PrintAnalysis(
                    LoudnessReport.of(spectrum.loudness(), peaks, statistics, format.channels(), frames),
                    thirds,
                    bands,
                    hiss,
                    hiss == Double.NEGATIVE_INFINITY ? 0 : levels.trebleDbfs(QUIET) - hiss,
                    flatTops.count(),
                    flatTops.levelDbfs(),
                    flatTops.firstFrame(),
                    levels.passages(),
                    format.sampleRate());
        }
    }
}
