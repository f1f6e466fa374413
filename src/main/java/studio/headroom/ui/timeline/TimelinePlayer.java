package studio.headroom.ui.timeline;

import java.util.Optional;
import studio.headroom.engine.automation.Address;
import studio.headroom.engine.automation.AutomationMode;
import studio.headroom.engine.meter.StripMeter;
import studio.headroom.ui.song.Playback;

/// What the timeline needs of whatever plays the song. UI thread.
public interface TimelinePlayer {
    boolean playing();

    /// The frame that is heard, or stood at.
    long position();

    void locate(long frame);

    /// Lets what lies at a frame be heard, over and over, until [#endScrub].
    void scrub(long frame);

    void endScrub();

    /// Whether the song's loop is played over and over.
    boolean looping();

    void looping(boolean on);

    /// Runs `observer` when looping is turned on or off, by whomever.
    ///
    /// @return ends it
    Runnable onLooping(Runnable observer);

    AutomationMode mode(String strip);

    void mode(String strip, AutomationMode mode);

    /// Hands a switch that was turned to the player, where automation takes its moves.
    ///
    /// @return whether it did; else it is an edit
    boolean turn(Address address, boolean on);

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
            public void scrub(long frame) {
                playback.scrub(frame);
            }

            @Override
            public void endScrub() {
                playback.endScrub();
            }

            @Override
            public boolean looping() {
                return playback.looping().get();
            }

            @Override
            public void looping(boolean on) {
                playback.looping().set(on);
            }

            @Override
            public Runnable onLooping(Runnable observer) {
                return playback.looping().subscribe(observer)::unsubscribe;
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
            public boolean turn(Address address, boolean on) {
                if (!playback.takesMoves(address)) {
                    return false;
                }
                playback.touch(address, on ? 0 : 1);
                playback.move(address, on ? 1 : 0);
                playback.release(address);
                return true;
            }

            @Override
            public Optional<StripMeter> meter(String strip) {
                return playback.meters().strip(strip).map(meters -> meters.levels());
            }
        };
    }
}
