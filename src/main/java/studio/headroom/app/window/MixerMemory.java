package studio.headroom.app.window;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import studio.headroom.ui.mixer.Block;
import studio.headroom.ui.mixer.MeterReads;
import studio.headroom.ui.mixer.MixerModel;
import studio.headroom.ui.preferences.Preferences;

/// Keeps what a person wants to see of strips, from song to song and from start to start.
final class MixerMemory {
    private static final String NONE = "none";

    private MixerMemory() {}

    /// Shows what was shown last, and keeps what is shown from now on.
    static void follow(Preferences preferences, MixerModel mixer) {
        mixer.blocks().set(blocks(preferences.mixBlocks().get()));
        Arrays.stream(MeterReads.values())
                .filter(reads -> word(reads).equals(preferences.mixMeters().get()))
                .forEach(mixer.meterReadsProperty()::set);
        mixer.bridge().set(preferences.mixBridge().get());
        mixer.blocks()
                .addListener(
                        (observable, before, now) -> preferences.mixBlocks().set(text(now)));
        mixer.meterReadsProperty()
                .addListener(
                        (observable, before, now) -> preferences.mixMeters().set(word(now)));
        mixer.bridge().addListener((observable, before, now) -> preferences.mixBridge()
                .set(now));
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /// Empty for all.
    static Set<Block> blocks(String text) {
        Set<String> words = Set.copyOf(Arrays.asList(text.split("[ ,]+")));
        Set<Block> all = EnumSet.allOf(Block.class);
        if (text.isBlank()) {
            return all;
        }
        all.removeIf(block -> !words.contains(word(block)));
        return all;
    }

    static String text(Set<Block> blocks) {
        if (blocks.size() == Block.values().length) {
            return "";
        }
        return blocks.isEmpty()
                ? NONE
                : blocks.stream().sorted().map(MixerMemory::word).collect(Collectors.joining(" "));
    }
}
