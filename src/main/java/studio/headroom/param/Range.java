package studio.headroom.param;

import java.util.List;
import java.util.Locale;

/// The values a control may take, in plain units, and the taper that lays them along its travel 0..1.
///
/// `position` and `plain` are inverse to each other inside the range and clamp outside it. NaN clamps to the low
/// end.
public sealed interface Range {
    double min();

    double max();

    /// Where the plain value lies along the travel, 0..1.
    double position(double plain);

    /// The plain value at a place of the travel 0..1.
    double plain(double position);

    default double clamp(double plain) {
        return plain >= max() ? max() : plain > min() ? plain : min();
    }

    /// Even spacing.
    record Linear(double min, double max) implements Range {
        public Linear {
            requireOrdered(min, max);
        }

        @Override
        public double position(double plain) {
            return (clamp(plain) - min) / (max - min);
        }

        @Override
        public double plain(double position) {
            return position >= 1 ? max : clamp(min + unit(position) * (max - min));
        }
    }

    /// Even spacing of ratios, for frequencies and times.
    record Log(double min, double max) implements Range {
        public Log {
            requireOrdered(min, max);
            if (min <= 0) {
                throw new IllegalArgumentException("a logarithmic range starts above 0, not at " + min);
            }
        }

        @Override
        public double position(double plain) {
            return Math.log(clamp(plain) / min) / Math.log(max / min);
        }

        @Override
        public double plain(double position) {
            return position >= 1 ? max : clamp(min * Math.pow(max / min, unit(position)));
        }
    }

    /// A power taper: `center` lies in the middle of the travel.
    record Skewed(double min, double max, double center) implements Range {
        public Skewed {
            requireOrdered(min, max);
            if (!(center > min && center < max)) {
                throw new IllegalArgumentException("the center " + center + " is not inside " + min + " .. " + max);
            }
        }

        private double exponent() {
            return Math.log(0.5) / Math.log((center - min) / (max - min));
        }

        @Override
        public double position(double plain) {
            return Math.pow((clamp(plain) - min) / (max - min), exponent());
        }

        @Override
        public double plain(double position) {
            return position >= 1 ? max : clamp(min + (max - min) * Math.pow(unit(position), 1.0 / exponent()));
        }
    }

    /// The fader's law in dB, -∞ at the bottom, `max` at the top: with +6 dB on top, 0 dB lies at 78 % of the
    /// travel. `position = ((6·log2(gain) + 192) / (192 + top))^8`, where top is 6·log2 of the highest gain.
    record Fader(double max) implements Range {
        private static final double DB_PER_OCTAVE = 20.0 * Math.log10(2.0);

        public Fader {
            if (!(max >= -60 && max <= 60)) {
                throw new IllegalArgumentException("a fader cannot end at " + max + " dB");
            }
        }

        @Override
        public double min() {
            return Double.NEGATIVE_INFINITY;
        }

        @Override
        public double position(double plain) {
            double db = clamp(plain);
            double base = (6.0 * db / DB_PER_OCTAVE + 192.0) / span();
            return base <= 0 ? 0 : Math.min(1.0, Math.pow(base, 8.0));
        }

        @Override
        public double plain(double position) {
            double p = unit(position);
            return p == 0 ? min() : clamp(max - (1.0 - Math.pow(p, 1.0 / 8.0)) * span() / 6.0 * DB_PER_OCTAVE);
        }

        private double span() {
            return 192.0 + 6.0 * max / DB_PER_OCTAVE;
        }
    }

    /// One of several named options; the plain value is the option's index. Options are ids: they keep their place
    /// and their name for ever, new ones go to the end.
    record Choice(List<String> options) implements Range {
        public Choice {
            options = List.copyOf(options);
            if (options.size() < 2) {
                throw new IllegalArgumentException("a choice needs two options or more");
            }
            if (options.stream().anyMatch(String::isBlank)
                    || options.stream()
                                    .map(option -> option.toLowerCase(Locale.ROOT))
                                    .distinct()
                                    .count()
                            < options.size()) {
                throw new IllegalArgumentException("options of a choice have different names: " + options);
            }
        }

        public static Choice of(String... options) {
            return new Choice(List.of(options));
        }

        @Override
        public double min() {
            return 0;
        }

        @Override
        public double max() {
            return options.size() - 1;
        }

        @Override
        public double clamp(double plain) {
            return Math.rint(Range.super.clamp(plain));
        }

        @Override
        public double position(double plain) {
            return clamp(plain) / max();
        }

        @Override
        public double plain(double position) {
            return clamp(unit(position) * max());
        }

        double parse(String text) {
            for (int i = 0; i < options.size(); i++) {
                if (options.get(i).equalsIgnoreCase(text)) {
                    return i;
                }
            }
            throw new IllegalArgumentException("'" + text + "' is none of " + String.join(", ", options));
        }
    }

    /// Off (0) or on (1).
    record Toggle() implements Range {
        @Override
        public double min() {
            return 0;
        }

        @Override
        public double max() {
            return 1;
        }

        @Override
        public double clamp(double plain) {
            return plain >= 0.5 ? 1 : 0;
        }

        @Override
        public double position(double plain) {
            return clamp(plain);
        }

        @Override
        public double plain(double position) {
            return clamp(position);
        }

        double parse(String text) {
            return switch (text.toLowerCase(Locale.ROOT)) {
                case "on", "true", "yes", "1" -> 1;
                case "off", "false", "no", "0" -> 0;
                default -> throw new IllegalArgumentException("'" + text + "' is neither on nor off");
            };
        }
    }

    private static void requireOrdered(double min, double max) {
        if (!(min < max) || Double.isInfinite(min) || Double.isInfinite(max)) {
            throw new IllegalArgumentException("a range from " + min + " to " + max + " is not a range");
        }
    }

    private static double unit(double position) {
        return position >= 1 ? 1 : position > 0 ? position : 0;
    }
}
