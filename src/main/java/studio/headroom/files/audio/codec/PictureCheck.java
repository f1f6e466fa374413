package studio.headroom.files.audio.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/// Decodes a picture to its end, keeping no more of it than a preview, to know that it is whole.
final class PictureCheck {
    /// More than ten times what shops ask for; a picture of so many takes a second to decode.
    private static final long MOST_PIXELS = 100_000_000;

    private static final int PREVIEW = 512;
    private static final String JPEG = "image/jpeg";

    private PictureCheck() {}

    /// @param type `image/jpeg` or `image/png`
    /// @return why the picture cannot be used, completing "the picture …"; empty where it can
    static String problem(byte[] bytes, String type) {
        Iterator<ImageReader> readers = ImageIO.getImageReadersByMIMEType(type);
        if (!readers.hasNext()) {
            return "";
        }
        ImageReader reader = readers.next();
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
            reader.setInput(input, true, true);
            long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
            if (pixels > MOST_PIXELS) {
                return "has " + reader.getWidth(0) + " × " + reader.getHeight(0)
                        + " pixels. Make it smaller: 3000 × 3000 is enough";
            }
            return decode(reader, type) ? "" : "is damaged or cut short. Save it again";
        } catch (IOException | RuntimeException e) {
            return "is damaged or cut short. Save it again";
        } finally {
            reader.dispose();
        }
    }

    /// Whether all of it could be decoded: what is missing of a JPEG file is filled in, with no more than a warning.
    private static boolean decode(ImageReader reader, String type) throws IOException {
        List<String> warnings = new ArrayList<>();
        reader.addIIOReadWarningListener((source, warning) -> warnings.add(warning));
        ImageReadParam param = reader.getDefaultReadParam();
        int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / PREVIEW);
        param.setSourceSubsampling(step, step, 0, 0);
        if (type.equals(JPEG)) {
            // Not made into colors, which would fail with those for print.
            reader.readRaster(0, param);
        } else {
            reader.read(0, param);
        }
        return warnings.stream().noneMatch(text -> text.contains("Premature") || text.contains("Corrupt"));
    }
}
