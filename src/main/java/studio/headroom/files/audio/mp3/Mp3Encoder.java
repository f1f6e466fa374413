package studio.headroom.files.audio.mp3;

import de.sciss.jump3r.mp3.BitStream;
import de.sciss.jump3r.mp3.GainAnalysis;
import de.sciss.jump3r.mp3.ID3Tag;
import de.sciss.jump3r.mp3.Lame;
import de.sciss.jump3r.mp3.LameGlobalFlags;
import de.sciss.jump3r.mp3.MPEGMode;
import de.sciss.jump3r.mp3.Presets;
import de.sciss.jump3r.mp3.Quantize;
import de.sciss.jump3r.mp3.QuantizePVT;
import de.sciss.jump3r.mp3.Reservoir;
import de.sciss.jump3r.mp3.Takehiro;
import de.sciss.jump3r.mp3.VBRTag;
import de.sciss.jump3r.mp3.VbrMode;
import de.sciss.jump3r.mp3.Version;
import de.sciss.jump3r.mpg.Common;
import de.sciss.jump3r.mpg.Interface;
import de.sciss.jump3r.mpg.MPGLib;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.codec.AudioFileException;
import studio.headroom.files.audio.codec.Encoder;
import studio.headroom.files.audio.codec.EncoderSettings;

/// Writes MP3 of constant bit rate with an Info and LAME tag, so that decoders can give back the exact length.
public final class Mp3Encoder implements Encoder {
    private static final int[] RATES = {8000, 11_025, 12_000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000};
    private static final int[] KILOBITS_1 = {32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KILOBITS_2 = {8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int MAX_BLOCK = 4096;
    /// LAME's own scale of 3 of 0 (best) to 9: the usual choice for high bit rates.
    private static final int QUALITY = 3;
    private static final double FULL_SCALE = 0x1p31;

    private final FileChannel channel;
    private final Lame lame = new Lame();
    private final VBRTag tag = new VBRTag();
    private final LameGlobalFlags flags;
    private final int channels;
    private final int[][] integers = new int[2][MAX_BLOCK];
    private final byte[] coded = new byte[MAX_BLOCK * 2 + 16_384];

    /// @throws AudioFileException when MP3 cannot hold the format or the bit rate does not exist
    public Mp3Encoder(Path path, AudioFormat format, EncoderSettings settings) throws IOException {
        channels = format.channels();
        if (channels > 2) {
            throw new AudioFileException("MP3 holds one or two channels, not " + channels + ".");
        }
        if (Arrays.binarySearch(RATES, format.sampleRate()) < 0) {
            throw new AudioFileException("MP3 holds 8 to 48 kHz, not " + format.sampleRate()
                    + " Hz. Choose 48000 or 44100 Hz for this file.");
        }
        flags = initialize(format, kilobits(format, settings));
        channel = FileChannel.open(
                path, StandardOpenOption.WRITE, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private static int kilobits(AudioFormat format, EncoderSettings settings) throws AudioFileException {
        int[] table = format.sampleRate() >= 32_000 ? KILOBITS_1 : KILOBITS_2;
        if (settings.kilobits() == 0) {
            return table[table.length - 1];
        }
        if (Arrays.binarySearch(table, settings.kilobits()) < 0) {
            throw new AudioFileException("MP3 at " + format.sampleRate() + " Hz has no bit rate of "
                    + settings.kilobits() + " kbit/s. Choose one of " + Arrays.toString(table) + ".");
        }
        return settings.kilobits();
    }

    /// Puts LAME's modules together and sets it up.
    private LameGlobalFlags initialize(AudioFormat format, int kilobits) throws AudioFileException {
        GainAnalysis gain = new GainAnalysis();
        BitStream bits = new BitStream();
        Presets presets = new Presets();
        QuantizePVT quantizeValues = new QuantizePVT();
        Quantize quantize = new Quantize();
        Version version = new Version();
        ID3Tag id3 = new ID3Tag();
        Reservoir reservoir = new Reservoir();
        Takehiro takehiro = new Takehiro();
        MPGLib library = new MPGLib();
        Interface decoding = new Interface();
        Common common = new Common();
        lame.setModules(gain, bits, presets, quantizeValues, quantize, tag, version, id3, library);
        bits.setModules(gain, library, version, tag);
        id3.setModules(bits, version);
        presets.setModules(lame);
        quantize.setModules(bits, reservoir, quantizeValues, takehiro);
        quantizeValues.setModules(takehiro, reservoir, lame.enc.psy);
        reservoir.setModules(bits);
        takehiro.setModules(quantizeValues);
        tag.setModules(lame, bits, version);
        library.setModules(decoding, common);
        decoding.setModules(tag, common);

        LameGlobalFlags set = lame.lame_init();
        set.in_samplerate = format.sampleRate();
        set.out_samplerate = format.sampleRate();
        set.num_channels = channels;
        set.mode = channels == 1 ? MPEGMode.MONO : MPEGMode.JOINT_STEREO;
        set.brate = kilobits;
        set.VBR = VbrMode.vbr_off;
        set.quality = QUALITY;
        set.bWriteVbrTag = true;
        set.write_id3tag_automatic = false;
        set.scale = 1;
        id3.id3tag_init(set);
        if (lame.lame_init_params(set) < 0) {
            throw new AudioFileException("MP3 cannot hold " + format + " at " + kilobits + " kbit/s.");
        }
        return set;
    }

    @Override
    public void write(float[][] source, int offset, int count) throws IOException {
        for (int done = 0; done < count; ) {
            int part = Math.min(MAX_BLOCK, count - done);
            for (int ch = 0; ch < 2; ch++) {
                float[] from = source[Math.min(ch, channels - 1)];
                int[] to = integers[ch];
                for (int i = 0; i < part; i++) {
                    // The cast stops at the limits of an int: that is the clipping at full scale.
                    to[i] = (int) (from[offset + done + i] * FULL_SCALE);
                }
            }
            put(lame.lame_encode_buffer_int(flags, integers[0], integers[1], part, coded, 0, coded.length));
            done += part;
        }
    }

    @Override
    public void finish() throws IOException {
        put(lame.lame_encode_flush(flags, coded, 0, coded.length));
        int size = tag.getLameTagFrame(flags, coded);
        if (size > 0 && size <= coded.length) {
            channel.position(0);
            put(size);
        }
        lame.lame_close(flags);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    private void put(int size) throws IOException {
        if (size < 0) {
            throw new IllegalStateException("LAME reports " + size);
        }
        ByteBuffer rest = ByteBuffer.wrap(coded, 0, size);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }
}
