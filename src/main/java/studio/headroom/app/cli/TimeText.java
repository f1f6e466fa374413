package studio.headroom.app.cli;

import picocli.CommandLine;
import studio.headroom.mastering.ClockText;

/// A time on the timeline as typed: `90`, `90.5s`, `1:30`, `1:02:30.25`. In seconds.
record TimeText(double seconds) {
    static TimeText parse(String text) {
        return new TimeText(ClockText.seconds(text));
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
