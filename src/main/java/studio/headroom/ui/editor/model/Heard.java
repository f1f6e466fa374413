package studio.headroom.ui.editor.model;

/// What the last seconds of sound showed of an effect that turns down.
///
/// @param deepestDb the deepest reduction, 0 or more
/// @param averageDb of where it turned down
/// @param share of the time with sound in which it did, 0 to 1
/// @param sounding whether there was any sound
public record Heard(double deepestDb, double averageDb, double share, boolean sounding) {
    /// Less than this is not working, in dB.
    private static final double WORKS = 0.3;
    /// Above this input there is sound, in dB.
    private static final double SOUND = -50;

    public static Heard of(EditorAnalysis analysis) {
        double deepest = 0;
        double sum = 0;
        int working = 0;
        int sounding = 0;
        for (int i = 0; i < EditorAnalysis.COLUMNS; i++) {
            if (analysis.inputDb(i) < SOUND) {
                continue;
            }
            sounding++;
            double db = analysis.reductionDb(i);
            deepest = Math.max(deepest, db);
            if (db >= WORKS) {
                sum += db;
                working++;
            }
        }
        return new Heard(
                deepest,
                working == 0 ? 0 : sum / working,
                sounding == 0 ? 0 : (double) working / sounding,
                sounding > 0);
    }
}
