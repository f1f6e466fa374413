package studio.headroom.mastering.audition;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.MixPrint;
import studio.headroom.mastering.coded.CodedFolder;
import studio.headroom.mastering.coded.CodedMaster;
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
/// master strip that does nothing. Beside it lie the same print past the chain, another print, the references, and
/// the master as a lossy format gives it back; all but one are muted, so that going from one to another is a fade.
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

    /// What of a coded master is to be heard.
    public enum Coded {
        NONE,
        /// The sound that the format gives back.
        SOUND,
        /// That minus the master.
        DIFFERENCE
    }

    /// What is to be heard.
    ///
    /// @param bypass the print without the chain
    /// @param reference id of a reference, or empty
    /// @param other the other print in place of the print
    /// @param coded what a lossy format makes of the master, in place of all these
    public record Wanted(boolean bypass, String reference, boolean other, Coded coded) {
        /// The master.
        public static final Wanted MASTER = new Wanted(false, "", false);

        public Wanted(boolean bypass, String reference, boolean other) {
            this(bypass, reference, other, Coded.NONE);
        }

        /// What is coded, and nothing else.
        public static Wanted coded(Coded coded) {
            return new Wanted(false, "", false, coded);
        }
    }

    private final Project song;
    private final Print print;
    private final @Nullable Print other;
    private final Wanted wanted;
    private final @Nullable CodedMaster coded;
    private final double raiseDb;
    private final List<Media> media;
    private final List<Strip> strips = new ArrayList<>();

    private Audition(
            Project song,
            Print print,
            @Nullable Print other,
            Wanted wanted,
            @Nullable CodedMaster coded,
            double raiseDb) {
        this.song = song;
        this.print = print;
        this.other = other;
        this.wanted = wanted;
        this.coded = coded;
        this.raiseDb = raiseDb;
        media = new ArrayList<>(song.media());
    }

    /// @param song whose mastering is heard; its sound files stay open, so that going back to it needs no waiting
    /// @param print at the song's rate
    /// @param other to compare with, or null
    /// @throws studio.headroom.project.InvalidProjectException when parts of the song bear ids that are used here
    public static Project song(Project song, Print print, @Nullable Print other, Wanted wanted) {
        return song(song, print, other, wanted, null, 0);
    }

    /// The same, with the master as a lossy format gives it back.
    ///
    /// @param coded of this print, or null
    /// @param raiseDb by which its difference from the master is raised, -24 to 24
    public static Project song(
            Project song,
            Print print,
            @Nullable Print other,
            Wanted wanted,
            @Nullable CodedMaster coded,
            double raiseDb) {
        return new Audition(song, print, other, wanted, coded, raiseDb).made();
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
        boolean past = reference || coded != null && wanted.coded != Coded.NONE;
        strips.add(muted(bus(DRY, "Print"), !wanted.bypass || past));
        waiting.add(wait(DRY));
        for (Reference each : song.mastering().references()) {
            boolean heard = each.id().equals(wanted.reference);
            String id = reference(each, heard);
            waiting.add(wait(id));
        }
        CodedMaster lossy = coded;
        if (lossy != null) {
            waiting.add(wait(coded(lossy, lossy.sound(), "coded", 0, !reference && wanted.coded == Coded.SOUND)));
            waiting.add(wait(coded(
                    lossy, lossy.difference(), "difference", raiseDb, !reference && wanted.coded == Coded.DIFFERENCE)));
        }
        strips.add(muted(
                bus(CHAIN, "Mastering").withInserts(song.mastering().chain()).withSends(waiting),
                wanted.bypass || past));
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

    /// A file of a coded master, where it lies on the print.
    ///
    /// @return the id of its bus
    private String coded(CodedMaster from, Path file, String name, double db, boolean heard) {
        String id = ID + name;
        String place = CodedFolder.FOLDER + "/" + file.getFileName();
        Media sound = new Media(
                id + "." + UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)),
                place,
                from.channels(),
                from.frames(),
                from.format().label());
        media.add(sound);
        double level = from.channels() == 1 ? MONO_DB : 0;
        strips.add(Strip.create(Strip.Kind.TRACK, id, from.format().label())
                .withControls(Values.INITIAL.with(StripControls.VOLUME, level).with(StripControls.TRIM, db))
                .withClips(List.of(Clip.whole(id + ".clip", sound, from.at())))
                .withOutput(id + ".bus"));
        strips.add(muted(bus(id + ".bus", from.format().label()), !heard));
        return id + ".bus";
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
