package studio.headroom.mastering;

/// Hears how an export goes, besides what each step is. Called on the job's threads, often.
public interface ExportWatch extends Progress {
    /// Where a file is.
    enum Stage {
        WRITING,
        MEASURING,
        /// Complete and measured; it takes its place when all are.
        READY,
        DONE
    }

    /// @param share of the whole export, 0..1, never less than before
    default void whole(double share) {}

    /// @param index of the file in the order in which they were asked for
    default void file(int index, Stage stage) {}

    /// @param index of the file
    /// @param written what was measured on it; it takes its place when all are complete
    default void measured(int index, ExportJob.Written written) {}

    /// One that hears steps alone.
    static ExportWatch of(Progress progress) {
        return new ExportWatch() {
            @Override
            public void at(String step, double share) {
                progress.at(step, share);
            }

            @Override
            public boolean canceled() {
                return progress.canceled();
            }
        };
    }
}
