package studio.headroom.app.cli;

import picocli.CommandLine;

/// A time on the timeline as typed: `90`, `90.5s`, `1:30`, `1:02:30.25`. In seconds.
record TimeText(double seconds) {
    static TimeText parse(String text) {
        String body = text.strip();
        if (body.endsWith("s")) {
            body = body.substring(0, body.length() - 1);
        }
        String[] parts = body.split(":", -1);
        double seconds = 0;
        try {
            if (parts.length > 3) {
                throw new NumberFormatException(text);
            }
            for (String part : parts) {
                double value = Double.parseDouble(part);
                if (!(value >= 0 && value < 1e7) || (parts.length > 1 && part.isBlank())) {
                    throw new NumberFormatException(text);
                }
                seconds = seconds * 60 + value;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("'" + text + "' is not a time such as 90, 1:30 or 1:02:30.5", e);
        }
        return new TimeText(seconds);
    }

    long frames(int sampleRate) {
        return Math.round(seconds * sampleRate);
    }

    /// For picocli.
    static final class Converter implements CommandLine.ITypeConverter<TimeText> {
        @Override
        public TimeText convert(String value) {
            try {
                return parse(value);
            } catch (IllegalArgumentException e) {
                throw new CommandLine.TypeConversionException(String.valueOf(e.getMessage()));
            }
        }
    }
}
