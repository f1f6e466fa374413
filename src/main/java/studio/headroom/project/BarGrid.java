package studio.headroom.project;

/// Where bars, beats and ticks lie on the timeline of a song of one tempo that begins with bar 1.
///
/// A beat is a note of the lower number of the time signature; the tempo counts quarters whatever that is, as it does
/// for
/// effects that follow it: at 6/8 and 120 BPM a beat, an eighth, lasts a quarter of a second. The place of each tick is
/// computed from the beginning of the song, so that nothing drifts; it
/// is the frame nearest to it, a half upward. Every frame has a place, the last tick that is not after it, and how many
/// frames it lies behind that; so both ways together give back what went in, exactly.
///
/// @param sampleRate of the timeline, in Hz
public record BarGrid(Tempo tempo, int sampleRate) {
    /// Ticks of a beat: divisible by 2 to the sixth, 3 and 5, so that triplets and thirty-seconds are whole.
    public static final int TICKS = 960;

    /// A musical place.
    ///
    /// @param bar from 1
    /// @param beat from 1 to the tempo's beats of a bar
    /// @param tick from 0 to [#TICKS] less 1
    /// @param frames behind the tick, 0 or more and less than there are to the next one
    public record Place(long bar, int beat, int tick, long frames) {
        public Place {
            if (bar < 1 || beat < 1 || tick < 0 || tick >= TICKS || frames < 0) {
                throw new IllegalArgumentException("no place is " + bar + "." + beat + "." + tick + " + " + frames);
            }
        }

        /// The first beat of a bar.
        public static Place ofBar(long bar) {
            return new Place(bar, 1, 0, 0);
        }

        /// `17.3.480`.
        @Override
        public String toString() {
            return bar + "." + beat + "." + tick;
        }
    }

    public BarGrid {
        if (sampleRate < 1) {
            throw new IllegalArgumentException("a timeline of " + sampleRate + " Hz");
        }
    }

    /// The grid of a song.
    public static BarGrid of(Project song) {
        return new BarGrid(song.tempo(), song.sampleRate());
    }

    /// The frame at which a tick of the song sounds, both counted from 0.
    private long frameOfTick(long tick) {
        // Whole beats first: their product stays exact for longer than any song.
        double beats = tick / TICKS + (double) (tick % TICKS) / TICKS;
        return (long) Math.floor(beats * framesPerBeat() + 0.5);
    }

    /// Frames from one beat to the next, not whole in general.
    public double framesPerBeat() {
        return 240.0 * sampleRate / (tempo.beatsPerMinute() * tempo.beatUnit());
    }

    /// Frames from one bar to the next, not whole in general.
    public double framesPerBar() {
        return framesPerBeat() * tempo.beatsPerBar();
    }

    /// The frame of a place.
    ///
    /// @throws IllegalArgumentException where the bar has no such beat
    public long frame(Place place) {
        if (place.beat() > tempo.beatsPerBar()) {
            throw new IllegalArgumentException(
                    "a bar of " + tempo.beatsPerBar() + " beats has no beat " + place.beat());
        }
        long beats = (place.bar() - 1) * tempo.beatsPerBar() + place.beat() - 1;
        return frameOfTick(beats * TICKS + place.tick()) + place.frames();
    }

    /// The first frame of a bar.
    ///
    /// @param bar from 1
    public long frameOfBar(long bar) {
        return frame(Place.ofBar(bar));
    }

    /// The place of a frame.
    ///
    /// @param frame 0 or more
    public Place place(long frame) {
        if (frame < 0) {
            throw new IllegalArgumentException("no song has a frame " + frame);
        }
        long tick = (long) (frame / framesPerBeat() * TICKS);
        // At most off by the rounding of a tick's frame, or by several ticks where many share a frame.
        while (frameOfTick(tick + 1) <= frame) {
            tick++;
        }
        while (frameOfTick(tick) > frame) {
            tick--;
        }
        long beats = tick / TICKS;
        return new Place(
                beats / tempo.beatsPerBar() + 1,
                (int) (beats % tempo.beatsPerBar()) + 1,
                (int) (tick % TICKS),
                frame - frameOfTick(tick));
    }

    /// The frame that lies so many bars before another, or the song's first one: where playing begins that leads up to
    /// it.
    ///
    /// @param bars 0 or more
    public long before(long frame, double bars) {
        if (!(bars >= 0)) {
            throw new IllegalArgumentException("a pre-roll of " + bars + " bars");
        }
        return Math.max(0, frame - Math.round(bars * framesPerBar()));
    }
}
