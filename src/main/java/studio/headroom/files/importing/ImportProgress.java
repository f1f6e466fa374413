package studio.headroom.files.importing;

/// Who watches an import, and may stop it. Called by the threads that convert, one at a time for [#report].
public interface ImportProgress {
    ImportProgress NONE = new ImportProgress() {
        @Override
        public void report(double done, String file) {}

        @Override
        public boolean canceled() {
            return false;
        }
    };

    /// @param done 0 to 1, rising
    /// @param file the name of a file that is being converted
    void report(double done, String file);

    /// Whether to stop; asked often.
    boolean canceled();
}
