package studio.headroom.ui.mixer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BlockTest {
    private static final EnumSet<Block> ALL = EnumSet.allOf(Block.class);

    @Test
    void allAreShownAtTheHeightOfTheDesign() {
        assertThat(Block.fitting(ALL, 520)).isEqualTo(ALL);
    }

    @Test
    void theyLeaveInOrderAsHeightGetsShort() {
        assertThat(Block.fitting(ALL, 444)).containsExactly(Block.EQ, Block.DYNAMICS, Block.INSERTS);
        assertThat(Block.fitting(ALL, 350)).containsExactly(Block.EQ, Block.DYNAMICS);
        assertThat(Block.fitting(ALL, 312)).isEmpty();
    }

    @Test
    void whatIsNotWantedMakesRoomForWhatIs() {
        assertThat(Block.fitting(EnumSet.of(Block.SENDS), 372)).containsExactly(Block.SENDS);
    }

    @Test
    void aFaderAlwaysKeepsItsLeastTravel() {
        for (double height = 278; height < 900; height++) {
            double travel = height - Block.FIXED - Block.height(Block.fitting(ALL, height));
            assertThat(travel).isGreaterThanOrEqualTo(Block.MIN_TRAVEL);
        }
    }

    @Test
    void theMastersFaderKeepsItsTravelWithTheButtonToPrint() {
        for (double height = 278 + MasterLoudness.ALONE; height < 900; height++) {
            Set<Block> blocks = Block.fittingMaster(ALL, height, MasterLoudness.ALONE);
            double print = blocks.contains(Block.SENDS) ? 0 : MasterLoudness.ALONE;
            assertThat(height - Block.FIXED - print - Block.height(blocks)).isGreaterThanOrEqualTo(Block.MIN_TRAVEL);
        }
    }

    @Test
    void integratedLoudnessAndTruePeakAreTheLastNumbersToLeave() {
        assertThat(MasterNumbers.fitting(100)).containsExactly(MasterNumbers.Entry.values());
        assertThat(MasterNumbers.fitting(34))
                .containsExactly(
                        MasterNumbers.Entry.MOMENTARY,
                        MasterNumbers.Entry.SHORT_TERM,
                        MasterNumbers.Entry.INTEGRATED,
                        MasterNumbers.Entry.TRUE_PEAK);
        assertThat(MasterNumbers.fitting(18))
                .containsExactly(MasterNumbers.Entry.INTEGRATED, MasterNumbers.Entry.TRUE_PEAK);
        assertThat(MasterNumbers.fitting(0)).isEmpty();
    }

    @Test
    void effectsAreFoundByNameFirstThenByWhatTheyAreFor() {
        assertThat(EffectPicker.matching("comp").getFirst().id()).isEqualTo("compressor");
        assertThat(EffectPicker.matching("")).hasSizeGreaterThan(10);
        assertThat(EffectPicker.matching("spectrum")).extracting("id").contains("eq");
        assertThat(EffectPicker.matching("no such effect")).isEqualTo(List.of());
    }
}
