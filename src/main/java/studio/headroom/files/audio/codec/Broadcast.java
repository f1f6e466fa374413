package studio.headroom.files.audio.codec;

import studio.headroom.audio.AudioFormat;

/// What a Broadcast Wave file says of itself in its `bext` chunk (EBU Tech 3285), and in the `iXML` chunk beside it.
///
/// @param project what the sound belongs to, for `iXML`; may be empty
/// @param note about it, for `iXML`; may be empty
/// @param description of the sound, at most 256 characters are kept
/// @param originator the program that made it
/// @param date `2026-11-20`, or empty
/// @param codingHistory how it was coded, in lines
public record Broadcast(
        String project, String note, String description, String originator, String date, String codingHistory) {
    private static final String PROGRAM = "Headroom";

    /// What the tags of a file tell.
    public static Broadcast of(Tags tags, AudioFormat format, SampleFormat samples) {
        String artist = tags.get(Tags.Field.ARTIST);
        String title = tags.get(Tags.Field.TITLE);
        String date = tags.get(Tags.Field.DATE);
        String album = tags.get(Tags.Field.ALBUM);
        String mode = format.channels() == 1 ? "mono" : "stereo";
        return new Broadcast(
                album.isEmpty() ? title : album,
                tags.get(Tags.Field.COMMENT),
                artist.isEmpty() || title.isEmpty() ? artist + title : artist + " - " + title,
                PROGRAM,
                date.length() == 10 ? date : "",
                "A=PCM,F=" + format.sampleRate() + ",W=" + samples.bits() + ",M=" + mode + ",T=" + PROGRAM + "\r\n");
    }
}
