package studio.headroom.files.importing;

/// How stems are brought in.
///
/// @param foldDualMono stereo files whose channels are the same become mono tracks; otherwise that is only reported
/// @param placeByTimeStamp files with a time stamp (Broadcast WAV) begin as much later than the earliest of them as
///     their stamps say; otherwise all begin at 0
/// @param threads files converted at the same time, 1 to 16
public record ImportOptions(boolean foldDualMono, boolean placeByTimeStamp, int threads) {
    public static final ImportOptions DEFAULT = new ImportOptions(false, false, 2);

    public ImportOptions {
        if (threads < 1 || threads > 16) {
            throw new IllegalArgumentException(threads + " threads are outside 1 to 16");
        }
    }
}
