package studio.headroom.engine.output;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A device cannot do what was asked of it. The message is for people: which device, why, and what helps. Where the
/// cure is another one on the command line than in the window, there are words for both.
public final class DeviceException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String inWindow;

    public DeviceException(String message) {
        this(message, message, null);
    }

    public DeviceException(String message, @Nullable Throwable cause) {
        this(message, message, cause);
    }

    /// @param message as the command line says it
    /// @param inWindow as the window says it, where devices are chosen from a list
    public DeviceException(String message, String inWindow) {
        this(message, inWindow, null);
    }

    private DeviceException(String message, String inWindow, @Nullable Throwable cause) {
        super(message, cause);
        this.inWindow = inWindow;
    }

    /// The message for people who choose devices from a list.
    public String inWindow() {
        return inWindow;
    }
}
