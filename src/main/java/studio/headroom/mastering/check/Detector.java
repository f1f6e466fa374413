package studio.headroom.mastering.check;

import java.util.List;

/// Looks for one kind of trouble while the sound goes by. One thread; memory does not grow with the length.
interface Detector {
    /// Takes in the next `count` frames of `chunk[channel]`, from index 0. All samples are numbers.
    ///
    /// @param at the place of the first of them
    void process(float[][] chunk, int count, long at);

    /// Adds what was found.
    ///
    /// @param frames length of the whole
    void finish(long frames, List<Finding> findings);
}
