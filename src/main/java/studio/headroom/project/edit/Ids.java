package studio.headroom.project.edit;

import studio.headroom.project.Project;

/// Ids of new parts of a song. They depend on nothing but the project, so an edit that is made again makes the
/// same.
public final class Ids {
    public static final String STRIP = "strip";
    public static final String INSERT = "insert";
    public static final String SEND = "send";
    public static final String CLIP = "clip";
    public static final String MEDIA = "media";
    public static final String MARKER = "marker";

    private static final int MAX_DIGITS = 9;

    private Ids() {}

    /// The prefix with the number after the highest that the project has with it: `clip8` where `clip7` is the
    /// highest.
    public static String next(Project project, String prefix) {
        return prefix + nextNumber(project, prefix);
    }

    /// The number of [#next], for those who need several at once and count on by themselves.
    public static int nextNumber(Project project, String prefix) {
        return 1 + project.ids().mapToInt(id -> number(id, prefix)).max().orElse(0);
    }

    private static int number(String id, String prefix) {
        int digits = id.length() - prefix.length();
        if (!id.startsWith(prefix) || digits < 1 || digits > MAX_DIGITS) {
            return 0;
        }
        for (int i = prefix.length(); i < id.length(); i++) {
            if (id.charAt(i) < '0' || id.charAt(i) > '9') {
                return 0;
            }
        }
        return Integer.parseInt(id, prefix.length(), id.length(), 10);
    }
}
