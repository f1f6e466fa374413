package studio.headroom.mastering.deliver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import studio.headroom.dsp.analysis.ThirdOctaves;
import studio.headroom.dsp.dither.BitDepthMeter;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.MeasuredFigures;
import studio.headroom.mastering.sight.PlaybackForecast;
import studio.headroom.project.Insert;

/// A delivery as programs read it.
public final class DeliveryFigures {
    private DeliveryFigures() {}

    /// @param title of the song
    public static Map<String, Object> of(String title, Instant made, DeliveryJob.Result result) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("title", title);
        report.put("made", made.toString());
        report.put("print", print(result.song()));
        boolean several = result.versions().size() > 1;
        if (several) {
            report.put(
                    "versions",
                    result.versions().stream().map(DeliveryFigures::version).toList());
        }
        List<Map<String, @Nullable Object>> files = new ArrayList<>();
        for (DeliveredVersion version : result.versions()) {
            for (Delivered file : version.files()) {
                Map<String, @Nullable Object> figures = file(file);
                if (several) {
                    figures.put("version", version.name());
                    figures.put(
                            "againstSongLu",
                            file.againstSong().isPresent() ? file.againstSong().getAsDouble() : null);
                }
                files.add(figures);
            }
        }
        report.put("files", files);
        return report;
    }

    private static Map<String, Object> version(DeliveredVersion version) {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("version", version.name());
        one.put("print", print(version));
        one.put(
                "files",
                version.files().stream()
                        .map(file -> file.file().path().toString())
                        .toList());
        return one;
    }

    private static Map<String, @Nullable Object> print(DeliveredVersion version) {
        Map<String, @Nullable Object> print = new LinkedHashMap<>();
        print.put("file", version.print().toString());
        print.put("sha256", version.printSha256());
        print.put("mixHash", version.mixHash().isEmpty() ? null : version.mixHash());
        print.putAll(MeasuredFigures.of(version.input()));
        print.put("cut", MeasuredFigures.of(version.trim()));
        return print;
    }

    private static Map<String, @Nullable Object> file(Delivered file) {
        DeliveryItem item = file.file().item();
        Coding coding = item.coding();
        Map<String, @Nullable Object> figures = new LinkedHashMap<>();
        figures.put("file", file.file().path().toString());
        figures.put("item", ItemText.of(item));
        figures.put("format", coding.words());
        figures.put("sampleRate", file.format().sampleRate());
        figures.put("channels", file.format().channels());
        figures.put("bits", coding.lossy() ? null : coding.samples().bits());
        figures.put("float", coding.lossy() ? null : coding.samples().floating());
        figures.put("bitsUsed", bitsUsed(file));
        figures.put("kbps", coding.lossy() ? item.kilobits() : null);
        figures.put("bytes", file.bytes());
        figures.put("sha256", file.sha256());
        figures.putAll(MeasuredFigures.of(file.report()));
        figures.put("ceilingDbtp", file.ceiling().isPresent() ? file.ceiling().getAsDouble() : null);
        figures.put("holds", file.holds());
        figures.put("gainDb", file.gainDb());
        figures.put("limiterCeilingDbtp", file.ceilingSet());
        figures.put("passes", file.passes());
        figures.put("chain", chain(file.chain()));
        figures.put("chainInWords", ChainWords.of(file.chain()));
        Map<String, Object> tags = new LinkedHashMap<>();
        file.file().tags().texts().forEach((field, text) -> tags.put(field.key(), text));
        figures.put("tags", tags);
        figures.put("cover", file.file().tags().cover() != null);
        figures.put("playback", playback(file));
        if (file.vinyl() != null) {
            figures.put("vinyl", vinyl(file.vinyl()));
        }
        figures.put("curves", curves(file.sight()));
        figures.put("remarks", file.remarks());
        return figures;
    }

    private static @Nullable Integer bitsUsed(Delivered file) {
        int bits = file.sight().bits();
        return file.file().item().coding().lossy() || bits == BitDepthMeter.FLOATING_POINT ? null : bits;
    }

    private static List<Map<String, Object>> chain(List<Insert> chain) {
        List<Map<String, Object>> effects = new ArrayList<>();
        for (Insert insert : chain) {
            if (!insert.bypassed()) {
                effects.add(
                        Map.of("type", insert.type(), "values", insert.values().asMap()));
            }
        }
        return effects;
    }

    private static List<Map<String, Object>> playback(Delivered file) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (PlaybackForecast forecast : file.playback()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("service", forecast.service().name());
            one.put("playsAtLufs", forecast.playsAt());
            one.put("changeDb", forecast.changeDb());
            one.put("limitedDb", forecast.limitedDb());
            one.put("advisedDbtp", forecast.advisedDbtp());
            one.put("peakHolds", forecast.peakHolds());
            one.put("text", forecast.words());
            all.add(one);
        }
        return all;
    }

    private static Map<String, Object> vinyl(VinylFigures vinyl) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("bassSideDb", vinyl.bassSideDb());
        figures.put("worstBassSideDb", vinyl.worstBassSideDb());
        figures.put("worstBassSeconds", vinyl.worstBassSeconds());
        figures.put("sibilanceDb", vinyl.sibilanceDb());
        figures.put("sibilanceSeconds", vinyl.sibilanceSeconds());
        figures.put("loudestDbfs", vinyl.loudestDbfs());
        return figures;
    }

    private static Map<String, Object> curves(FileSight sight) {
        Map<String, Object> curves = new LinkedHashMap<>();
        curves.put("stepSeconds", sight.stepSeconds());
        List<Double> shortTerm = new ArrayList<>();
        for (float lufs : sight.shortTerm()) {
            shortTerm.add(hundredths(lufs));
        }
        curves.put("shortTermLufs", shortTerm);
        List<Double> bands = new ArrayList<>();
        for (int band = 0; band < ThirdOctaves.BANDS; band++) {
            bands.add(hundredths(sight.spectrum().db(band)));
        }
        curves.put("thirdOctavesDb", bands);
        return curves;
    }

    private static double hundredths(double value) {
        return Double.isFinite(value) ? Math.round(value * 100) / 100.0 : value;
    }
}
