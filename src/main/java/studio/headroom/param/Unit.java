package studio.headroom.param;

import java.util.Locale;

/// The unit of a plain value: how people read it and how they type it. `parse(format(v))` is `v` to the digits
/// shown.
public enum Unit {
    DECIBEL {
        @Override
        public String format(double v) {
            return v == Double.NEGATIVE_INFINITY ? MINUS + "∞ dB" : number(v, 1) + " dB";
        }

        @Override
        public double parse(String text) {
            String body = body(text, "db");
            return body.equals("-inf") || body.equals("-infinity") || body.equals("-∞")
                    ? Double.NEGATIVE_INFINITY
                    : parseNumber(body, text, "a level such as -6 or -6 dB");
        }
    },
    HERTZ {
        @Override
        public String format(double v) {
            if (v < 99.95) {
                return number(v, 1) + " Hz";
            }
            return v < 999.5 ? number(v, 0) + " Hz" : number(v / 1000.0, 2) + " kHz";
        }

        @Override
        public double parse(String text) {
            String body = body(text, "hz");
            boolean kilo = body.endsWith("k");
            double value = parseNumber(
                    kilo ? body.substring(0, body.length() - 1).strip() : body,
                    text,
                    "a frequency such as 250 or 6.5k");
            return kilo ? value * 1000.0 : value;
        }
    },
    MILLISECOND {
        @Override
        public String format(double v) {
            if (Math.abs(v) >= 999.5) {
                return number(v / 1000.0, 2) + " s";
            }
            return (Math.abs(v) < 9.995 ? number(v, 2) : Math.abs(v) < 99.95 ? number(v, 1) : number(v, 0)) + " ms";
        }

        @Override
        public double parse(String text) {
            String all = body(text, "");
            if (all.endsWith("ms")) {
                return parseNumber(all.substring(0, all.length() - 2).strip(), text, TIME_HINT);
            }
            return all.endsWith("s")
                    ? parseNumber(all.substring(0, all.length() - 1).strip(), text, TIME_HINT) * 1000.0
                    : parseNumber(all, text, TIME_HINT);
        }
    },
    RATIO {
        @Override
        public String format(double v) {
            return number(v, 2) + ":1";
        }

        @Override
        public double parse(String text) {
            String body = body(text.replaceAll("\\s*:\\s*", ":"), ":1");
            return parseNumber(body, text, "a ratio such as 4 or 4:1");
        }
    },
    PERCENT {
        @Override
        public String format(double v) {
            return withoutZeros(number(v, 1)) + " %";
        }

        @Override
        public double parse(String text) {
            return parseNumber(body(text, "%"), text, "a percentage such as 80 or 80 %");
        }
    },
    /// A place between left and right, -100 to 100.
    PAN {
        @Override
        public String format(double v) {
            long rounded = Math.round(v);
            return rounded == 0 ? "C" : rounded < 0 ? "L" + -rounded : "R" + rounded;
        }

        @Override
        public double parse(String text) {
            String body = body(text, "");
            if (body.equals("c") || body.equals("center")) {
                return 0;
            }
            char side = body.isEmpty() ? ' ' : body.charAt(0);
            String hint = "a place such as L30, C or R30";
            return switch (side) {
                case 'l' -> -parseNumber(body.substring(1).strip(), text, hint);
                case 'r' -> parseNumber(body.substring(1).strip(), text, hint);
                default -> parseNumber(body, text, hint);
            };
        }
    },
    /// The quality factor of a filter: always two decimals, so that a column of them stands in line.
    Q {
        @Override
        public String format(double v) {
            return number(v, 2);
        }

        @Override
        public double parse(String text) {
            return parseNumber(body(text, ""), text, "a Q such as 0.7 or 4");
        }
    },
    NONE {
        @Override
        public String format(double v) {
            return withoutZeros(number(v, 2));
        }

        @Override
        public double parse(String text) {
            return parseNumber(body(text, ""), text, "a number");
        }
    };

    private static final String MINUS = "\u2212";
    private static final String TIME_HINT = "a time such as 250ms or 1.5 s";

    /// The value as a person reads it, with its unit, a true minus and a point as decimal mark.
    public abstract String format(double plain);

    /// The value of a text as a person types it: unit and case optional, minus or hyphen.
    ///
    /// @throws IllegalArgumentException with what would be right
    public abstract double parse(String text);

    private static String number(double v, int decimals) {
        String text = String.format(Locale.ROOT, "%." + decimals + "f", v);
        return text.startsWith("-")
                ? (text.matches("-0(\\.0+)?") ? text.substring(1) : MINUS + text.substring(1))
                : text;
    }

    /// A whole number is shown as one: `80`, not `80.0`.
    private static String withoutZeros(String number) {
        return number.replaceFirst("\\.0+$", "");
    }

    private static String body(String text, String suffix) {
        String lower = text.strip().toLowerCase(Locale.ROOT).replace(MINUS, "-");
        // One thousand or one? A comma is a decimal mark unless it could just as well part thousands; then it is
        // refused.
        if (!lower.matches(".*,[0-9]{3}([^0-9].*)?")) {
            lower = lower.replace(',', '.');
        }
        return lower.endsWith(suffix)
                ? lower.substring(0, lower.length() - suffix.length()).strip()
                : lower;
    }

    private static double parseNumber(String body, String original, String hint) {
        try {
            double value = Double.parseDouble(body);
            if (Double.isFinite(value) && body.matches("[-+0-9.e]+")) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one message for everything that is not a number.
        }
        throw new IllegalArgumentException("'" + original.strip() + "' is not " + hint);
    }
}
