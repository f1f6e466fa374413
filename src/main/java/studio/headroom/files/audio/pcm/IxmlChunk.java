package studio.headroom.files.audio.pcm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import studio.headroom.audio.AudioFormat;
import studio.headroom.files.audio.codec.Broadcast;
import studio.headroom.files.audio.codec.SampleFormat;

/// The `iXML` chunk (Gallery's iXML specification, 1.61) of a finished stereo or mono file: project, note, format, the
/// names
/// of its channels and a copy of the texts in `bext`, in all letters that there are. Scenes, takes and time code belong
/// to
/// recordings and are left out. It is written only: nothing in it is not told elsewhere in the file.
final class IxmlChunk {
    private IxmlChunk() {}

    /// The chunk with its header, of an even number of bytes.
    static byte[] bytes(Broadcast broadcast, AudioFormat format, SampleFormat samples) {
        byte[] text = text(broadcast, format, samples).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + text.length + (text.length & 1))
                .order(ByteOrder.LITTLE_ENDIAN)
                .put("iXML".getBytes(StandardCharsets.US_ASCII))
                .putInt(text.length)
                .put(text)
                .array();
    }

    private static String text(Broadcast broadcast, AudioFormat format, SampleFormat samples) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<BWFXML>\n"
                + element("IXML_VERSION", "1.61")
                + element("PROJECT", broadcast.project())
                + element("NOTE", broadcast.note())
                + "<SPEED>\n"
                + element("FILE_SAMPLE_RATE", String.valueOf(format.sampleRate()))
                + element("AUDIO_BIT_DEPTH", String.valueOf(samples.bits()))
                + "</SPEED>\n"
                + tracks(format.channels())
                + "<BEXT>\n"
                + element("BWF_DESCRIPTION", broadcast.description())
                + element("BWF_ORIGINATOR", broadcast.originator())
                + element("BWF_ORIGINATION_DATE", broadcast.date())
                + element("BWF_CODING_HISTORY", broadcast.codingHistory())
                + "</BEXT>\n</BWFXML>\n";
    }

    private static String tracks(int channels) {
        StringBuilder tracks = new StringBuilder("<TRACK_LIST>\n").append(element("TRACK_COUNT", "" + channels));
        for (int channel = 1; channel <= channels; channel++) {
            String name = channels == 1 ? "Mono" : channels > 2 ? "" : channel == 1 ? "Left" : "Right";
            tracks.append("<TRACK>\n")
                    .append(element("CHANNEL_INDEX", "" + channel))
                    .append(element("INTERLEAVE_INDEX", "" + channel))
                    .append(element("NAME", name))
                    .append("</TRACK>\n");
        }
        return tracks.append("</TRACK_LIST>\n").toString();
    }

    /// Nothing for what is not known.
    private static String element(String name, String text) {
        return text.isEmpty() ? "" : "<" + name + ">" + escaped(text) + "</" + name + ">\n";
    }

    /// As XML 1.0 asks: its five signs as entities, and nothing that is no character of it. A carriage return is told
    /// by
    /// its number, since readers turn a plain one into a new line.
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (point) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&apos;");
                case '\r' -> escaped.append("&#13;");
                default -> {
                    if (isCharacter(point)) {
                        escaped.appendCodePoint(point);
                    }
                }
            }
        });
        return escaped.toString();
    }

    private static boolean isCharacter(int point) {
        return point == '\t'
                || point == '\n'
                || point >= 0x20 && point <= 0xD7FF
                || point >= 0xE000 && point <= 0xFFFD
                || point >= 0x1_0000;
    }
}
