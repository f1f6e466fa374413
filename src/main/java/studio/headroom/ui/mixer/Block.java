package studio.headroom.ui.mixer;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A part of a strip that can be left out. When height is short they leave in the order sends, inserts, dynamics, EQ.
public enum Block {
    EQ("EQ", 40),
    DYNAMICS("Dynamics", 22),
    INSERTS("Inserts", 60),
    SENDS("Sends", 60);

    /// What every strip shows, without the travel of its fader, in units.
    static final double FIXED = 158;

    static final double MIN_TRAVEL = 120;
    static final double MAX_TRAVEL = 340;
    private static final List<Block> LEAVING_MASTER = List.of(DYNAMICS, INSERTS, EQ);
    private static final List<Block> LEAVING = List.of(SENDS, INSERTS, DYNAMICS, EQ);

    private final String words;
    private final double height;

    Block(String words, double height) {
        this.words = words;
        this.height = height;
    }

    public String words() {
        return words;
    }

    /// With the gap below it, in units.
    double height() {
        return height;
    }

    /// Those that a strip of a height has room for, with a fader that can be used.
    ///
    /// @param wanted those to be shown
    /// @param strip its height in units
    static Set<Block> fitting(Set<Block> wanted, double strip) {
        return fitting(wanted, strip, LEAVING);
    }

    /// Those that the master has room for. Without its [#SENDS] the button to print stays, and the picture of the
    /// correlation, which is what it has for [#DYNAMICS], leaves before effects do.
    ///
    /// @param print height of that button with the gap below it, in units
    static Set<Block> fittingMaster(Set<Block> wanted, double strip, double print) {
        Set<Block> kept = fitting(wanted, strip);
        return kept.contains(SENDS) ? kept : fitting(kept, strip - print, LEAVING_MASTER);
    }

    private static Set<Block> fitting(Set<Block> wanted, double strip, List<Block> leaving) {
        EnumSet<Block> kept = EnumSet.noneOf(Block.class);
        kept.addAll(wanted);
        for (Block block : leaving) {
            if (FIXED + MIN_TRAVEL + height(kept) > strip) {
                kept.remove(block);
            }
        }
        return kept;
    }

    static double height(Set<Block> blocks) {
        return blocks.stream().mapToDouble(Block::height).sum();
    }
}
