package studio.headroom.mastering.audition;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.MixPrint;
import studio.headroom.mastering.prints.Print;
import studio.headroom.param.Values;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Reference;
import studio.headroom.project.Send;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

/// A song for the player that is a master: a print as its one clip, through the effects of the mastering chain, to a
/// master strip that does nothing. Beside it lie the same print past the chain, another print, and the references; all
/// but one are muted, so that going from one to another is a fade.
///
/// The chain's effects have the ids that they have in the song, and so their controls, meters and pictures. All that
/// can
/// be heard is late by the same, the chain's latency: a muted send lets what goes past the chain wait for it. So what
/// fades out and what fades in is the same moment of the music.
///
/// Pure functions.
public final class Audition {
    private static final String ID = "audition.";
    private static final String CHAIN = ID + "chain";
    private static final String DRY = ID + "dry";
    /// References are repeated at most so often.
    private static final int MOST_CLIPS = 2_000;
    /// What the equal power pan takes from a mono sound in the center.
    private static final double MONO_DB = 10 * Math.log10(2);

    /// What is to be heard.
    ///
    /// @param bypass the print without the chain
    /// @param reference id of a reference, or empty
    /// @param other the other print in place of the print
    public record Wanted(boolean bypass, String reference, boolean other) {
        /// The master.
        public static final Wanted MASTER = new Wanted(false, "", false);
    }

    private final Project song;
    private final Print print;
    private final @Nullable Print other;
    private final Wanted wanted;
    private final List<Media> media;
    private final List<Strip> strips = new ArrayList<>();

    private Audition(Project song, Print print, @Nullable Print other, Wanted wanted) {
        this.song = song;
        this.print = print;
        this.other = other;
        this.wanted = wanted;
        media = new ArrayList<>(song.media());
    }

    /// @param song whose mastering is heard; its sound files stay open, so that going back to it needs no waiting
    /// @param print at the song's rate
    /// @param other to compare with, or null
    /// @throws studio.headroom.project.InvalidProjectException when parts of the song bear ids that are used here
    public static Project song(Project song, Print print, @Nullable Print other, Wanted wanted) {
        return new Audition(song, print, other, wanted).made();
    }

    private Project made() {
        boolean reference = song.mastering().references().stream()
                .anyMatch(each -> each.id().equals(wanted.reference));
        boolean second = wanted.other && other != null;
        track("print", print, second);
        if (other != null) {
            track("other", other, !second);
        }
        List<Send> waiting = new ArrayList<>();
        strips.add(muted(bus(DRY, "Print"), !wanted.bypass || reference));
        waiting.add(wait(DRY));
        for (Reference each : song.mastering().references()) {
            boolean heard = each.id().equals(wanted.reference);
            String id = reference(each, heard);
            waiting.add(wait(id));
        }
        strips.add(muted(
                bus(CHAIN, "Mastering").withInserts(song.mastering().chain()).withSends(waiting),
                wanted.bypass || reference));
        return Project.empty(song.title(), song.sampleRate())
                .withMaster(Strip.create(Strip.Kind.MASTER, song.master().id(), "Master"))
                .withTempo(song.tempo())
                .withMedia(media)
                .withStrips(strips);
    }

    /// A print into the chain and, by a send, past it.
    private void track(String name, Print from, boolean muted) {
        Media sound = new Media(
                ID + name + "." + UUID.nameUUIDFromBytes((from.name() + from.made()).getBytes(StandardCharsets.UTF_8)),
                MixPrint.FOLDER + "/" + from.name(),
                from.channels(),
                from.frames(),
                from.title());
        media.add(sound);
        double level = from.channels() == 1 ? MONO_DB : 0;
        strips.add(muted(
                Strip.create(Strip.Kind.TRACK, ID + name, from.title())
                        .withControls(Values.INITIAL.with(StripControls.VOLUME, level))
                        .withClips(List.of(Clip.whole(ID + name + ".clip", sound, 0)))
                        .withOutput(CHAIN)
                        .withSends(List.of(new Send(ID + name + ".past", DRY, false, Values.INITIAL))),
                muted));
    }

    /// A reference that is repeated for as long as the print lasts, so that its region begins where the song's loop
    /// does.
    ///
    /// @return the id of its bus
    private String reference(Reference reference, boolean heard) {
        String id = ID + "reference." + reference.id();
        Media sound = reference.media();
        Media own = new Media(
                id + ".media", sound.path(), sound.channels(), sound.frames(), sound.origin(), sound.sha256());
        media.add(own);
        Strip track = Strip.create(Strip.Kind.TRACK, id, reference.name())
                .withClips(clips(reference, own, id))
                .withControls(Values.INITIAL.with(StripControls.VOLUME, own.channels() == 1 ? MONO_DB : 0))
                .withOutput(id + ".bus");
        strips.add(track);
        strips.add(muted(bus(id + ".bus", reference.name()), !heard));
        return id + ".bus";
    }

    private List<Clip> clips(Reference reference, Media own, String id) {
        Span region = reference.region();
        long from = region == null ? 0 : region.start();
        long length = region == null ? own.frames() : region.end() - region.start();
        List<Clip> clips = new ArrayList<>();
        if (length <= 0) {
            return clips;
        }
        long end = Math.max(Math.max(print.frames(), other == null ? 0 : other.frames()), song.end());
        Span loop = song.loop();
        long phase = loop == null ? 0 : loop.start() % length;
        long at = 0;
        long offset = phase == 0 ? 0 : length - phase;
        while (at < end && clips.size() < MOST_CLIPS) {
            long run = Math.min(length - offset, end - at);
            clips.add(new Clip(
                    id + ".clip" + clips.size(),
                    own.id(),
                    at,
                    from + offset,
                    run,
                    0,
                    Fade.NONE,
                    Fade.NONE,
                    false,
                    false));
            at += run;
            offset = 0;
        }
        return clips;
    }

    private static Strip bus(String id, String name) {
        return Strip.create(Strip.Kind.BUS, id, name);
    }

    private static Strip muted(Strip strip, boolean muted) {
        return strip.withControls(strip.controls().with(StripControls.MUTE, muted ? 1 : 0));
    }

    /// Makes a bus as late as the chain, without any sound.
    private static Send wait(String bus) {
        return new Send(ID + "wait." + bus, bus, false, Values.INITIAL.with(StripControls.SEND_MUTE, 1));
    }
}
