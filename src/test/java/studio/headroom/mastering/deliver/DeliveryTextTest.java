package studio.headroom.mastering.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import studio.headroom.files.audio.codec.Cover;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.FileNames;
import studio.headroom.mastering.Level;
import studio.headroom.mastering.OutputFormat;
import studio.headroom.mastering.ReleaseCodes;
import studio.headroom.mastering.Target;

/// Names, codes, items and covers: what people type and bring.
class DeliveryTextTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private static DeliveryPlan plan(String pattern, Map<String, String> tags, DeliveryItem... items) {
        return DeliveryPlan.of(new DeliveryPlan.Request(
                Path.of("print.wav"),
                new DeliveryPlan.Sound(48_000, 2, 200),
                List.of(items),
                pattern,
                Path.of("out").toAbsolutePath(),
                new TreeMap<>(tags),
                null,
                "",
                List.of(),
                TODAY));
    }

    // ---- items ----

    @Test
    void itemsAreReadAndWrittenAlike() {
        SplittableRandom random = new SplittableRandom(1);
        String letters = "aé, \\=|\"雨1";
        for (int i = 0; i < 2_000; i++) {
            Coding coding = Coding.values()[random.nextInt(Coding.values().length)];
            DeliveryItem item = DeliveryItem.of(coding);
            item = item.withRate(
                    coding.rates().get(random.nextInt(coding.rates().size())));
            if (coding.lossy()) {
                item = item.withKilobits(
                        coding.kilobits().get(random.nextInt(coding.kilobits().size())));
            } else if (coding.withoutDither().isEmpty()) {
                item = item.withDither(OutputFormat.Dither.values()[random.nextInt(3)]);
            }
            double ceiling = -random.nextInt(60) / 10.0;
            Level level =
                    switch (random.nextInt(5)) {
                        case 0 -> new Level.AsSet(OptionalDouble.empty());
                        case 1 -> new Level.AsSet(OptionalDouble.of(ceiling));
                        case 2 -> new Level.Unlimited(ceiling);
                        case 3 -> new Level.Exactly();
                        default -> new Level.Loud(-random.nextInt(300) / 10.0, ceiling);
                    };
            // A target brings its ceiling, so one without a ceiling of its own has no target.
            String target = level.ceiling().isEmpty() || random.nextBoolean()
                    ? ""
                    : Target.all().get(random.nextInt(Target.all().size())).name();
            StringBuilder version = new StringBuilder();
            for (int n = random.nextInt(8); n > 0; n--) {
                version.append(letters.charAt(random.nextInt(letters.length())));
            }
            item = item.withLevel(level, target)
                    .withVersion(version.toString().strip())
                    .withTags(new TreeMap<>(random.nextBoolean() ? Map.of() : Map.of("title", "One, two\\")));
            assertThat(ItemText.parse(ItemText.of(item))).isEqualTo(item);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "wma; there is no 'wma'",
                "wav,bits=18; bits '18'",
                "wav,rate=22050; 44100",
                "mp3,rate=96000; 44100",
                "mp3,kbps=333; 320",
                "wav,kbps=320; MP3 and Opus",
                "wav,dither=loud; shaped",
                "wav32f,dither=tpdf; not needed for float",
                "wav,lufs=3; -60 to 0",
                "wav,ceiling=1; -20 to 0",
                "wav,lufs=-14,level=as-set; choose one",
                "wav,target=moon; spotify",
                "wav,level=loud; as-set, exactly or unlimited",
                "wav,what; rate=44100",
                "wav,colour=red; version",
                "wav,isrc=12; isrc",
            })
    void anItemThatIsWrongSaysWhatWouldBeRight(String spec, String part) {
        assertThatThrownBy(() -> ItemText.parse(spec))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(part);
    }

    @Test
    void aTargetBringsItsLevel() {
        assertThat(ItemText.parse("wav,target=spotify").level()).isEqualTo(new Level.Loud(-14, -1));
        assertThat(ItemText.parse("wav,target=spotify,level=as-set").level())
                .isEqualTo(new Level.AsSet(OptionalDouble.of(-1)));
        assertThat(ItemText.parse("wav16,target=cd").level()).isEqualTo(new Level.AsSet(OptionalDouble.of(-0.3)));
        assertThat(ItemText.parse("wav,bits=16").coding()).isEqualTo(Coding.WAV_16);
        assertThat(ItemText.parse("flac").coding()).isEqualTo(Coding.FLAC_24);
    }

    // ---- names ----

    @Test
    void whatIsEmptyLeavesNoTraceInAName() {
        DeliveryItem item = DeliveryItem.of(Coding.WAV_24);
        String usual = DeliveryPlan.USUAL_NAME;
        assertThat(plan(usual, Map.of("title", "Song"), item).names()).containsExactly("Song 24-bit 48 kHz.wav");
        assertThat(plan(usual, Map.of("title", "Song", "artist", "Me"), item.withVersion("Radio"))
                        .names())
                .containsExactly("Me - Song (Radio) 24-bit 48 kHz.wav");
        assertThat(plan("{album}/{track} {title}", Map.of("title", "Song", "track", "3/12"), item)
                        .names())
                .containsExactly("Untitled/03 Song.wav");
        assertThat(plan("{date} {format}", Map.of(), item).names()).containsExactly("2026-11-20 WAV.wav");
    }

    @Test
    void equalNamesAreToldApartAndSaid() {
        DeliveryPlan plan = plan(
                "{title}",
                Map.of("title", "Song"),
                DeliveryItem.of(Coding.WAV_24),
                DeliveryItem.of(Coding.WAV_16).withRate(44_100),
                DeliveryItem.of(Coding.WAV_16).withRate(44_100),
                DeliveryItem.of(Coding.MP3));
        assertThat(plan.names())
                .containsExactly(
                        "Song 24-bit 48 kHz.wav",
                        "Song 16-bit 44.1 kHz.wav",
                        "Song 16-bit 44.1 kHz (2).wav",
                        "Song.mp3");
        assertThat(plan.notes()).anyMatch(note -> note.contains("one name"));
    }

    @Test
    void whateverATitleHoldsItsNameIsSafeAndInTheFolder() {
        SplittableRandom random = new SplittableRandom(2);
        String letters = "ab./\\:*?\"<>| \t\n\0-雨🎵é~";
        Path root = Path.of("out").toAbsolutePath();
        List<String> titles = new ArrayList<>(List.of("..", "con", "NUL.x", "  ", "a".repeat(300), "🎵".repeat(200)));
        for (int i = 0; i < 3_000; i++) {
            StringBuilder title = new StringBuilder();
            for (int n = random.nextInt(140); n >= 0; n--) {
                title.appendCodePoint(letters.codePointAt(
                        letters.offsetByCodePoints(0, random.nextInt(letters.codePointCount(0, letters.length())))));
            }
            titles.add(title.toString());
        }
        for (String title : titles) {
            String name = plan(
                            "{title}",
                            Map.of(),
                            DeliveryItem.of(Coding.WAV_24).withTags(new TreeMap<>(Map.of("title", title))))
                    .names()
                    .getFirst();
            assertThat(name).doesNotContain("/", "\\", ":", "\0", "\n").doesNotStartWith(".");
            assertThat(name.getBytes(StandardCharsets.UTF_8).length).isLessThan(200);
            assertThat(new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                    .isEqualTo(name);
            assertThat(name.toLowerCase(Locale.ROOT)).doesNotMatch("(con|nul|aux|prn|com\\d|lpt\\d)\\..*");
            assertThat(root.resolve(name).normalize().getParent()).isEqualTo(root);
            String once = FileNames.safe(title);
            assertThat(FileNames.safe(once)).as("safe again is the same").isEqualTo(once);
        }
    }

    @Test
    void aRateAboveThePrintIsSaidToAddNothing() {
        DeliveryItem item = DeliveryItem.of(Coding.WAV_24);
        assertThat(plan("{title}", Map.of("title", "S"), item.withRate(96_000)).notes())
                .anyMatch(note -> note.contains("adds nothing"));
        assertThat(plan("{title}", Map.of("title", "S"), item.withRate(44_100)).notes())
                .isEmpty();
    }

    @Test
    void whatCannotBeIsSaid() {
        assertThat(plan("{tilte}", Map.of(), DeliveryItem.of(Coding.MP3))
                        .problems()
                        .getFirst())
                .contains("{tilte}");
        assertThat(plan("{title}", Map.of()).problems()).isNotEmpty();
        assertThat(plan("{title}", Map.of("barcode", "036000291453"), DeliveryItem.of(Coding.MP3))
                        .problems()
                        .getFirst())
                .startsWith("The barcode")
                .contains("would be 2");
    }

    // ---- codes ----

    @Test
    void aCheckDigitFindsEveryWrongDigit() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 500; i++) {
            StringBuilder code = new StringBuilder();
            for (int n = 11 + random.nextInt(2); n > 0; n--) {
                code.append((char) ('0' + random.nextInt(10)));
            }
            code.append(ReleaseCodes.checkDigit(code.toString()));
            String right = code.toString();
            assertThat(ReleaseCodes.barcode(right)).isEqualTo(right);
            int at = random.nextInt(right.length());
            char wrong = (char) ('0' + (right.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
            String damaged = right.substring(0, at) + wrong + right.substring(at + 1);
            assertThatThrownBy(() -> ReleaseCodes.barcode(damaged)).hasMessageContaining("would be");
        }
    }

    /// Known codes, and those whose last digit is missing or wrong.
    @Test
    void knownBarcodesAndTheDigitThatWouldBeRight() {
        assertThat(ReleaseCodes.barcode("0 36000 29145 2")).isEqualTo("036000291452");
        assertThat(ReleaseCodes.barcode("4006381333931")).isEqualTo("4006381333931");
        assertThatThrownBy(() -> ReleaseCodes.barcode("4006381333932")).hasMessageContaining("would be 1");
        assertThatThrownBy(() -> ReleaseCodes.barcode("03600029145")).hasMessageContaining("036000291452");
        assertThatThrownBy(() -> ReleaseCodes.barcode("12ab")).hasMessageContaining("12 or an EAN of 13");
    }

    @ParameterizedTest
    @CsvSource({
        "US-RC1-76-0783, 11 characters",
        "1S-RC1-76-07839, country",
        "US-R_1-76-07839, registrant",
        "US-RC1-7X-07839, year",
    })
    void anIsrcSaysWhichPartIsWrong(String code, String part) {
        assertThatThrownBy(() -> ReleaseCodes.isrc(code)).hasMessageContaining(part);
    }

    @Test
    void anIsrcIsTakenWithAndWithoutHyphens() {
        assertThat(ReleaseCodes.isrc("us-rc1-76-07839")).isEqualTo("USRC17607839");
        assertThat(ReleaseCodes.isrc("USRC17607839")).isEqualTo("USRC17607839");
    }

    // ---- covers ----

    private static Cover png(int width, int height, int color) {
        byte[] bytes = ByteBuffer.allocate(33)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(13)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put((byte) 8)
                .put((byte) color)
                .array();
        return new Cover(bytes, "image/png");
    }

    private static byte[] jpeg(int width, int height, int components) {
        return ByteBuffer.allocate(60)
                .putInt(0xFFD8FFE0)
                .putShort((short) 16)
                .put(new byte[14])
                .putShort((short) 0xFFC0)
                .putShort((short) 17)
                .put((byte) 8)
                .putShort((short) height)
                .putShort((short) width)
                .put((byte) components)
                .array();
    }

    @Test
    void aCoverSaysWhatShopsWouldSay() {
        assertThat(CoverFacts.advice(png(3000, 3000, 2))).isEmpty();
        assertThat(CoverFacts.advice(png(3000, 2000, 2)))
                .hasSize(2)
                .first()
                .asString()
                .contains("not square");
        assertThat(CoverFacts.advice(png(4000, 4000, 0))).first().asString().contains("gray");
        assertThat(CoverFacts.advice(new Cover(jpeg(1400, 1400, 3), "image/jpeg")))
                .containsExactly("The cover has 1400 × 1400 pixels; shops ask for 3000 × 3000 or more.");
        assertThat(CoverFacts.advice(new Cover(jpeg(3000, 3000, 4), "image/jpeg")))
                .first()
                .asString()
                .contains("CMYK");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void aDamagedCoverIsSaidSoAndEndsSoon(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] whole = jpeg(3000, 3000, 3);
        for (int length = 4; length < whole.length; length++) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            CoverFacts.advice(new Cover(cut, "image/jpeg"));
            random.nextBytes(cut);
            cut[0] = (byte) 0xFF;
            cut[1] = (byte) 0xD8;
            CoverFacts.advice(new Cover(cut, "image/jpeg"));
            CoverFacts.advice(new Cover(cut, "image/png"));
        }
        byte[] ones = new byte[1 << 20];
        java.util.Arrays.fill(ones, (byte) 0xFF);
        assertThat(CoverFacts.advice(new Cover(ones, "image/jpeg"))).hasSize(1);
    }

    @Test
    void ratesAreNamedToTheHertz() {
        assertThat(Coding.kilohertz(48_000)).isEqualTo("48 kHz");
        assertThat(Coding.kilohertz(44_100)).isEqualTo("44.1 kHz");
        assertThat(Coding.kilohertz(22_050)).isEqualTo("22.05 kHz");
        assertThat(Coding.kilohertz(11_025)).isEqualTo("11.025 kHz");
    }
}
