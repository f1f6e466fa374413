package studio.headroom.mastering;

/// Names of files made from what people call their songs and tracks.
public final class FileNames {
    private static final int LONGEST = 100;

    private FileNames() {}

    /// A name that every system allows: no separators, no control characters, no dot or blank at its ends.
    public static String safe(String title) {
        String clean = title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_").strip();
        String cut = clean.length() > LONGEST ? clean.substring(0, LONGEST).strip() : clean;
        String bare = cut.replaceAll("^\\.+|[. ]+$", "");
        return bare.isEmpty() ? "Untitled" : bare;
    }
}
