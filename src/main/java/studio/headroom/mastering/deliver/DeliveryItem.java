package studio.headroom.mastering.deliver;

import java.util.Collections;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.Level;
import studio.headroom.mastering.OutputFormat;

/// One of the files that a delivery makes of a master.
///
/// @param rate in Hz; 0 for that of the print, or the nearest that the coding holds
/// @param dither of integer samples
/// @param kilobits of lossy codings, else 0
/// @param target name of the destination that its level comes from, or empty
/// @param version what tells this version of the song from others, such as "Instrumental"; may be empty
/// @param tags texts by field that this file has in place of the song's
public record DeliveryItem(
        Coding coding,
        int rate,
        OutputFormat.Dither dither,
        int kilobits,
        Level level,
        String target,
        String version,
        SortedMap<String, String> tags) {
    public DeliveryItem {
        tags = Collections.unmodifiableSortedMap(new TreeMap<>(tags));
    }

    /// As the coding is usually written, with the sound of the chain as it is set.
    public static DeliveryItem of(Coding coding) {
        return new DeliveryItem(
                coding,
                0,
                OutputFormat.usualDither(coding.samples()),
                coding.usualKilobits(),
                new Level.AsSet(java.util.OptionalDouble.empty()),
                "",
                "",
                new TreeMap<>());
    }

    /// Another coding, with what of the rest it has too.
    public DeliveryItem withCoding(Coding other) {
        DeliveryItem usual = of(other);
        int kept = other.rates().contains(rate) ? rate : 0;
        return new DeliveryItem(other, kept, usual.dither, usual.kilobits, level, target, version, tags);
    }

    public DeliveryItem withRate(int other) {
        return new DeliveryItem(coding, other, dither, kilobits, level, target, version, tags);
    }

    public DeliveryItem withDither(OutputFormat.Dither other) {
        return new DeliveryItem(coding, rate, other, kilobits, level, target, version, tags);
    }

    public DeliveryItem withKilobits(int other) {
        return new DeliveryItem(coding, rate, dither, other, level, target, version, tags);
    }

    /// @param name of the destination that it comes from, or empty
    public DeliveryItem withLevel(Level other, String name) {
        return new DeliveryItem(coding, rate, dither, kilobits, other, name, version, tags);
    }

    public DeliveryItem withVersion(String other) {
        return new DeliveryItem(coding, rate, dither, kilobits, level, target, other, tags);
    }

    public DeliveryItem withTags(SortedMap<String, String> other) {
        return new DeliveryItem(coding, rate, dither, kilobits, level, target, version, other);
    }

    /// How it is written.
    public OutputFormat output(Tags written) {
        OptionalInt wanted = rate == 0 ? OptionalInt.empty() : OptionalInt.of(rate);
        return new OutputFormat(coding.samples(), kilobits, wanted, dither, written).asBroadcast();
    }

    /// The rate of the file in Hz.
    public int rateOf(int printRate) {
        return coding.rate(rate, printRate);
    }

    /// Why there can be no such file, as a sentence with its cure; nothing where there can.
    public Optional<String> problem(int printRate, int channels) {
        return coding.problem(rate, kilobits, printRate, channels);
    }

    /// What tells the file from others of the same song: `24-bit 48 kHz`.
    String suffix(int printRate) {
        return coding.depth(kilobits) + " " + Coding.kilohertz(rateOf(printRate));
    }
}
