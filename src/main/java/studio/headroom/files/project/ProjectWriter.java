package studio.headroom.files.project;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import studio.headroom.param.Values;
import studio.headroom.project.Clip;
import studio.headroom.project.Ends;
import studio.headroom.project.Fade;
import studio.headroom.project.Folder;
import studio.headroom.project.Group;
import studio.headroom.project.Insert;
import studio.headroom.project.Lane;
import studio.headroom.project.Marker;
import studio.headroom.project.Mastering;
import studio.headroom.project.Media;
import studio.headroom.project.PanLaw;
import studio.headroom.project.Project;
import studio.headroom.project.Reference;
import studio.headroom.project.Send;
import studio.headroom.project.Snapshot;
import studio.headroom.project.Span;
import studio.headroom.project.Strip;
import studio.headroom.project.StripState;
import studio.headroom.project.Tempo;
import studio.headroom.project.ToDo;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A project as a tree of the current format. The order of keys is part of the format's layout.
final class ProjectWriter {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    /// Whole numbers up to here are exact as doubles, and are written without a point.
    private static final double EXACT = 1e15;

    private ProjectWriter() {}

    static ObjectNode tree(Project project) {
        ObjectNode tree = NODES.objectNode();
        tree.put("format", ProjectFormat.NAME);
        tree.put("formatVersion", ProjectFormat.VERSION);
        tree.put("title", project.title());
        tree.put("sampleRate", project.sampleRate());
        tree.set("tempo", tempo(project.tempo()));
        tree.set("media", array(project.media(), ProjectWriter::media));
        tree.set("strips", array(project.strips(), ProjectWriter::strip));
        tree.set("master", strip(project.master()));
        tree.set("markers", array(project.markers(), ProjectWriter::marker));
        tree.set("mastering", mastering(project.mastering()));
        tree.put("notes", project.notes());
        tree.set("groups", array(project.groups(), ProjectWriter::group));
        tree.set("folders", array(project.folders(), ProjectWriter::folder));
        if (project.loop() != null) {
            tree.set("loop", span(project.loop()));
        }
        tree.set("snapshots", array(project.snapshots(), ProjectWriter::snapshot));
        if (project.panLaw() != PanLaw.EQUAL_POWER) {
            tree.put("panLaw", JsonView.name(project.panLaw()));
        }
        return tree;
    }

    private static ObjectNode tempo(Tempo tempo) {
        ObjectNode node = NODES.objectNode();
        node.set("beatsPerMinute", number(tempo.beatsPerMinute()));
        node.put("beatsPerBar", tempo.beatsPerBar());
        node.put("beatUnit", tempo.beatUnit());
        return node;
    }

    private static ObjectNode media(Media media) {
        ObjectNode node = NODES.objectNode();
        node.put("id", media.id());
        node.put("path", media.path());
        node.put("channels", media.channels());
        node.put("frames", media.frames());
        node.put("origin", media.origin());
        if (!media.sha256().isEmpty()) {
            node.put("sha256", media.sha256());
        }
        return node;
    }

    private static ObjectNode strip(Strip strip) {
        ObjectNode node = NODES.objectNode();
        node.put("id", strip.id());
        node.put("kind", JsonView.name(strip.kind()));
        node.put("name", strip.name());
        node.put("color", strip.color());
        node.put("icon", strip.look().icon());
        node.put("wide", strip.look().wide());
        node.put("hidden", strip.look().hidden());
        node.put("folder", strip.look().folder());
        node.put("group", strip.group());
        node.put("notes", strip.notes());
        node.put("solo", strip.solo());
        node.put("soloSafe", strip.soloSafe());
        if (strip.output() != null) {
            node.put("output", strip.output());
        }
        node.set("controls", values(strip.controls()));
        node.set("inserts", array(strip.inserts(), ProjectWriter::insert));
        node.set("sends", array(strip.sends(), ProjectWriter::send));
        node.set("automation", array(strip.automation(), ProjectWriter::lane));
        node.set("clips", array(strip.clips(), ProjectWriter::clip));
        return node;
    }

    private static ObjectNode insert(Insert insert) {
        ObjectNode node = NODES.objectNode();
        node.put("id", insert.id());
        node.put("type", insert.type());
        if (insert.key() != null) {
            node.put("key", insert.key());
        }
        node.set("values", values(insert.values()));
        return node;
    }

    private static ObjectNode send(Send send) {
        ObjectNode node = NODES.objectNode();
        node.put("id", send.id());
        node.put("target", send.target());
        node.put("preFader", send.preFader());
        node.set("controls", values(send.controls()));
        return node;
    }

    private static ObjectNode lane(Lane lane) {
        ObjectNode node = NODES.objectNode();
        node.put("owner", lane.owner());
        node.put("param", lane.param());
        node.put("enabled", lane.enabled());
        node.set("points", array(lane.points(), ProjectWriter::point));
        return node;
    }

    private static ArrayNode point(Lane.Point point) {
        ArrayNode node =
                NODES.arrayNode().add(point.frame()).add(number(point.value())).add(JsonView.name(point.shape()));
        if (point.curve() != 0) {
            node.add(number(point.curve()));
        }
        return node;
    }

    private static ObjectNode clip(Clip clip) {
        ObjectNode node = NODES.objectNode();
        node.put("id", clip.id());
        node.put("media", clip.media());
        node.put("start", clip.start());
        node.put("offset", clip.offset());
        node.put("length", clip.length());
        node.set("gainDb", number(clip.gainDb()));
        node.set("fadeIn", fade(clip.fadeIn()));
        node.set("fadeOut", fade(clip.fadeOut()));
        node.put("muted", clip.muted());
        node.put("reversed", clip.reversed());
        node.put("name", clip.name());
        node.put("color", clip.color());
        if (!clip.envelope().isEmpty()) {
            node.set(
                    "envelope",
                    array(
                            clip.envelope().points(),
                            point -> NODES.arrayNode().add(point.frame()).add(number(point.db()))));
        }
        return node;
    }

    private static ObjectNode fade(Fade fade) {
        ObjectNode node = NODES.objectNode();
        node.put("frames", fade.frames());
        node.put("shape", JsonView.name(fade.shape()));
        return node;
    }

    private static ObjectNode marker(Marker marker) {
        ObjectNode node = NODES.objectNode();
        node.put("id", marker.id());
        node.put("frame", marker.frame());
        node.put("name", marker.name());
        node.put("color", marker.color());
        node.put("section", marker.section());
        return node;
    }

    private static ObjectNode group(Group group) {
        ObjectNode node = NODES.objectNode();
        node.put("id", group.id());
        node.put("name", group.name());
        node.put("color", group.color());
        ArrayNode links = node.putArray("links");
        group.links().forEach(link -> links.add(JsonView.name(link)));
        return node;
    }

    private static ObjectNode folder(Folder folder) {
        ObjectNode node = NODES.objectNode();
        node.put("id", folder.id());
        node.put("name", folder.name());
        node.put("color", folder.color());
        node.put("folded", folder.folded());
        return node;
    }

    private static ObjectNode span(Span span) {
        ObjectNode node = NODES.objectNode();
        node.put("start", span.start());
        node.put("end", span.end());
        return node;
    }

    private static ObjectNode snapshot(Snapshot snapshot) {
        ObjectNode node = NODES.objectNode();
        node.put("id", snapshot.id());
        node.put("slot", snapshot.slot());
        node.put("name", snapshot.name());
        snapshot.loudness().ifPresent(loudness -> node.set("loudness", number(loudness)));
        node.set("strips", array(snapshot.strips(), ProjectWriter::state));
        return node;
    }

    static ObjectNode state(StripState state) {
        ObjectNode node = NODES.objectNode();
        node.put("strip", state.strip());
        node.put("name", state.name());
        node.put("solo", state.solo());
        node.put("soloSafe", state.soloSafe());
        if (state.output() != null) {
            node.put("output", state.output());
        }
        node.set("controls", values(state.controls()));
        node.set("inserts", array(state.inserts(), ProjectWriter::insert));
        node.set("sends", array(state.sends(), ProjectWriter::send));
        ArrayNode read = node.putArray("read");
        state.read().forEach(read::add);
        ArrayNode ignored = node.putArray("ignored");
        state.ignored().forEach(ignored::add);
        return node;
    }

    private static ObjectNode mastering(Mastering mastering) {
        ObjectNode node = NODES.objectNode();
        node.set("chain", array(mastering.chain(), ProjectWriter::insert));
        node.put("target", mastering.target());
        ObjectNode tags = node.putObject("tags");
        mastering.tags().forEach(tags::put);
        node.put("slot", mastering.slot());
        ObjectNode slots = node.putObject("slots");
        mastering.slots().forEach((letter, chain) -> slots.set(letter, array(chain, ProjectWriter::insert)));
        node.put("print", mastering.print());
        ArrayNode kept = node.putArray("kept");
        mastering.kept().forEach(kept::add);
        node.set("references", array(mastering.references(), ProjectWriter::reference));
        node.set("toDos", array(mastering.toDos(), ProjectWriter::toDo));
        if (!mastering.ends().equals(Ends.WHOLE)) {
            node.set("ends", ends(mastering.ends()));
        }
        return node;
    }

    private static ObjectNode ends(Ends ends) {
        ObjectNode node = NODES.objectNode();
        edge(node, "head", ends.head());
        edge(node, "tail", ends.tail());
        node.set("fadeIn", number(ends.fadeIn()));
        node.set("fadeOut", number(ends.fadeOut()));
        node.put("shape", JsonView.name(ends.shape()));
        return node;
    }

    private static void edge(ObjectNode ends, String name, Ends.Edge edge) {
        switch (edge) {
            case Ends.Edge.Whole whole -> {}
            case Ends.Edge.Silence(double kept) -> ends.putObject(name).set("kept", number(kept));
            case Ends.Edge.At(double seconds) -> ends.putObject(name).set("at", number(seconds));
        }
    }

    private static ObjectNode reference(Reference reference) {
        ObjectNode node = NODES.objectNode();
        node.set("media", media(reference.media()));
        node.put("name", reference.name());
        if (reference.region() != null) {
            node.set("region", span(reference.region()));
        }
        return node;
    }

    private static ObjectNode toDo(ToDo toDo) {
        ObjectNode node = NODES.objectNode();
        node.put("id", toDo.id());
        node.put("frame", toDo.frame());
        node.put("text", toDo.text());
        node.put("done", toDo.done());
        return node;
    }

    private static ObjectNode values(Values values) {
        ObjectNode node = NODES.objectNode();
        for (Map.Entry<String, Double> entry : values.asMap().entrySet()) {
            node.set(entry.getKey(), number(entry.getValue()));
        }
        return node;
    }

    private static JsonNode number(double value) {
        if (value == Double.NEGATIVE_INFINITY) {
            return NODES.stringNode("-Infinity");
        }
        boolean negativeZero = value == 0 && 1 / value < 0;
        return value == Math.rint(value) && Math.abs(value) <= EXACT && !negativeZero
                ? NODES.numberNode((long) value)
                : NODES.numberNode(value);
    }

    private static <T> ArrayNode array(List<T> items, Function<T, JsonNode> node) {
        ArrayNode array = NODES.arrayNode(items.size());
        items.forEach(item -> array.add(node.apply(item)));
        return array;
    }
}
