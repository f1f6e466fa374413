package studio.headroom.app.window;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.InvalidationListener;
import javafx.util.Subscription;
import studio.headroom.engine.plan.Listening;
import studio.headroom.ui.mixer.Block;
import studio.headroom.ui.mixer.MeterReads;
import studio.headroom.ui.mixer.MeterSettings;
import studio.headroom.ui.mixer.MixerModel;
import studio.headroom.ui.mixer.Solos;
import studio.headroom.ui.preferences.Preferences;

/// Keeps what a person wants to see of strips, from song to song and from start to start.
final class MixerMemory {
    private static final String NONE = "none";

    private MixerMemory() {}

    /// Shows what was shown last, and keeps what is shown from now on.
    ///
    /// @return ends it
    static Runnable follow(Preferences preferences, MixerModel mixer) {
        mixer.blocks().set(blocks(preferences.mixBlocks().get()));
        read(preferences.mixMeters().get(), mixer.meters());
        read(preferences.mixSolo().get(), mixer.solos());
        mixer.bridge().set(preferences.mixBridge().get());
        mixer.blocks()
                .addListener(
                        (observable, before, now) -> preferences.mixBlocks().set(text(now)));
        MeterSettings meters = mixer.meters();
        InvalidationListener keep = observable -> preferences.mixMeters().set(text(meters));
        meters.reads().addListener(keep);
        meters.beforeFader().addListener(keep);
        meters.fall().addListener(keep);
        Solos solos = mixer.solos();
        Runnable keepSolo = () -> preferences.mixSolo().set(text(solos));
        Subscription kept = Subscription.combine(
                solos.mode().subscribe(keepSolo),
                solos.frontDb().subscribe(keepSolo),
                solos.exclusive().subscribe(keepSolo));
        mixer.bridge()
                .addListener(
                        (observable, before, now) -> preferences.mixBridge().set(now));
        mixer.spread().set(preferences.mixSpread().get());
        mixer.spread()
                .addListener(
                        (observable, before, now) -> preferences.mixSpread().set(now));
        return kept::unsubscribe;
    }

    /// `both 13.3`, with ` pre` where they are taken before the fader.
    static String text(MeterSettings meters) {
        return word(meters.reads().get()) + " " + meters.fall().get()
                + (meters.beforeFader().get() ? " pre" : "");
    }

    static void read(String text, MeterSettings meters) {
        for (String part : text.split(" ")) {
            for (MeterReads reads : MeterReads.values()) {
                if (word(reads).equals(part)) {
                    meters.reads().set(reads);
                }
            }
            for (double fall : MeterSettings.FALLS) {
                if (Double.toString(fall).equals(part)) {
                    meters.fall().set(fall);
                }
            }
            if (part.equals("pre")) {
                meters.beforeFader().set(true);
            }
        }
    }

    /// `in_place`, with ` -18.0` where others are turned down so far in front, and with ` one` where a solo ends all
    /// others.
    static String text(Solos solos) {
        double front = solos.frontDb().get();
        return word(solos.mode().get())
                + (front == Listening.DEFAULT_FRONT_DB ? "" : " " + front)
                + (solos.exclusive().get() ? " one" : "");
    }

    static void read(String text, Solos solos) {
        for (String part : text.split(" ")) {
            for (Listening.Solo mode : Listening.Solo.values()) {
                if (word(mode).equals(part)) {
                    solos.mode().set(mode);
                }
            }
            for (double db : Solos.FRONTS) {
                if (Double.toString(db).equals(part)) {
                    solos.frontDb().set(db);
                }
            }
            if (part.equals("one")) {
                solos.exclusive().set(true);
            }
        }
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
