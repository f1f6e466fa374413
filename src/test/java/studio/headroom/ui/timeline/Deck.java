package studio.headroom.ui.timeline;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.automation.AutomationMode;
import studio.headroom.engine.meter.StripMeter;
import studio.headroom.project.Span;

/// A player that stands where it is put.
final class Deck implements TimelinePlayer {
    private final Map<String, AutomationMode> modes = new HashMap<>();
    long position;
    boolean playing;

    @Nullable
    Span loop;

    @Override
    public boolean playing() {
        return playing;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    public void locate(long frame) {
        position = frame;
    }

    @Override
    public void loop(@Nullable Span range) {
        loop = range;
    }

    @Override
    public AutomationMode mode(String strip) {
        return modes.getOrDefault(strip, AutomationMode.READ);
    }

    @Override
    public void mode(String strip, AutomationMode mode) {
        modes.put(strip, mode);
    }

    @Override
    public Optional<StripMeter> meter(String strip) {
        return Optional.empty();
    }
}
