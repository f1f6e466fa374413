package studio.headroom.ui.timeline;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import studio.headroom.engine.automation.AutomationMode;
import studio.headroom.engine.meter.StripMeter;
import studio.headroom.project.Span;
import studio.headroom.ui.song.Playback;

/// What the timeline needs of whatever plays the song. UI thread.
public interface TimelinePlayer {
    boolean playing();

    /// The frame that is heard, or stood at.
    long position();

    void locate(long frame);

    /// Plays a range over and over, or, with null, on.
    void loop(@Nullable Span range);

    AutomationMode mode(String strip);

    void mode(String strip, AutomationMode mode);

    /// What leaves a strip; empty while it is not played.
    Optional<StripMeter> meter(String strip);

    static TimelinePlayer of(Playback playback) {
        return new TimelinePlayer() {
            @Override
            public boolean playing() {
                return playback.playing().get();
            }

            @Override
            public long position() {
                return playback.position().get();
            }

            @Override
            public void locate(long frame) {
                playback.locate(frame);
            }

            @Override
            public void loop(@Nullable Span range) {
                if (range == null) {
                    playback.engine().noLoop();
                } else {
                    playback.engine().loop(range.start(), range.end());
                }
            }

            @Override
            public AutomationMode mode(String strip) {
                return playback.mode(strip);
            }

            @Override
            public void mode(String strip, AutomationMode mode) {
                playback.mode(strip, mode);
            }

            @Override
            public Optional<StripMeter> meter(String strip) {
                return playback.meters().strip(strip).map(meters -> meters.levels());
            }
        };
    }
}
