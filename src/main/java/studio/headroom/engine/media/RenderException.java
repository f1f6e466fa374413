package studio.headroom.engine.media;

import java.io.IOException;
import java.util.Objects;

/// An offline render could not read its media. Never thrown while playing.
public final class RenderException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RenderException(IOException cause) {
        super(cause.getMessage(), cause);
    }

    /// What the medium said.
    public IOException ioCause() {
        return (IOException) Objects.requireNonNull(getCause());
    }
}
