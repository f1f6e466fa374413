package studio.headroom.project.edit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Clip;
import studio.headroom.project.Insert;
import studio.headroom.project.Lane;
import studio.headroom.project.Media;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;

/// Brings strips of another song into one. Ways between strips that come together stay; others lead to the bus or
/// return
/// of the same name, and are left out where there is none.
public final class StripImports {
    private StripImports() {}

    /// Puts the strips behind those of their kind that there are, with new ids, not soloed and in no group or folder.
    ///
    /// @param from the other song
    /// @param ids of its strips, the master not among them
    /// @param media the sound files that clips play here, by the ids of those that they play there; new ones have
    /// an
    ///     empty id. Clips of others stay behind, and so does automation where none are given
    public static Edit bring(Project from, Set<String> ids, Map<String, Media> media) {
        Set<String> chosen = Set.copyOf(ids);
        Map<String, Media> sounds = Map.copyOf(media);
        return new Edit(
                "Bring strips",
                project -> new Bringing(project, from, chosen, sounds).brought(),
                project -> chosen.size() == 1
                        ? "Bring " + StripEdits.nameOf(from, chosen.iterator().next())
                        : "Bring " + chosen.size() + " strips");
    }

    private static final class Bringing {
        private final Project project;
        private final Project from;
        private final List<Strip> strips;
        private final Map<String, Media> media = new HashMap<>();
        private final List<Media> added;
        private final Map<String, String> newIds = new HashMap<>();
        private final NewIds inserts;
        private final NewIds sends;
        private final NewIds clips;
        private final boolean sounds;

        Bringing(Project project, Project from, Set<String> chosen, Map<String, Media> given) {
            this.project = project;
            this.from = from;
            strips = from.strips().stream()
                    .filter(strip -> chosen.contains(strip.id()))
                    .toList();
            sounds = !given.isEmpty();
            inserts = new NewIds(project, Ids.INSERT);
            sends = new NewIds(project, Ids.SEND);
            clips = new NewIds(project, Ids.CLIP);
            added = new ArrayList<>(project.media());
            NewIds mediaIds = new NewIds(project, Ids.MEDIA);
            for (Media there : from.media()) {
                Media here = given.get(there.id());
                if (here != null && here.id().isEmpty()) {
                    Media own = new Media(
                            mediaIds.next(), here.path(), here.channels(), here.frames(), here.origin(), here.sha256());
                    added.add(own);
                    media.put(there.id(), own);
                } else if (here != null) {
                    media.put(there.id(), here);
                }
            }
            NewIds stripIds = new NewIds(project, Ids.STRIP);
            strips.forEach(strip -> newIds.put(strip.id(), stripIds.next()));
        }

        Project brought() {
            List<Strip> all = new ArrayList<>(project.strips());
            for (Strip strip : strips) {
                int at = 0;
                for (int i = 0; i < all.size(); i++) {
                    at = all.get(i).kind().ordinal() <= strip.kind().ordinal() ? i + 1 : at;
                }
                all.add(at, here(strip));
            }
            return project.withMedia(added).withStrips(all);
        }

        private Strip here(Strip strip) {
            Map<String, String> owners = new HashMap<>();
            String id = id(strip.id());
            owners.put(strip.id(), id);
            List<Insert> insertsHere = new ArrayList<>();
            for (Insert insert : strip.inserts()) {
                String own = inserts.next();
                owners.put(insert.id(), own);
                String key = insert.key();
                insertsHere.add(insert.withId(own).withKey(key == null ? null : newIds.get(key)));
            }
            List<Send> sendsHere = new ArrayList<>();
            Set<String> targets = new HashSet<>();
            for (Send send : strip.sends()) {
                String target = target(send.target());
                if (target != null && targets.add(target)) {
                    String own = sends.next();
                    owners.put(send.id(), own);
                    sendsHere.add(new Send(own, target, send.preFader(), send.controls()));
                }
            }
            List<Clip> clipsHere = new ArrayList<>();
            for (Clip clip : strip.clips()) {
                Media sound = media.get(clip.media());
                if (sound != null) {
                    clipsHere.add(clip.withId(clips.next()).withMedia(sound.id()));
                }
            }
            List<Lane> lanes = strip.automation().stream()
                    .filter(lane -> sounds && owners.containsKey(lane.owner()))
                    .map(lane -> lane.withOwner(owners.getOrDefault(lane.owner(), "")))
                    .toList();
            String output = strip.output();
            return Strip.create(strip.kind(), id, strip.name())
                    .withColor(strip.color())
                    .withControls(strip.controls())
                    .withSoloSafe(strip.soloSafe())
                    .withOutput(output == null ? null : target(output))
                    .withInserts(insertsHere)
                    .withSends(sendsHere)
                    .withClips(clipsHere)
                    .withAutomation(lanes)
                    .withNotes(strip.notes())
                    .withLook(strip.look().withFolder("").withHidden(false));
        }

        private String id(String there) {
            return newIds.getOrDefault(there, there);
        }

        /// What a way leads to here: the strip that came along, or its namesake.
        private @Nullable String target(String there) {
            String along = newIds.get(there);
            if (along != null) {
                return along;
            }
            Optional<Strip> meant = from.strip(there);
            return project.strips().stream()
                    .filter(strip -> strip.kind() != Kind.TRACK && strip.kind() != Kind.MASTER)
                    .filter(strip -> meant.filter(other ->
                                    other.kind() == strip.kind() && other.name().equalsIgnoreCase(strip.name()))
                            .isPresent())
                    .map(Strip::id)
                    .findFirst()
                    .orElse(null);
        }
    }
}
