package studio.headroom.engine.output;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A device cannot do what was asked of it. The message is for people: which device, why, and what helps.
public final class DeviceException extends IOException {
    private static final long serialVersionUID = 1L;

    public DeviceException(String message) {
        this(message, null);
    }

    public DeviceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
