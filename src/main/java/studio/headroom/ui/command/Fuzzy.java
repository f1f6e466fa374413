package studio.headroom.ui.command;

import java.util.Locale;

/// How well a text fits to letters that were typed in a hurry: all of them must be in it, in their order. Letters that
/// begin words and letters that follow each other count more, and so does the last letter of a word.
final class Fuzzy {
    private static final int LETTER = 1;
    private static final int NEXT = 4;
    private static final int WORD = 6;
    private static final int BEGINNING = 3;
    /// Typed to the end of a word.
    private static final int WHOLE = 2;

    private Fuzzy() {}

    /// @return 0 or more, higher for a better fit; -1 for none
    static int score(String typed, String text) {
        String want = typed.toLowerCase(Locale.ROOT).replace(" ", "");
        String have = text.toLowerCase(Locale.ROOT);
        if (want.isEmpty()) {
            return 0;
        }
        // Best score of the letters up to each, if the last one lies at each place of the text.
        int[] before = new int[have.length()];
        int[] now = new int[have.length()];
        for (int i = 0; i < want.length(); i++) {
            int reached = i == 0 ? 0 : -1;
            for (int j = 0; j < have.length(); j++) {
                now[j] = -1;
                if (have.charAt(j) == want.charAt(i)) {
                    int bonus = wordBegins(have, j) ? WORD + (j == 0 ? BEGINNING : 0) : LETTER;
                    int whole = i == want.length() - 1 && wordEnds(have, j) ? WHOLE : 0;
                    int chained =
                            i > 0 && j > 0 && before[j - 1] >= 0 ? before[j - 1] + Math.max(NEXT, bonus) + whole : -1;
                    int apart = reached >= 0 ? reached + bonus : -1;
                    now[j] = Math.max(chained, apart);
                }
                if (i > 0) {
                    reached = Math.max(reached, before[j]);
                }
            }
            int[] swap = before;
            before = now;
            now = swap;
        }
        int best = -1;
        for (int score : before) {
            best = Math.max(best, score);
        }
        return best;
    }

    private static boolean wordEnds(String text, int at) {
        return at == text.length() - 1 || !Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private static boolean wordBegins(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
