package studio.headroom.mastering.assist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import studio.headroom.dsp.analysis.ThirdOctaves;
import studio.headroom.mastering.DataTable;
import studio.headroom.mastering.assist.Corridor.Span;

/// A kind of music and the corridor in which its masters usually lie. They live in the data file `styles.tsv`, which
/// says where its figures are from.
///
/// @param name for the command line, stable
public record Style(String name, String label, Corridor corridor) {
    private static final String FILE = "styles.tsv";
    private static final int FIELDS = 9;
    private static final int POINTS = 10;
    private static final double LOWEST_POINT_HZ = 31.25;
    private static final List<Style> ALL =
            DataTable.rows(Style.class, FILE, FIELDS).stream().map(Style::parse).toList();

    /// All of them in the order of the data file.
    public static List<Style> all() {
        return ALL;
    }

    /// The one of a name, however it is typed.
    public static Optional<Style> find(String name) {
        return ALL.stream()
                .filter(style -> style.name.equals(DataTable.name(name)))
                .findFirst();
    }

    private static Style parse(List<String> field) {
        Corridor corridor = new Corridor(
                field.get(1).toLowerCase(Locale.ROOT),
                bands(field.get(2)),
                bands(field.get(3)),
                Arrays.stream(field.get(4).split(" ", -1)).map(Style::span).toList(),
                span(field.get(5)),
                span(field.get(6)),
                Double.parseDouble(field.get(7)),
                field.get(8).equals("yes"));
        return new Style(field.get(0), field.get(1), corridor);
    }

    private static Span span(String text) {
        String[] ends = text.split(":", -1);
        return new Span(Double.parseDouble(ends[0]), Double.parseDouble(ends[1]));
    }

    /// Third-octave bands from points an octave apart.
    private static List<Double> bands(String text) {
        double[] points = Arrays.stream(text.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        if (points.length != POINTS) {
            throw new IllegalStateException(FILE + ": " + points.length + " points instead of " + POINTS + ": " + text);
        }
        List<Double> bands = new ArrayList<>();
        for (int band = 0; band < ThirdOctaves.BANDS; band++) {
            double octave = Math.log(ThirdOctaves.hertz(band) / LOWEST_POINT_HZ) / Math.log(2);
            int below = Math.clamp((int) Math.floor(octave), 0, POINTS - 2);
            bands.add(points[below] + (points[below + 1] - points[below]) * (octave - below));
        }
        return bands;
    }
}
