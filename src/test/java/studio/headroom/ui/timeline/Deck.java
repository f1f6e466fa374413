package studio.headroom.ui.timeline;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import studio.headroom.engine.automation.Address;
import studio.headroom.engine.automation.AutomationMode;
import studio.headroom.engine.meter.StripMeter;

/// A player that stands where it is put.
final class Deck implements TimelinePlayer {
    private final Map<String, AutomationMode> modes = new HashMap<>();
    long position;
    boolean playing;
    boolean looping;
    boolean scrubbing;
    private Runnable onLooping = () -> {};

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
    public void scrub(long frame) {
        position = frame;
        scrubbing = true;
    }

    @Override
    public void endScrub() {
        scrubbing = false;
    }

    @Override
    public boolean looping() {
        return looping;
    }

    @Override
    public void looping(boolean on) {
        looping = on;
        onLooping.run();
    }

    @Override
    public Runnable onLooping(Runnable observer) {
        onLooping = observer;
        return () -> onLooping = () -> {};
    }

    @Override
    public boolean turn(Address address, boolean on) {
        return false;
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
