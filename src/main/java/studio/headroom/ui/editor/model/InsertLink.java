package studio.headroom.ui.editor.model;

import java.util.Optional;
import studio.headroom.engine.automation.Address;
import studio.headroom.engine.live.Comparison;
import studio.headroom.engine.live.InsertTap;
import studio.headroom.engine.live.LiveMeters;
import studio.headroom.engine.live.StripTap;
import studio.headroom.ui.song.Playback;

/// What editors need of the song that plays. UI thread.
public interface InsertLink {
    /// Nothing plays.
    InsertLink SILENT = new InsertLink() {};

    /// Whether a move is to be heard or written over automation instead of being an edit.
    default boolean takesMoves(Address address) {
        return false;
    }

    default void touch(Address address, double value) {}

    default void move(Address address, double value) {}

    default void release(Address address) {}

    /// The sound of an insert; empty while it is not played.
    default Optional<InsertTap> tap(String insertId) {
        return Optional.empty();
    }

    /// The sound that leaves a strip; empty while it is not played.
    default Optional<StripTap> stripTap(String stripId) {
        return Optional.empty();
    }

    /// How far an insert turns down at the moment, in dB, 0 or more.
    default double reductionDb(String insertId) {
        return 0;
    }

    /// How far the sound moves the gain of a band of an effect at the moment, in dB: below 0 down, above 0 up.
    ///
    /// @param band from 0
    default double bandGainDb(String insertId, int band) {
        return 0;
    }

    /// Lets an insert be heard otherwise than the song says.
    default void compare(String insertId, Comparison how) {}

    /// The frame of the timeline that is heard.
    default long position() {
        return 0;
    }

    default boolean playing() {
        return false;
    }

    /// The same for pictures beside the editors: how an insert is heard is left to those.
    default InsertLink beside() {
        InsertLink link = this;
        return new InsertLink() {
            @Override
            public boolean takesMoves(Address address) {
                return link.takesMoves(address);
            }

            @Override
            public void touch(Address address, double value) {
                link.touch(address, value);
            }

            @Override
            public void move(Address address, double value) {
                link.move(address, value);
            }

            @Override
            public void release(Address address) {
                link.release(address);
            }

            @Override
            public Optional<InsertTap> tap(String insertId) {
                return link.tap(insertId);
            }

            @Override
            public Optional<StripTap> stripTap(String stripId) {
                return link.stripTap(stripId);
            }

            @Override
            public double reductionDb(String insertId) {
                return link.reductionDb(insertId);
            }

            @Override
            public double bandGainDb(String insertId, int band) {
                return link.bandGainDb(insertId, band);
            }

            @Override
            public long position() {
                return link.position();
            }

            @Override
            public boolean playing() {
                return link.playing();
            }
        };
    }

    static InsertLink of(Playback playback) {
        return new InsertLink() {
            @Override
            public boolean takesMoves(Address address) {
                return playback.takesMoves(address);
            }

            @Override
            public void touch(Address address, double value) {
                playback.touch(address, value);
            }

            @Override
            public void move(Address address, double value) {
                playback.move(address, value);
            }

            @Override
            public void release(Address address) {
                playback.release(address);
            }

            @Override
            public Optional<InsertTap> tap(String insertId) {
                return playback.meters().insert(insertId).map(LiveMeters.Insert::tap);
            }

            @Override
            public Optional<StripTap> stripTap(String stripId) {
                return playback.meters().strip(stripId).map(LiveMeters.Strip::tap);
            }

            @Override
            public double reductionDb(String insertId) {
                return playback.meters()
                        .insert(insertId)
                        .map(insert -> -insert.gainReduction().get(0))
                        .orElse(0.0);
            }

            @Override
            public double bandGainDb(String insertId, int band) {
                return playback.meters()
                        .insert(insertId)
                        .filter(insert -> band + 1 < insert.gainReduction().size())
                        .map(insert -> insert.gainReduction().get(band + 1))
                        .orElse(0.0);
            }

            @Override
            public void compare(String insertId, Comparison how) {
                playback.engine().compare(insertId, how);
            }

            @Override
            public long position() {
                return playback.position().get();
            }

            @Override
            public boolean playing() {
                return playback.playing().get();
            }
        };
    }
}
