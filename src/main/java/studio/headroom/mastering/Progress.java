package studio.headroom.mastering;

/// Hears how a long job goes, and may call it off. Called on the job's thread, often.
public interface Progress {
    /// Hears nothing and lets everything finish.
    Progress NONE = new Progress() {};

    /// @param step what is being done, such as `Rendering`
    /// @param share of this step, 0..1
    default void at(String step, double share) {}

    /// Asked between blocks; once true, the job ends as soon as it can and leaves nothing behind.
    default boolean canceled() {
        return false;
    }
}
