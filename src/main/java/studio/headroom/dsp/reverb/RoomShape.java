package studio.headroom.dsp.reverb;

import studio.headroom.concurrent.RealTime;

/// The kinds of space, as what makes them sound unlike each other at the same decay time.
///
/// @param shortestMs the shortest line of the feedback network at a size of 100 %
/// @param longestMs the longest one
/// @param diffusionMs the spread of each stage of diffusion in front of the network
/// @param onsetMs how long after the predelay the late reverberation begins
/// @param tapSpread the outputs tap each line between its beginning and this share of it
/// @param modulation detune of the network relative to the others
/// @param reflections the early reflections at a size of 100 %
@RealTime
public record RoomShape(
        double shortestMs,
        double longestMs,
        double[] diffusionMs,
        double onsetMs,
        double tapSpread,
        double modulation,
        ReflectionPattern reflections) {
    /// A furnished room of 90 m³: strong separate reflections from six walls close by, then a short dense tail.
    public static final RoomShape ROOM = new RoomShape(
            27.1, 73.9, new double[] {3.7, 7.9, 14.3}, 2.1, 0.8, 0.6, ImageSources.box(6.6, 4.9, 2.8, 0.72));

    /// A concert hall of 11 000 m³: sparse late reflections, a slow build-up and the densest, widest tail.
    public static final RoomShape HALL = new RoomShape(
            49.3, 137.9, new double[] {8.9, 17.3, 29.1}, 11.0, 0.9, 1.0, ImageSources.box(37, 21, 14, 0.8));

    /// A steel plate: no walls, so no early reflections apart, but a dense burst from the first millisecond.
    public static final RoomShape PLATE =
            new RoomShape(33.7, 91.3, new double[] {2.9, 6.1, 12.1}, 0.0, 1.0, 1.3, ImageSources.plate());

    /// A hard-walled echo chamber of 70 m³ with a skewed plan: quick build-up, thick middle.
    public static final RoomShape CHAMBER = new RoomShape(
            37.9, 97.7, new double[] {5.3, 9.7, 17.9}, 4.3, 0.9, 0.8, ImageSources.box(7.9, 3.1, 2.9, 0.93));

    private static final RoomShape[] ALL = {ROOM, HALL, PLATE, CHAMBER};

    public static RoomShape of(int index) {
        return ALL[index];
    }
}
