package studio.headroom.project.edit;

import java.util.stream.Stream;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.StripState;

/// Ids of new parts of a song. They depend on nothing but the project, so an edit that is made again makes the
/// same. What a snapshot remembers keeps its id to itself, so that it is not mistaken for something new.
public final class Ids {
    public static final String STRIP = "strip";
    public static final String INSERT = "insert";
    public static final String SEND = "send";
    public static final String CLIP = "clip";
    public static final String MEDIA = "media";
    public static final String MARKER = "marker";
    public static final String GROUP = "group";
    public static final String FOLDER = "folder";
    public static final String SNAPSHOT = "snapshot";

    private static final int MAX_DIGITS = 9;

    private Ids() {}

    /// The prefix with the number after the highest that the project has with it: `clip8` where `clip7` is the
    /// highest.
    public static String next(Project project, String prefix) {
        return prefix + nextNumber(project, prefix);
    }

    /// The number of [#next], for those who need several at once and count on by themselves.
    public static int nextNumber(Project project, String prefix) {
        return 1 + all(project).mapToInt(id -> number(id, prefix)).max().orElse(0);
    }

    private static Stream<String> all(Project project) {
        Stream<String> snapshots = project.snapshots().stream()
                .flatMap(snapshot -> Stream.concat(
                        Stream.of(snapshot.id()), snapshot.strips().stream().flatMap(Ids::remembered)));
        Stream<String> chains = project.mastering().slots().values().stream()
                .flatMap(chain -> chain.stream().map(Insert::id));
        return Stream.concat(project.ids(), Stream.concat(snapshots, chains));
    }

    private static Stream<String> remembered(StripState state) {
        return Stream.concat(
                Stream.of(state.strip()),
                Stream.concat(
                        state.inserts().stream().map(Insert::id),
                        state.sends().stream().map(Send::id)));
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
