package studio.headroom.project;

/// What the parts of a song are called: one line that people can read, wherever it came from. Names that are typed,
/// those of sound files and those in a project file that somebody else wrote all go through here.
public final class Names {
    /// Longer ones are cut. A file's name has at most 255 characters.
    public static final int MAX_LENGTH = 300;

    private Names() {}

    /// A name as one line: line ends, tabs and other controls become one blank, marks that turn the direction of what
    /// follows are taken out, so are blanks at the ends. What is fine already is returned as it is.
    ///
    /// @return empty where there was nothing to read in it
    public static String line(String given) {
        String line = isFine(given)
                ? given
                : given.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ")
                        .replaceAll("[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]", "")
                        .strip();
        if (line.length() <= MAX_LENGTH) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH;
        return line.substring(0, end).strip();
    }

    /// As [#line(String)].
    ///
    /// @param otherwise the name of what has none
    public static String line(String given, String otherwise) {
        String line = line(given);
        return line.isEmpty() ? otherwise : line;
    }

    private static boolean isFine(String name) {
        int length = name.length();
        if (length == 0) {
            return true;
        }
        if (Character.isWhitespace(name.charAt(0)) || Character.isWhitespace(name.charAt(length - 1))) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = name.charAt(i);
            boolean turns = c >= '\u202A' && c <= '\u202E' || c >= '\u2066' && c <= '\u2069' || c == '\uFEFF';
            if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029' || turns) {
                return false;
            }
        }
        return true;
    }
}
