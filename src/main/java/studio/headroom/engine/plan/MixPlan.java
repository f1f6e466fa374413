package studio.headroom.engine.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.project.Clip;
import studio.headroom.project.Insert;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Media;
import studio.headroom.project.PanLaw;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;

/// A song as strips and the ways between them, ready to be compiled.
///
/// @param beatsPerMinute for effects that follow the tempo
/// @param panLaw of mono tracks
/// @param strips in mixer order with the master behind them; then what a listener hears beside the mix; then what is
///     leaving
/// @param links in the order in which they are summed
/// @param order indices of the strips so that each comes after all that feed it
public record MixPlan(
        int sampleRate,
        double beatsPerMinute,
        PanLaw panLaw,
        List<PlannedStrip> strips,
        List<PlannedLink> links,
        List<Integer> order) {
    /// Ids of the strips that no song has: the sum of those listened to alone, and the mastering chain. No strip of a
    /// song has a blank id.
    public static final String LISTEN = " ";

    public static final String MASTERING = "  ";

    /// What the ids of stems that bypass the master begin with; a number follows.
    public static final String STEM = "   ";

    public MixPlan {
        strips = List.copyOf(strips);
        links = List.copyOf(links);
        order = List.copyOf(order);
    }

    /// The song as it is rendered to a file.
    public static MixPlan of(Project project) {
        return of(project, Listening.TO_THE_MIX);
    }

    /// @throws InvalidProjectException when the project contradicts itself
    public static MixPlan of(Project project, Listening listening) {
        List<PlannedStrip> strips = new ArrayList<>();
        for (Strip strip : project.strips()) {
            strips.add(planned(strip, project));
        }
        strips.add(planned(project.master(), project));
        List<PlannedLink> links = new ArrayList<>(links(strips));
        if (listening.solo().beside()) {
            listen(strips, links, listening.solo());
        }
        SignalFlow flow = new SignalFlow(strips, links, !listening.solo().beside(), listening.rest());
        links.replaceAll(flow::heard);
        if (!listening.chain().isEmpty()) {
            int master = project.strips().size();
            Strip chain =
                    Strip.create(Strip.Kind.BUS, MASTERING, "Mastering chain").withInserts(listening.chain());
            strips.add(planned(chain, project));
            links.add(link(strips, master, strips.size() - 1, PlannedLink.Kind.OUTPUT, "", null));
        }
        return new MixPlan(
                project.sampleRate(),
                project.tempo().beatsPerMinute(),
                project.panLaw(),
                strips,
                links,
                SignalFlow.order(strips.size(), links));
    }

    private static PlannedStrip planned(Strip given, Project project) {
        Strip strip = TrackDelay.played(given, project.sampleRate());
        Map<String, Media> media = new HashMap<>();
        for (Clip clip : strip.clips()) {
            media.put(
                    clip.media(),
                    project.media(clip.media())
                            .orElseThrow(() -> new InvalidProjectException("clip '" + clip.id()
                                    + "' plays a sound file that the song does not have: " + clip.media())));
        }
        int channels = strip.kind() == Strip.Kind.TRACK
                ? media.values().stream().mapToInt(Media::channels).max().orElse(1)
                : 2;
        PlannedStrip.Key key = new PlannedStrip.Key(strip.id(), 0);
        return new PlannedStrip(key, strip, channels, media, chain(key, strip, channels), false);
    }

    /// Effects of a strip to which a mono sound comes, by their inserts' ids. None where nothing is played yet that
    /// could be mono.
    ///
    /// @throws InvalidProjectException when a clip plays a sound file that the song does not have
    public static Set<String> hearingMono(Project project, Strip strip) {
        if (strip.kind() != Strip.Kind.TRACK || strip.clips().isEmpty()) {
            return Set.of();
        }
        return planned(strip, project).chain().stream()
                .filter(insert -> insert.channels() == 1)
                .map(insert -> insert.insert().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<PlannedInsert> chain(PlannedStrip.Key key, Strip strip, int inputChannels) {
        List<PlannedInsert> chain = new ArrayList<>();
        int channels = inputChannels;
        for (Insert insert : strip.inserts()) {
            EffectType type = Catalogue.find(insert.type()).orElse(null);
            if (type == null) {
                continue; // Of a newer program: passes the sound on here. Who renders to a file refuses it before.
            }
            chain.add(new PlannedInsert(
                    new PlannedInsert.Key(key, insert.id(), 0), insert, type, channels, false, false));
            channels = type.outputChannels(channels);
        }
        return chain;
    }

    private static List<PlannedLink> links(List<PlannedStrip> strips) {
        Map<String, Integer> indexById = new HashMap<>();
        for (int i = 0; i < strips.size(); i++) {
            indexById.put(strips.get(i).strip().id(), i);
        }
        List<PlannedLink> links = new ArrayList<>();
        int master = strips.size() - 1;
        for (int i = 0; i < master; i++) {
            Strip strip = strips.get(i).strip();
            int target = strip.output() == null ? master : index(indexById, strip, strip.output(), "feeds");
            links.add(link(strips, i, target, PlannedLink.Kind.OUTPUT, "", null));
            for (Send send : strip.sends()) {
                PlannedLink.Kind kind =
                        send.preFader() ? PlannedLink.Kind.PRE_FADER_SEND : PlannedLink.Kind.POST_FADER_SEND;
                links.add(link(strips, i, index(indexById, strip, send.target(), "sends to"), kind, send.id(), send));
            }
        }
        for (int i = 0; i < strips.size(); i++) {
            for (PlannedInsert planned : strips.get(i).chain()) {
                Insert insert = planned.insert();
                if (insert.key() != null) {
                    int source = index(indexById, strips.get(i).strip(), insert.key(), "listens to");
                    links.add(link(strips, source, i, PlannedLink.Kind.SIDECHAIN, insert.id(), null));
                }
            }
        }
        return links;
    }

    /// Adds the sum of the soloed strips.
    private static void listen(List<PlannedStrip> strips, List<PlannedLink> links, Listening.Solo solo) {
        PlannedLink.Kind kind = solo == Listening.Solo.AFTER_FADER
                ? PlannedLink.Kind.LISTEN_AFTER_FADER
                : PlannedLink.Kind.LISTEN_BEFORE_FADER;
        int listen = strips.size();
        strips.add(new PlannedStrip(
                new PlannedStrip.Key(LISTEN, 0),
                Strip.create(Strip.Kind.BUS, LISTEN, "Listen"),
                2,
                Map.of(),
                List.of(),
                false));
        for (int i = 0; i < listen; i++) {
            if (strips.get(i).strip().solo()) {
                links.add(link(strips, i, listen, kind, "", null));
            }
        }
    }

    private static PlannedLink link(
            List<PlannedStrip> strips, int from, int to, PlannedLink.Kind kind, String of, @Nullable Send send) {
        return new PlannedLink(
                new PlannedLink.Key(strips.get(from).key(), strips.get(to).key(), kind, of), from, to, send, 1, false);
    }

    private static int index(Map<String, Integer> indexById, Strip strip, String id, String verb) {
        Integer index = indexById.get(id);
        if (index == null) {
            throw new InvalidProjectException("'" + strip.name() + "' " + verb + " a strip that is not there: " + id);
        }
        return index;
    }

    /// The ways into a strip in the order in which they are summed.
    public List<PlannedLink> into(int strip) {
        return links.stream().filter(link -> link.to() == strip).toList();
    }

    /// The index of a strip that is not leaving, or -1.
    public int find(String stripId) {
        for (int i = 0; i < strips.size(); i++) {
            if (!strips.get(i).leaving() && strips.get(i).strip().id().equals(stripId)) {
                return i;
            }
        }
        return -1;
    }

    /// The master's index.
    public int master() {
        for (int i = 0; i < strips.size(); i++) {
            if (strips.get(i).strip().kind() == Strip.Kind.MASTER) {
                return i;
            }
        }
        throw new IllegalStateException("a plan without a master");
    }

    /// Whether something in it fades out and is to be left out of the next plan.
    public boolean inTransition() {
        return strips.stream().anyMatch(PlannedStrip::leaving)
                || links.stream().anyMatch(PlannedLink::leaving)
                || strips.stream().flatMap(strip -> strip.chain().stream()).anyMatch(PlannedInsert::leaving);
    }

    /// This plan without what has left.
    public MixPlan settled() {
        if (!inTransition()) {
            return this;
        }
        List<PlannedStrip> stay = strips.stream()
                .filter(strip -> !strip.leaving())
                .map(strip -> strip.withChain(strip.chain().stream()
                        .filter(insert -> !insert.leaving())
                        .toList()))
                .toList();
        Map<PlannedStrip.Key, Integer> index = new HashMap<>();
        for (int i = 0; i < stay.size(); i++) {
            index.put(stay.get(i).key(), i);
        }
        List<PlannedLink> between = new ArrayList<>();
        for (PlannedLink link : links) {
            Integer from = index.get(link.key().from());
            Integer to = index.get(link.key().to());
            if (!link.leaving() && from != null && to != null && (link.carriesSound() || keyed(stay.get(to), link))) {
                between.add(link.between(link.key().from(), from, link.key().to(), to));
            }
        }
        return new MixPlan(sampleRate, beatsPerMinute, panLaw, stay, between, SignalFlow.order(stay.size(), between));
    }

    private static boolean keyed(PlannedStrip strip, PlannedLink link) {
        return strip.insert(link.key().of())
                .map(insert ->
                        link.key().from().stripId().equals(insert.insert().key()))
                .orElse(false);
    }
}
