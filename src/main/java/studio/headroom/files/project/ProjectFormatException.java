package studio.headroom.files.project;

/// A text that is no project of a format known here. The message is a clause that fits after "Cannot open 'file':
/// ".
final class ProjectFormatException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean damaged;

    private ProjectFormatException(String message, boolean damaged) {
        super(message);
        this.damaged = damaged;
    }

    static ProjectFormatException damaged(String message) {
        return new ProjectFormatException(message, true);
    }

    /// What was read is whole, but not for this program.
    static ProjectFormatException foreign(String message) {
        return new ProjectFormatException(message, false);
    }

    /// Whether an older version of the same file would help.
    boolean isDamaged() {
        return damaged;
    }
}
