package studio.headroom.ui.editor.model;

/// The note that a frequency is nearest to: `G7 +35 ct`, with A4 at 440 Hz and C4 in the middle. Pure function.
public final class NoteName {
    private static final String[] NAMES = {"C", "C♯", "D", "D♯", "E", "F", "F♯", "G", "G♯", "A", "A♯", "B"};

    private NoteName() {}

    public static String of(double hertz) {
        double exact = 69 + 12 * Math.log(hertz / 440) / Math.log(2);
        int note = (int) Math.rint(exact);
        long cents = Math.round((exact - note) * 100);
        String name = NAMES[Math.floorMod(note, 12)] + (Math.floorDiv(note, 12) - 1);
        return cents == 0 ? name : name + (cents > 0 ? " +" + cents : " \u2212" + -cents) + " ct";
    }
}
