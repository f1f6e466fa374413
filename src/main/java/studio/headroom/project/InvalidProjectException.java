package studio.headroom.project;

/// A document that contradicts itself; the message says in one sentence what is wrong with it.
public final class InvalidProjectException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public InvalidProjectException(String message) {
        super(message);
    }
}
