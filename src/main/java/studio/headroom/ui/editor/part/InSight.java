package studio.headroom.ui.editor.part;

/// Which items of a row are in sight where not all have room: some beside each other, none cut.
///
/// @param first of them, from 0
/// @param count how many, at least 1 unless the row is empty
record InSight(int first, int count) {
    /// As many as there is room for.
    ///
    /// @param wide width of each item
    /// @param step what lies between two items
    /// @param room for all of it; what is wider than that is in sight alone
    /// @param from the first that is wished for; where there would be room left behind the last, it is an earlier
    /// one
    /// @param must an item that has to be in sight; negative for none
    static InSight of(double[] wide, double step, double room, int from, int must) {
        int first = Math.max(0, Math.min(from, lowestFirst(wide, wide.length - 1, step, room)));
        if (must >= 0) {
            first = Math.clamp(first, lowestFirst(wide, must, step, room), must);
        }
        int count = 0;
        double used = 0;
        while (first + count < wide.length) {
            used += wide[first + count] + (count > 0 ? step : 0);
            if (used > room && count > 0) {
                break;
            }
            count++;
        }
        return new InSight(first, count);
    }

    /// The first item from which on the row reaches to `last`.
    private static int lowestFirst(double[] wide, int last, double step, double room) {
        int from = Math.max(0, last);
        double used = wide.length == 0 ? 0 : wide[from];
        while (from > 0 && used + step + wide[from - 1] <= room) {
            from--;
            used += step + wide[from];
        }
        return from;
    }
}
