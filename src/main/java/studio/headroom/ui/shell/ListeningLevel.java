package studio.headroom.ui.shell;

import java.util.Locale;
import java.util.OptionalDouble;
import studio.headroom.audio.Decibels;
import studio.headroom.engine.monitor.MonitorControls;
import studio.headroom.engine.monitor.MonitorControls.NoiseFrom;
import studio.headroom.ui.preferences.Preferences;
import studio.headroom.ui.song.MonitorPath;

/// How loud one listens: the monitor's level, and what that is in the room once it was measured with the noise. UI
/// thread.
final class ListeningLevel {
    /// Two loudspeakers with noise of their own make twice the power of one.
    private static final double BOTH_DB = Decibels.fromPower(2);

    private final Preferences preferences;
    private final MonitorPath path;

    ListeningLevel(Preferences preferences, MonitorPath path) {
        this.preferences = preferences;
        this.path = path;
    }

    /// The monitor's level in dB.
    double level() {
        return preferences.monitorLevel().get();
    }

    void setLevel(double db) {
        preferences.monitorLevel().set(MonitorControls.LEVEL.clamp(db));
    }

    /// Turns it up or down.
    void change(double db) {
        setLevel(level() + db);
    }

    /// What one loudspeaker makes of 0 on a K-20 meter now, in dB SPL; nothing where that was not measured.
    OptionalDouble spl() {
        OptionalDouble atZero = preferences.calibration();
        return atZero.isPresent() ? OptionalDouble.of(atZero.getAsDouble() + level()) : atZero;
    }

    /// Takes what a sound level meter shows while the noise plays at the level of now. Of both loudspeakers together it
    /// is 3 dB
    /// more than of one.
    void calibrate(double shown) {
        double one = path.noise().get() == NoiseFrom.BOTH ? shown - BOTH_DB : shown;
        preferences.calibrate(OptionalDouble.of(one - level()));
    }

    void forget() {
        preferences.calibrate(OptionalDouble.empty());
    }

    /// Goes to the level at which the noise is as loud as was chosen.
    ///
    /// @return what was done, or what hinders it and how to mend that
    String toReference() {
        int wanted = preferences.monitorReference().get();
        OptionalDouble atZero = preferences.calibration();
        if (atZero.isEmpty()) {
            return "How loud this output is in the room was not measured yet: “Listening level…” does that.";
        }
        double level = wanted - atZero.getAsDouble();
        setLevel(level);
        if (Math.abs(level - level()) > 0.05) {
            return String.format(
                    Locale.ROOT,
                    "%d dB SPL is out of reach: turn the amplifier %s by %.1f dB and measure again.",
                    wanted,
                    level > 0 ? "up" : "down",
                    Math.abs(level - level()));
        }
        return "Monitor at " + decibels(level()) + ": 0 on a K-20 meter is " + wanted + " dB SPL.";
    }

    /// For the status bar: `Monitor −6.0 dB · 77.0 dB SPL`; empty where there is nothing to tell.
    String words() {
        OptionalDouble spl = spl();
        if (spl.isEmpty() && level() == 0) {
            return "";
        }
        return "Monitor " + decibels(level())
                + (spl.isEmpty() ? "" : String.format(Locale.ROOT, " · %.1f dB SPL", spl.getAsDouble()));
    }

    /// What is known of the room, in a sentence.
    String state() {
        OptionalDouble spl = spl();
        return spl.isEmpty()
                ? "This output was not measured yet."
                : String.format(
                        Locale.ROOT,
                        "Measured: 0 on a K-20 meter (−20 dBFS) is %.1f dB SPL from each loudspeaker, 0 on K-14 %.1f, on K-12 %.1f.",
                        spl.getAsDouble(),
                        spl.getAsDouble() + 6,
                        spl.getAsDouble() + 8);
    }

    private static String decibels(double db) {
        return MonitorControls.LEVEL.format(db);
    }
}
