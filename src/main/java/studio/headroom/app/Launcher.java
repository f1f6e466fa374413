package studio.headroom.app;

/// Where the JVM comes in. It is not a JavaFX `Application` itself, because the JVM would then look for JavaFX before
/// any of our code runs, and the command line does not need it.
public final class Launcher {
    private Launcher() {}

    public static void main(String[] args) {
        prepare();
        Main.main(args);
    }

    /// What comes before everything else.
    static void prepare() {
        LibraryLogs.install();
    }
}
