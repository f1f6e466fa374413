package studio.headroom.files.project;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import studio.headroom.param.Values;
import studio.headroom.project.Clip;
import studio.headroom.project.Ends;
import studio.headroom.project.Fade;
import studio.headroom.project.Folder;
import studio.headroom.project.GainEnvelope;
import studio.headroom.project.Group;
import studio.headroom.project.Insert;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Lane;
import studio.headroom.project.Look;
import studio.headroom.project.Marker;
import studio.headroom.project.Mastering;
import studio.headroom.project.Media;
import studio.headroom.project.Names;
import studio.headroom.project.PanLaw;
import studio.headroom.project.Project;
import studio.headroom.project.Reference;
import studio.headroom.project.Send;
import studio.headroom.project.Snapshot;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;
import studio.headroom.project.Strip.Kind;
import studio.headroom.project.Tempo;
import studio.headroom.project.ToDo;

/// Reads a project from a tree of the current format. What has a natural default may be missing, what is not known
/// is passed over, effect types and values that are not known are kept.
final class ProjectReader {
    private static final int MAX_MEDIA = 20_000;
    static final int MAX_STRIPS = 2_000;
    static final int MAX_PER_STRIP = 200;
    private static final int MAX_VALUES = 2_000;
    private static final int MAX_CLIPS = 200_000;
    static final int MAX_LANES = 2_000;
    private static final int MAX_POINTS = 500_000;
    private static final int MAX_MARKERS = 20_000;
    private static final int MAX_TAGS = 1_000;

    private static final int MAX_GROUPS = 2_000;
    private static final int MAX_LINKS = 10;
    private static final int MAX_SNAPSHOTS = 200;
    private static final int MAX_PRINTS = 10_000;
    private static final int MAX_REFERENCES = 200;

    private final SnapshotReader snapshots = new SnapshotReader();
    private final Set<List<?>> different = new HashSet<>();
    private int clips;
    private int points;

    private ProjectReader() {}

    static Project read(JsonView root) throws ProjectFormatException {
        try {
            return new ProjectReader().project(root);
        } catch (InvalidProjectException e) {
            throw ProjectFormatException.damaged("it contradicts itself: " + e.getMessage());
        }
    }

    private Project project(JsonView json) throws ProjectFormatException {
        return new Project(
                json.text("title", ""),
                Math.toIntExact(Math.clamp(json.whole("sampleRate"), 0, Integer.MAX_VALUE)),
                json.object("tempo", this::tempo, Tempo.DEFAULT),
                json.list("media", MAX_MEDIA, this::media),
                json.list("strips", MAX_STRIPS, this::strip),
                json.object("master", this::strip),
                json.list("markers", MAX_MARKERS, this::marker),
                json.object("mastering", this::mastering, Mastering.NONE),
                json.text("notes", ""),
                json.list("groups", MAX_GROUPS, this::group),
                json.list("folders", MAX_GROUPS, this::folder),
                json.has("loop") ? json.object("loop", ProjectReader::span) : null,
                json.list("snapshots", MAX_SNAPSHOTS, snapshots::snapshot),
                json.has("panLaw") ? json.option("panLaw", PanLaw.values()) : PanLaw.EQUAL_POWER);
    }

    private Group group(JsonView json) throws ProjectFormatException {
        List<Group.Link> links = json.list("links", MAX_LINKS, link -> link.option(Group.Link.values()));
        return new Group(json.text("id"), json.text("name", ""), json.text("color", "grey"), Set.copyOf(links));
    }

    private Folder folder(JsonView json) throws ProjectFormatException {
        return new Folder(
                json.text("id"), json.text("name", ""), json.text("color", "grey"), json.flag("folded", false));
    }

    private static Span span(JsonView json) throws ProjectFormatException {
        return new Span(json.whole("start"), json.whole("end"));
    }

    private Tempo tempo(JsonView json) throws ProjectFormatException {
        return new Tempo(
                json.number("beatsPerMinute", Tempo.DEFAULT.beatsPerMinute()),
                json.small("beatsPerBar", Tempo.DEFAULT.beatsPerBar()),
                json.small("beatUnit", Tempo.DEFAULT.beatUnit()));
    }

    private Media media(JsonView json) throws ProjectFormatException {
        String path = json.text("path");
        String fault = ProjectPaths.fault(path);
        if (fault != null) {
            throw json.wrong("names a sound file outside the project folder or of an impossible name: " + fault);
        }
        return new Media(
                json.text("id"),
                path,
                json.small("channels", 0),
                json.whole("frames"),
                json.text("origin", ""),
                json.text("sha256", ""));
    }

    /// A strip whose name holds nothing to read.
    private static String called(Kind kind) {
        return kind.name().substring(0, 1) + kind.name().substring(1).toLowerCase(Locale.ROOT);
    }

    private Strip strip(JsonView json) throws ProjectFormatException {
        Kind kind = json.option("kind", Kind.values());
        return new Strip(
                json.text("id"),
                kind,
                Names.line(json.text("name"), called(kind)),
                json.text("color", "grey"),
                values(json, "controls"),
                json.flag("solo", false),
                json.flag("soloSafe", kind == Kind.RETURN),
                json.textOrNull("output"),
                json.list("inserts", MAX_PER_STRIP, ProjectReader::insert),
                json.list("sends", MAX_PER_STRIP, ProjectReader::send),
                json.list("automation", MAX_LANES, this::lane),
                json.list("clips", MAX_CLIPS, this::clip),
                json.text("group", ""),
                json.text("notes", ""),
                new Look(
                        json.text("icon", ""),
                        json.flag("wide", false),
                        json.flag("hidden", false),
                        json.text("folder", "")));
    }

    static Insert insert(JsonView json) throws ProjectFormatException {
        return new Insert(json.text("id"), json.text("type"), values(json, "values"), json.textOrNull("key"));
    }

    static Send send(JsonView json) throws ProjectFormatException {
        return new Send(json.text("id"), json.text("target"), json.flag("preFader", false), values(json, "controls"));
    }

    private Lane lane(JsonView json) throws ProjectFormatException {
        List<Lane.Point> read = json.list("points", MAX_POINTS, this::point);
        count(json, read);
        return new Lane(json.text("owner"), json.text("param"), json.flag("enabled", true), read);
    }

    private Lane.Point point(JsonView json) throws ProjectFormatException {
        int parts = json.node().isArray() ? json.node().size() : 0;
        if (parts != 3 && parts != 4) {
            throw json.wrong("is not a point such as [48000, -6, \"linear\"] or [48000, -6, \"linear\", 0.5]");
        }
        return new Lane.Point(
                new JsonView(json.node().get(0), json.place()).whole(),
                new JsonView(json.node().get(1), json.place()).number(),
                new JsonView(json.node().get(2), json.place()).option(Lane.Shape.values()),
                parts == 3 ? 0 : new JsonView(json.node().get(3), json.place()).number());
    }

    private Clip clip(JsonView json) throws ProjectFormatException {
        if (++clips > MAX_CLIPS) {
            throw json.wrong("is one clip too many; a song may have " + MAX_CLIPS);
        }
        return new Clip(
                json.text("id"),
                json.text("media"),
                json.whole("start"),
                json.whole("offset", 0),
                json.whole("length"),
                json.number("gainDb", 0),
                json.object("fadeIn", this::fade, Fade.NONE),
                json.object("fadeOut", this::fade, Fade.NONE),
                json.flag("muted", false),
                json.flag("reversed", false),
                json.text("name", ""),
                json.text("color", ""),
                envelope(json));
    }

    private GainEnvelope envelope(JsonView clip) throws ProjectFormatException {
        List<GainEnvelope.Point> read = clip.list("envelope", MAX_POINTS, ProjectReader::gainPoint);
        count(clip, read);
        return read.isEmpty() ? GainEnvelope.NONE : new GainEnvelope(read);
    }

    /// What pieces of one clip and copies of one strip have alike counts once.
    private void count(JsonView json, List<?> read) throws ProjectFormatException {
        points += different.add(read) ? read.size() : 0;
        if (points > MAX_POINTS) {
            throw json.wrong("makes more than " + MAX_POINTS + " points of automation and envelopes");
        }
    }

    private static GainEnvelope.Point gainPoint(JsonView json) throws ProjectFormatException {
        if (!json.node().isArray() || json.node().size() != 2) {
            throw json.wrong("is not a point such as [48000, -6]");
        }
        return new GainEnvelope.Point(
                new JsonView(json.node().get(0), json.place()).whole(),
                new JsonView(json.node().get(1), json.place()).number());
    }

    private Fade fade(JsonView json) throws ProjectFormatException {
        return new Fade(json.whole("frames"), json.option("shape", Fade.Shape.values()));
    }

    private Marker marker(JsonView json) throws ProjectFormatException {
        return new Marker(
                json.text("id"),
                json.whole("frame"),
                json.text("name", ""),
                json.text("color", Marker.DEFAULT_COLOR),
                json.flag("section", false));
    }

    private Mastering mastering(JsonView json) throws ProjectFormatException {
        return new Mastering(
                json.list("chain", MAX_PER_STRIP, ProjectReader::insert),
                json.text("target", ""),
                new TreeMap<>(json.map("tags", MAX_TAGS, ProjectReader::text)),
                json.text("slot", Snapshot.SLOTS.getFirst()),
                new TreeMap<>(json.map(
                        "slots", Snapshot.SLOTS.size(), slot -> slot.items(MAX_PER_STRIP, ProjectReader::insert))),
                json.text("print", ""),
                new TreeSet<>(json.list("kept", MAX_PRINTS, ProjectReader::text)),
                json.list("references", MAX_REFERENCES, this::reference),
                json.list("toDos", MAX_MARKERS, ProjectReader::toDo),
                json.has("ends") ? json.object("ends", ProjectReader::ends) : Ends.WHOLE);
    }

    private static Ends ends(JsonView json) throws ProjectFormatException {
        return new Ends(
                edge(json, "head"),
                edge(json, "tail"),
                json.number("fadeIn", 0),
                json.number("fadeOut", 0),
                json.has("shape") ? json.option("shape", Fade.Shape.values()) : Ends.WHOLE.shape());
    }

    private static Ends.Edge edge(JsonView json, String name) throws ProjectFormatException {
        return json.has(name) ? json.object(name, ProjectReader::edge) : new Ends.Edge.Whole();
    }

    private static Ends.Edge edge(JsonView json) throws ProjectFormatException {
        return json.has("at") ? new Ends.Edge.At(json.number("at", 0)) : new Ends.Edge.Silence(json.number("kept", 0));
    }

    private static String text(JsonView json) throws ProjectFormatException {
        if (!json.node().isString()) {
            throw json.wrong("is not a text");
        }
        return json.node().stringValue();
    }

    private Reference reference(JsonView json) throws ProjectFormatException {
        return new Reference(
                json.object("media", this::media),
                json.text("name", ""),
                json.has("region") ? json.object("region", ProjectReader::span) : null);
    }

    private static ToDo toDo(JsonView json) throws ProjectFormatException {
        return new ToDo(json.text("id"), json.whole("frame"), json.text("text", ""), json.flag("done", false));
    }

    static Values values(JsonView json, String name) throws ProjectFormatException {
        return Values.of(json.map(name, MAX_VALUES, JsonView::number));
    }
}
