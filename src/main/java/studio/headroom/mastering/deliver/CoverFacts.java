package studio.headroom.mastering.deliver;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import studio.headroom.files.audio.codec.Cover;

/// What shops ask of a cover, as its header tells.
///
/// @param width in pixels
/// @param height in pixels
/// @param colors how colors are stored
public record CoverFacts(int width, int height, Colors colors) {
    /// What most shops advise for a side, in pixels.
    public static final int ADVISED = 3000;

    /// How a picture stores colors.
    public enum Colors {
        RGB,
        GRAY,
        CMYK
    }

    private static final int SOF0 = 0xC0;
    private static final int SOF15 = 0xCF;
    private static final int PNG_GRAY = 0;
    private static final int PNG_GRAY_ALPHA = 4;

    /// Reads a picture's header; nothing where it is damaged.
    public static Optional<CoverFacts> of(Cover cover) {
        ByteBuffer in = ByteBuffer.wrap(cover.bytes());
        try {
            return cover.mediaType().equals("image/png") ? png(in) : jpeg(in);
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty(); // Cut short.
        }
    }

    private static Optional<CoverFacts> png(ByteBuffer in) {
        return facts(
                in.getInt(16),
                in.getInt(20),
                switch (in.get(25)) {
                    case PNG_GRAY, PNG_GRAY_ALPHA -> Colors.GRAY;
                    default -> Colors.RGB;
                });
    }

    /// Goes from segment to segment until the frame header (ITU-T T.81, B.2).
    private static Optional<CoverFacts> jpeg(ByteBuffer in) {
        int at = 2;
        while ((in.get(at) & 0xFF) == 0xFF) {
            int marker = in.get(at + 1) & 0xFF;
            if (marker == 0xFF) {
                at++; // Fill bytes may stand before a marker.
                continue;
            }
            boolean frame = marker >= SOF0 && marker <= SOF15 && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                Colors colors =
                        switch (in.get(at + 9)) {
                            case 1 -> Colors.GRAY;
                            case 4 -> Colors.CMYK;
                            default -> Colors.RGB;
                        };
                return facts(in.getShort(at + 7) & 0xFFFF, in.getShort(at + 5) & 0xFFFF, colors);
            }
            int length = in.getShort(at + 2) & 0xFFFF;
            if (length < 2) {
                return Optional.empty();
            }
            at += 2 + length;
        }
        return Optional.empty();
    }

    private static Optional<CoverFacts> facts(int width, int height, Colors colors) {
        return width > 0 && height > 0 ? Optional.of(new CoverFacts(width, height, colors)) : Optional.empty();
    }

    /// What shops would say against a cover, a sentence each; none where it is right.
    public static List<String> advice(Cover cover) {
        Optional<CoverFacts> read = of(cover);
        if (read.isEmpty()) {
            return List.of("The cover’s size cannot be read: it may be damaged. Save it again as JPEG.");
        }
        CoverFacts facts = read.get();
        String size = facts.width + " × " + facts.height + " pixels";
        List<String> advice = new ArrayList<>();
        if (facts.width != facts.height) {
            advice.add("The cover is not square (" + size + "): shops refuse that. Crop it.");
        }
        if (Math.min(facts.width, facts.height) < ADVISED) {
            advice.add("The cover has " + size + "; shops ask for " + ADVISED + " × " + ADVISED + " or more.");
        }
        switch (facts.colors) {
            case CMYK -> advice.add("The cover is in CMYK, for print: screens show its colors wrong. Save it as RGB.");
            case GRAY -> advice.add("The cover is in gray; some shops want even that as RGB.");
            case RGB -> {}
        }
        return advice;
    }
}
