package studio.headroom.mastering.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.audio.AudioFormat;
import studio.headroom.audio.SampleStream;
import studio.headroom.dsp.dither.BitDepthMeter;
import studio.headroom.dsp.loudness.LoudnessReport;
import studio.headroom.files.audio.AudioFileWriter;
import studio.headroom.files.audio.AudioFiles;
import studio.headroom.files.audio.codec.EncoderSettings;
import studio.headroom.files.audio.codec.SampleFormat;
import studio.headroom.files.audio.codec.Tags;
import studio.headroom.files.project.Sha256;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.ExportWatch;
import studio.headroom.mastering.Level;
import studio.headroom.mastering.MasterJob;
import studio.headroom.mastering.OutputFormat;
import studio.headroom.mastering.ProcessJob;
import studio.headroom.mastering.Progress;
import studio.headroom.param.Values;
import studio.headroom.project.Ends;
import studio.headroom.project.Fade;
import studio.headroom.project.Insert;
import studio.headroom.project.StripControls;

/// What is delivered: levels, rates, bits, parts and reports.
class DeliveryJobTest extends DeliveryRig {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "wav24,rate=44100; 44100; 24",
                "wav16,rate=44100,target=cd; 44100; 16",
                "wav24,rate=96000,ceiling=-1; 96000; 24",
                "wav32f; 48000; 32",
                "aiff24; 48000; 24",
                "aiff16,rate=44100; 44100; 16",
                "flac24,rate=44100,ceiling=-1; 44100; 24",
                "flac16; 48000; 16",
                "wav20,rate=44100; 44100; 20",
                "aiff20,dither=shaped; 48000; 20",
                "flac,bits=20,rate=44100,ceiling=-1; 44100; 20",
                "mp3,kbps=320,ceiling=-1; 48000; 0",
                "mp3,kbps=128,lufs=-18,ceiling=-1; 48000; 0",
                "opus,kbps=160,ceiling=-1; 48000; 0",
                "wav24,target=spotify; 48000; 24",
                "wav24,level=unlimited,target=vinyl; 48000; 24",
            })
    void everyKindOfItemKeepsItsLevelItsRateAndItsBits(String spec, int rate, int bits) throws IOException {
        Delivered made = deliver(chain(6, -1), spec).getFirst();
        Path file = made.file().path();
        LoudnessReport measured = measured(file);
        assertThat(measured).isEqualTo(made.report());
        assertThat(made.format().sampleRate()).isEqualTo(rate);
        assertThat(AudioFiles.info(file).format().sampleRate()).isEqualTo(rate);
        assertThat(made.holds()).isTrue();
        assertThat(measured.truePeakDbtp()).isLessThanOrEqualTo(made.ceiling().orElseThrow());
        if (made.file().item().level() instanceof Level.Loud loud) {
            assertThat(measured.integratedLufs()).isEqualTo(loud.lufs(), within(0.1));
        }
        if (bits > 0) {
            assertThat(made.sight().bits()).isEqualTo(bits == 32 ? BitDepthMeter.FLOATING_POINT : bits);
        }
        Tags tags = AudioFiles.tags(file);
        assertThat(tags.get(Tags.Field.TITLE)).isEqualTo("Lanterns");
        assertThat(tags.get(Tags.Field.ISRC)).isEqualTo("USRC17607839");
        assertThat(made.sha256()).isEqualTo(Sha256.of(file));
        assertThat(made.bytes()).isEqualTo(Files.size(file));
    }

    /// The final limiter gets the sound that it gets in the view: where nothing is converted the file has the chain's
    /// bits.
    @Test
    void asSetIsTheWholeChainBitForBit() throws IOException {
        List<Insert> chain = chain(6, -1);
        Path whole = folder.resolve("whole.wav");
        ProcessJob.run(print, whole, chain, false, OutputFormat.of(SampleFormat.FLOAT32), Progress.NONE);
        Path delivered = deliver(chain, "wav32f").getFirst().file().path();
        assertThat(samples(delivered)).isDeepEqualTo(samples(whole));
    }

    private static float[][] samples(Path file) throws IOException {
        try (SampleStream stream = AudioFiles.open(file)) {
            float[][] all = new float[2][Math.toIntExact(stream.expectedFrames())];
            int done = 0;
            for (int read = 0; read >= 0 && done < all[0].length; done += read) {
                read = stream.read(all, done, all[0].length - done);
            }
            return all;
        }
    }

    /// Cut after the limiter: what is delivered has the very samples of that part of the whole, also where it was
    /// limited.
    @Test
    void aPartHasTheSamplesOfThatPartOfTheWhole() throws IOException {
        List<Insert> chain = chain(9, -1);
        float[][] whole = samples(deliver(chain, "wav32f").getFirst().file().path());
        Ends ends = new Ends(new Ends.Edge.At(0.75), new Ends.Edge.At(3.25), 0, 0.5, Fade.Shape.LINEAR);
        DeliveryJob.Result result = deliver(chain, ends, "wav32f,version=part", "wav24,rate=44100,version=part");
        float[][] part = samples(result.files().getFirst().file().path());
        int click = 144;
        int fade = 24_000;
        assertThat(part[0]).hasSize(120_000);
        for (int c = 0; c < 2; c++) {
            assertThat(Arrays.copyOfRange(part[c], click, 120_000 - fade))
                    .isEqualTo(Arrays.copyOfRange(whole[c], 36_000 + click, 156_000 - fade));
            assertThat(Math.abs(part[c][119_999])).isLessThan(1e-4f);
        }
        assertThat(result.files().getLast().report().frames()).isEqualTo(110_250);
        assertThat(result.trim().words()).contains("0.75 s cut off the beginning", "0.75 s cut off the end", "0.50 s");
    }

    /// Loudness and peaks are those of what is left, not of what was cut.
    @Test
    void theLevelIsKeptByWhatIsDelivered() throws IOException {
        float[][] sound = music(8);
        for (float[] channel : sound) {
            for (int i = 0; i < 4 * RATE; i++) {
                channel[i] *= 0.1f;
            }
        }
        try (AudioFileWriter writer =
                AudioFiles.create(print, new AudioFormat(RATE, 2), EncoderSettings.of(SampleFormat.FLOAT32))) {
            writer.write(sound, 0, sound[0].length);
        }
        Ends soft = Ends.WHOLE.withTail(new Ends.Edge.At(3.9));
        for (Delivered made : deliver(
                        chain(0, -1),
                        soft,
                        "wav24,lufs=-16,ceiling=-1",
                        "mp3,lufs=-16,ceiling=-1",
                        "flac,rate=44100,lufs=-16,ceiling=-1",
                        "wav32f,level=unlimited,ceiling=-1")
                .files()) {
            if (made.file().item().level() instanceof Level.Loud) {
                assertThat(made.report().integratedLufs()).isEqualTo(-16, within(0.1));
            } else {
                assertThat(made.report().truePeakDbtp()).isEqualTo(-1, within(0.2));
            }
            assertThat(made.seconds()).isEqualTo(3.9, within(0.001));
            assertThat(made.holds()).isTrue();
        }
    }

    @Test
    void silenceIsTrimmedToWhatIsKept() throws IOException {
        float[][] sound = new float[2][6 * RATE];
        float[][] music = music(3);
        int first = 70_001;
        for (int c = 0; c < 2; c++) {
            System.arraycopy(music[c], 0, sound[c], first, music[c].length);
        }
        try (AudioFileWriter writer =
                AudioFiles.create(print, new AudioFormat(RATE, 2), EncoderSettings.of(SampleFormat.FLOAT32))) {
            writer.write(sound, 0, sound[0].length);
        }
        Ends ends = new Ends(new Ends.Edge.Silence(0.1), new Ends.Edge.Silence(0.25), 0, 0, Fade.Shape.LINEAR);
        DeliveryJob.Result result = deliver(List.of(), ends, "wav32f,level=exactly");
        float[][] made = samples(result.files().getFirst().file().path());
        assertThat(result.trim().from()).isBetween(first - 4_800L, first - 4_800L + 2);
        // The music ends at some sample of its waves; the last one above -80 dBFS counts.
        assertThat(result.trim().to()).isBetween(first + 3L * RATE + 12_000 - 4, first + 3L * RATE + 12_000);
        assertThat(made[0])
                .isEqualTo(Arrays.copyOfRange(sound[0], (int) result.trim().from(), (int)
                        result.trim().to()));
    }

    @Test
    void oneOfManyIsTheMasterThatTheSingleJobMakes() throws IOException {
        OutputFormat format = new OutputFormat(
                SampleFormat.INT24, 0, java.util.OptionalInt.of(44_100), OutputFormat.Dither.TPDF, Tags.NONE);
        Path alone = folder.resolve("alone.wav");
        MasterJob.run(
                print,
                alone,
                new MasterJob.Settings(null, java.util.OptionalDouble.of(-14), -1, format),
                Progress.NONE);
        DeliveryPlan plan = plan("mp3,ceiling=-1", "wav24,rate=44100,lufs=-14,ceiling=-1");
        List<DeliveryFile> bare = plan.files().stream()
                .map(file -> new DeliveryFile(file.path(), file.item(), Tags.NONE))
                .toList();
        DeliveryJob.run(
                new DeliveryJob.Order("", print, List.of(), null, Ends.WHOLE, bare, plan.folders(), List.of()),
                DeliveryWatch.of(Progress.NONE));
        assertThat(samples(bare.get(1).path())).isDeepEqualTo(samples(alone));
    }

    /// EBU Tech 3285 v2: the fields of loudness begin 412 bytes into the chunk, in hundredths.
    @Test
    void wavFilesSayHowLoudTheyAreAsBroadcastWave() throws IOException {
        Delivered made = deliver(chain(3, -1), "wav24,rate=44100").getFirst();
        byte[] bytes = Files.readAllBytes(made.file().path());
        java.nio.ByteBuffer in = java.nio.ByteBuffer.wrap(bytes).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        int at = 48;
        assertThat(new String(bytes, at, 4, java.nio.charset.StandardCharsets.US_ASCII))
                .isEqualTo("bext");
        String description = new String(bytes, at + 8, 16, java.nio.charset.StandardCharsets.US_ASCII);
        assertThat(description).isEqualTo("Paper - Lanterns");
        int loudness = at + 8 + 412;
        assertThat(in.getShort(loudness) / 100.0).isEqualTo(made.report().integratedLufs(), within(0.0051));
        assertThat(in.getShort(loudness + 2) / 100.0).isEqualTo(made.report().loudnessRangeLu(), within(0.0051));
        assertThat(in.getShort(loudness + 4) / 100.0).isEqualTo(made.report().truePeakDbtp(), within(0.0051));
        assertThat(AudioFiles.tags(made.file().path()).get(Tags.Field.TITLE)).isEqualTo("Lanterns");
    }

    @Test
    void anUnlimitedFileIsTheChainTimesAGain() throws IOException {
        // Six dB of gain into the limiter are for loudness: a pre-master goes without them.
        Delivered made =
                deliver(chain(6, -1), "wav32f,level=unlimited,target=vinyl").getFirst();
        assertThat(made.report().truePeakDbtp()).isBetween(-1.2, -1.0);
        assertThat(made.report().plrDb()).isEqualTo(measured(print).plrDb(), within(0.01));
        assertThat(made.vinyl()).isNotNull();
    }

    @Test
    void floatWithoutALimiterAndACeilingIsNotTouchedByOne() throws IOException {
        Delivered made = deliver(List.of(Insert.create("eq", "eq")), "wav32f").getFirst();
        assertThat(made.ceiling()).isEmpty();
        assertThat(made.chain()).extracting(Insert::type).containsExactly("eq");
    }

    @Test
    void aLimiterThatIsNoTruePeakLimiterIsLoweredUntilTheFileHoldsAndSaysSo() throws IOException {
        List<Insert> chain = List.of(new Insert(
                "limiter",
                "limiter",
                Values.of(new TreeMap<>(Map.of("gain", 12.0, "ceiling", 0.0, "truePeak", 0.0))),
                null));
        Delivered made = deliver(chain, "wav16,rate=44100").getFirst();
        assertThat(made.report().truePeakDbtp()).isLessThanOrEqualTo(0);
        assertThat(made.ceilingSet()).isLessThan(0);
        assertThat(made.passes()).isGreaterThan(1);
    }

    @Test
    void allFilesAndReportsComeOutOfOnePass() throws IOException {
        Path html = folder.resolve("out/report.html");
        Path json = folder.resolve("out/report.json");
        DeliveryPlan plan = plan("wav24", "wav16,rate=44100,target=cd", "flac24,rate=44100", "mp3", "opus", "aiff24");
        List<ExportWatch.Stage> stages = new ArrayList<>();
        double[] share = new double[1];
        DeliveryJob.Result result = DeliveryJob.run(
                order(
                        chain(3, -1),
                        plan,
                        new DeliveryReport.Place(DeliveryReport.HTML, html),
                        new DeliveryReport.Place(DeliveryReport.JSON, json)),
                new DeliveryWatch() {
                    @Override
                    public void whole(double now) {
                        assertThat(now).isBetween(share[0] - 1e-9, 1.0);
                        share[0] = now;
                    }

                    @Override
                    public void file(int index, ExportWatch.Stage stage) {
                        stages.add(stage);
                    }
                });
        assertThat(result.files()).hasSize(6);
        assertThat(share[0]).isEqualTo(1);
        assertThat(stages).filteredOn(ExportWatch.Stage.DONE::equals).hasSize(6);
        assertThat(everything())
                .containsExactlyInAnyOrder(
                        "print.wav",
                        "out/Paper - Lanterns 24-bit 48 kHz.wav",
                        "out/Paper - Lanterns (Compact Disc) 16-bit 44.1 kHz.wav",
                        "out/Paper - Lanterns 24-bit 44.1 kHz.flac",
                        "out/Paper - Lanterns 320 kbps 48 kHz.mp3",
                        "out/Paper - Lanterns 160 kbps 48 kHz.opus",
                        "out/Paper - Lanterns 24-bit 48 kHz.aiff",
                        "out/report.html",
                        "out/report.json");
        assertThat(Files.readString(html))
                .contains("<svg", "Paper - Lanterns 320 kbps 48 kHz.mp3", "Limiter", "Spotify");
        assertThat(Files.readString(json)).contains("\"sha256\"", "\"bitsUsed\" : 16", "\"playback\"");
    }

    @Test
    void vinylIsWarnedOfWideBassAndHotSibilanceWithNumbers() throws IOException {
        float[][] bad = new float[2][4 * RATE];
        SplittableRandom random = new SplittableRandom(3);
        for (int i = 0; i < bad[0].length; i++) {
            double t = (double) i / RATE;
            double bass = 0.3 * Math.sin(2 * Math.PI * 60 * t);
            double hiss = t > 2 && t < 2.2 ? 0.5 * Math.sin(2 * Math.PI * 7_000 * t) : 0;
            bad[0][i] = (float) (bass + hiss + 0.01 * random.nextDouble());
            bad[1][i] = (float) (-bass + hiss + 0.01 * random.nextDouble());
        }
        try (AudioFileWriter writer =
                AudioFiles.create(print, new AudioFormat(RATE, 2), EncoderSettings.of(SampleFormat.FLOAT32))) {
            writer.write(bad, 0, bad[0].length);
        }
        Delivered made =
                deliver(List.of(), "wav24,level=unlimited,target=vinyl").getFirst();
        assertThat(made.remarks()).anyMatch(remark -> remark.contains("bass is wide") && remark.contains("dB"));
        assertThat(made.remarks()).anyMatch(remark -> remark.contains("sibilance") && remark.contains("0:02"));
        assertThat(deliverGood().remarks()).noneMatch(remark -> remark.contains("bass") || remark.contains("sibil"));
    }

    private Delivered deliverGood() throws IOException {
        writePrint();
        return deliver(List.of(), "wav24,level=unlimited,target=vinyl,version=good")
                .getFirst();
    }

    @Test
    void everySetCanBeDelivered() {
        for (DeliverySet set : DeliverySet.all()) {
            assertThat(set.items()).isNotEmpty();
            assertThat(set.items())
                    .allSatisfy(item ->
                            assertThat(ItemText.parse(ItemText.of(item))).isEqualTo(item));
            assertThat(set.items()).extracting(DeliveryItem::coding).doesNotContainNull();
        }
        assertThat(DeliverySet.find("release").orElseThrow().items())
                .extracting(DeliveryItem::coding)
                .contains(Coding.WAV_24, Coding.WAV_16, Coding.MP3);
    }

    /// A soloed band or the sound of a limiter's work alone is no master; whoever wants it so may have it.
    @Test
    void aControlForListeningThatWasLeftOnIsSaid() throws IOException {
        Insert heard =
                new Insert("limiter", "limiter", Values.of(new TreeMap<>(Map.of("gain", 6.0, "delta", 1.0))), null);
        Insert solo = new Insert("eq", "eq", Values.of(new TreeMap<>(Map.of("band3.listen", 1.0))), null);
        assertThat(deliver(List.of(solo, heard), "wav32f,level=exactly")
                        .getFirst()
                        .remarks())
                .anyMatch(remark -> remark.startsWith("“Band 3 listen” of the equalizer is on"))
                .anyMatch(remark -> remark.startsWith("“Hear what is taken” of the limiter is on"));
        Insert bypassed = solo.withValues(solo.values().with(StripControls.BYPASS, 1));
        assertThat(deliver(List.of(bypassed), "wav32f,level=exactly").getFirst().remarks())
                .noneMatch(remark -> remark.contains("one listens to"));
    }

    /// What shaping adds in all, it takes from where the ear is keen: more with each curve.
    @Test
    void eachDitherLeavesMoreNoiseInAllThanTheOneBefore() throws IOException {
        List<Delivered> files = deliver(
                chain(0, 0),
                "wav32f,level=exactly",
                "wav16,level=exactly,dither=none",
                "wav16,level=exactly,dither=tpdf",
                "wav16,level=exactly,dither=gentle",
                "wav16,level=exactly,dither=shaped",
                "wav16,level=exactly,dither=strong");
        float[][] exact = sound(files.getFirst().file().path());
        double before = 0;
        for (Delivered file : files.subList(1, files.size())) {
            double noise = 0;
            float[][] rounded = sound(file.file().path());
            for (int i = 0; i < exact[0].length; i++) {
                noise += Math.pow((rounded[0][i] - exact[0][i]) * 32_768, 2) / exact[0].length;
            }
            // Rounding has 1/12 of a step squared, dither three times that, and each curve 6 dB more again.
            assertThat(noise).as(file.file().path().toString()).isGreaterThan(before * 2.5);
            before = noise;
        }
        assertThat(before).isGreaterThan(8);
    }

    private static float[][] sound(Path file) throws IOException {
        try (SampleStream stream = AudioFiles.open(file)) {
            float[][] sound = new float[2][SECONDS * RATE];
            int done = 0;
            for (int read = stream.read(sound, 0, sound[0].length);
                    read > 0;
                    read = stream.read(sound, done, sound[0].length - done)) {
                done += read;
                if (done == sound[0].length) {
                    break;
                }
            }
            return sound;
        }
    }
}
