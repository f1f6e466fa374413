package studio.headroom.dsp.reverb;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Makes [ReflectionPattern]s of spaces.
///
/// J. B. Allen and D. A. Berkley, "Image method for efficiently simulating small-room acoustics", JASA 65 (1979).
final class ImageSources {
    private static final double SPEED_OF_SOUND = 343;
    private static final int ORDER = 3;

    private ImageSources() {}

    private record Arrival(double delayMs, double gain) {}

    /// The strongest arrivals in a rectangular room.
    ///
    /// @param length in m, along the line from loudspeakers to microphones
    /// @param reflection the share of the pressure that a wall returns
    static ReflectionPattern box(double length, double width, double height, double reflection) {
        double[] room = {length, width, height};
        double[][] delays = new double[4][];
        double[][] gains = new double[4][];
        for (int from = 0; from < 2; from++) {
            for (int to = 0; to < 2; to++) {
                // Off the middle and unlike each other, so that no two images arrive together.
                double[] source = {0.23 * length, (from == 0 ? 0.31 : 0.667) * width, 0.43 * height};
                double[] ear = {0.71 * length, (to == 0 ? 0.41 : 0.571) * width, 0.53 * height};
                fill(arrivals(room, source, ear, reflection), 2 * from + to, delays, gains);
            }
        }
        return normalized(delays, gains);
    }

    /// A burst whose arrivals grow denser, without geometry.
    static ReflectionPattern plate() {
        double[][] delays = new double[4][];
        double[][] gains = new double[4][];
        for (int path = 0; path < 4; path++) {
            List<Arrival> arrivals = new ArrayList<>();
            for (int k = 0; k < ReflectionPattern.NEAR; k++) {
                double place = (k + Scatter.unit(path, k)) / ReflectionPattern.NEAR;
                double gain = (path == 0 || path == 3 ? 1 : 0.6) * Math.pow(10, -0.3 * place);
                arrivals.add(new Arrival(0.7 + 19 * Math.sqrt(place), gain * Scatter.sign(path + 9, k)));
            }
            fill(arrivals, path, delays, gains);
        }
        return normalized(delays, gains);
    }

    private static List<Arrival> arrivals(double[] room, double[] source, double[] ear, double reflection) {
        double direct = Math.hypot(Math.hypot(source[0] - ear[0], source[1] - ear[1]), source[2] - ear[2]);
        List<Arrival> arrivals = new ArrayList<>();
        for (int x = -ORDER; x <= ORDER; x++) {
            for (int y = -ORDER; y <= ORDER; y++) {
                for (int z = -ORDER; z <= ORDER; z++) {
                    int order = Math.abs(x) + Math.abs(y) + Math.abs(z);
                    if (order == 0 || order > ORDER) {
                        continue;
                    }
                    double path = Math.hypot(
                            Math.hypot(image(x, room[0], source[0]) - ear[0], image(y, room[1], source[1]) - ear[1]),
                            image(z, room[2], source[2]) - ear[2]);
                    // A wall that scatters returns either sign; equal signs would pile up in the bass.
                    double gain = Math.pow(reflection, order) * direct / path * Scatter.sign(x * 7 + y, z);
                    arrivals.add(new Arrival((path - direct) / SPEED_OF_SOUND * 1000, gain));
                }
            }
        }
        arrivals.sort(Comparator.comparingDouble((Arrival a) -> -Math.abs(a.gain)));
        return arrivals;
    }

    /// The place of the image of order n along one axis.
    private static double image(int n, double size, double place) {
        return n % 2 == 0 ? n * size + place : (n + 1) * size - place;
    }

    private static void fill(List<Arrival> arrivals, int path, double[][] delays, double[][] gains) {
        int taps = ReflectionPattern.taps(path);
        delays[path] =
                arrivals.stream().limit(taps).mapToDouble(Arrival::delayMs).toArray();
        gains[path] = arrivals.stream().limit(taps).mapToDouble(Arrival::gain).toArray();
    }

    private static ReflectionPattern normalized(double[][] delays, double[][] gains) {
        for (int to = 0; to < 2; to++) {
            double energy = 0;
            for (int from = 0; from < 2; from++) {
                for (double gain : gains[2 * from + to]) {
                    energy += gain * gain;
                }
            }
            for (int from = 0; from < 2; from++) {
                for (int k = 0; k < gains[2 * from + to].length; k++) {
                    gains[2 * from + to][k] /= Math.sqrt(energy);
                }
            }
        }
        return new ReflectionPattern(delays, gains);
    }
}
