package studio.headroom.mastering.deliver;

import studio.headroom.mastering.ExportWatch;
import studio.headroom.mastering.Progress;

/// Hears how a delivery goes, besides what each step is. Called on the job's threads, often.
public interface DeliveryWatch extends Progress {
    /// @param share of the whole delivery, 0..1, never less than before
    default void whole(double share) {}

    /// @param index of the file in the order in which they were asked for
    default void file(int index, ExportWatch.Stage stage) {}

    /// @param index of the file
    /// @param share of its own work, 0..1, never less than before
    default void within(int index, double share) {}

    /// @param index of the file
    /// @param written what was measured on it; it takes its place when all are complete
    default void measured(int index, Delivered written) {}

    /// One that hears steps alone.
    static DeliveryWatch of(Progress progress) {
        return new DeliveryWatch() {
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
