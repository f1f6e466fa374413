package studio.headroom.project;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Values;

/// Valid projects of every shape, the same for the same seed.
public final class RandomProjects {
    private static final String[] WORDS = {
        "Kick",
        "Lead vox",
        "Gitarre \u00fc",
        "\u6b4c",
        "a\"b\\c",
        "tab\there",
        "line\nbreak",
        "\ud83e\udd41",
        "",
        "null",
        "\u2028",
        "\u0001"
    };

    private final Random random;
    private int next;

    private RandomProjects(long seed) {
        random = new Random(seed);
    }

    public static Project create(long seed) {
        return new RandomProjects(seed).project();
    }

    private Project project() {
        List<Media> media = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            String sha = random.nextBoolean() ? "" : "0123456789abcdef".repeat(4);
            media.add(new Media(
                    id(), "media/" + i + " \u00e9.wav", 1 + random.nextInt(2), random.nextLong(1L << 40), word(), sha));
        }
        // Every strip may feed only those after it, so that no circle can arise.
        int count = random.nextInt(10);
        List<Strip> shells = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Strip.Kind kind = Strip.Kind.values()[random.nextInt(3)];
            shells.add(Strip.create(kind, id(), Names.line(word(), "Strip")));
        }
        List<Group> groups = new ArrayList<>();
        List<Folder> folders = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            groups.add(new Group(id(), word(), word(), links()));
            folders.add(new Folder(id(), word(), word(), random.nextBoolean()));
        }
        List<Strip> strips = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            strips.add(filled(shells.get(i), shells.subList(0, i), shells.subList(i + 1, count), media)
                    .withGroup(
                            groups.isEmpty() || random.nextBoolean()
                                    ? ""
                                    : any(groups).id())
                    .withLook(look(folders)));
        }
        Strip master = filled(Strip.create(Strip.Kind.MASTER, "master", "Master"), shells, List.of(), media);
        List<Marker> markers = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            markers.add(new Marker(id(), random.nextLong(1L << 40), word(), word(), random.nextBoolean()));
        }
        TreeMap<String, String> tags = new TreeMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            tags.put(word() + i, word());
        }
        List<Insert> chain = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            chain.add(new Insert(id(), "eq", values(), null));
        }
        Project song = new Project(
                word(),
                8_000 + random.nextInt(376_000),
                new Tempo(
                        10 + random.nextInt(989) + random.nextDouble(), 1 + random.nextInt(32), 1 << random.nextInt(6)),
                media,
                strips,
                master,
                markers,
                mastering(chain, tags),
                word(),
                groups,
                folders,
                random.nextBoolean() ? null : new Span(random.nextInt(1_000), 1_000 + random.nextInt(1_000)),
                List.of(),
                any(List.of(PanLaw.values())));
        List<Snapshot> snapshots = new ArrayList<>();
        for (String slot : List.of("A", "", "C")) {
            if (random.nextBoolean()) {
                OptionalDouble loudness =
                        random.nextBoolean() ? OptionalDouble.empty() : OptionalDouble.of(random.nextGaussian());
                snapshots.add(Snapshot.of(song, id(), slot, word()).withLoudness(loudness));
            }
        }
        // What a snapshot names may have gone from the song.
        return snapshots.isEmpty() || random.nextBoolean()
                ? song.withSnapshots(snapshots)
                : song.withMixer(List.of(), Strip.create(Strip.Kind.MASTER, "master", "Master"))
                        .withSnapshots(snapshots);
    }

    private Mastering mastering(List<Insert> chain, TreeMap<String, String> tags) {
        TreeMap<String, List<Insert>> slots = new TreeMap<>();
        for (String letter : List.of("B", "D")) {
            if (random.nextBoolean()) {
                slots.put(letter, random.nextBoolean() ? chain : List.of(new Insert(id(), "eq", values(), null)));
            }
        }
        List<Reference> references = new ArrayList<>();
        List<ToDo> toDos = new ArrayList<>();
        TreeSet<String> kept = new TreeSet<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            Media sound = new Media(id(), "references/" + i + ".wav", 2, 5_000, word());
            references.add(new Reference(sound, word(), random.nextBoolean() ? null : new Span(i, 5_000 - i)));
            toDos.add(new ToDo(id(), random.nextLong(1L << 40), word(), random.nextBoolean()));
            kept.add(word() + i);
        }
        return new Mastering(chain, word(), tags, "A", slots, word(), kept, references, toDos, ends());
    }

    private Ends ends() {
        return random.nextBoolean()
                ? Ends.WHOLE
                : new Ends(
                        edge(0),
                        edge(2_000),
                        random.nextInt(61),
                        random.nextDouble(60),
                        any(List.of(Fade.Shape.values())));
    }

    private Ends.Edge edge(int from) {
        return switch (random.nextInt(3)) {
            case 0 -> new Ends.Edge.Whole();
            case 1 -> new Ends.Edge.Silence(random.nextDouble(60));
            default -> new Ends.Edge.At(from + random.nextDouble(1_000));
        };
    }

    private Set<Group.Link> links() {
        Set<Group.Link> links = new HashSet<>();
        for (Group.Link link : Group.Link.values()) {
            if (random.nextBoolean()) {
                links.add(link);
            }
        }
        return links;
    }

    private Look look(List<Folder> folders) {
        String folder =
                folders.isEmpty() || random.nextBoolean() ? "" : any(folders).id();
        return new Look(word(), random.nextBoolean(), random.nextBoolean(), folder);
    }

    private Strip filled(Strip shell, List<Strip> before, List<Strip> after, List<Media> media) {
        boolean isMaster = shell.kind() == Strip.Kind.MASTER;
        List<Insert> inserts = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String key = before.isEmpty() || random.nextInt(3) > 0
                    ? null
                    : any(before).id();
            inserts.add(new Insert(id(), random.nextBoolean() ? "compressor" : "of-tomorrow", values(), key));
        }
        List<Strip> buses =
                after.stream().filter(s -> s.kind() == Strip.Kind.BUS).toList();
        List<Strip> targets =
                after.stream().filter(s -> s.kind() != Strip.Kind.TRACK).toList();
        List<Send> sends = new ArrayList<>();
        for (int i = isMaster || targets.isEmpty() ? 0 : random.nextInt(3); i > 0; i--) {
            Values controls = controls(StripControls.SEND_PARAMS);
            sends.add(new Send(id(), any(targets).id(), random.nextBoolean(), controls));
        }
        List<Clip> clips = new ArrayList<>();
        for (int i = shell.kind() != Strip.Kind.TRACK || media.isEmpty() ? 0 : random.nextInt(5); i > 0; i--) {
            clips.add(clip(any(media)));
        }
        clips.sort(Comparator.comparingLong(Clip::start));
        String output = isMaster || buses.isEmpty() || random.nextBoolean()
                ? null
                : any(buses).id();
        Strip strip = new Strip(
                shell.id(),
                shell.kind(),
                shell.name(),
                word(),
                controls(StripControls.PARAMS),
                random.nextBoolean(),
                random.nextBoolean(),
                output,
                inserts,
                sends,
                List.of(),
                clips,
                "",
                word(),
                Look.PLAIN);
        return strip.withAutomation(lanes(strip));
    }

    private List<Lane> lanes(Strip strip) {
        List<Lane> lanes = new ArrayList<>();
        strip.ids()
                .filter(id -> strip.clips().stream().noneMatch(clip -> clip.id().equals(id)))
                .forEach(owner -> {
                    if (random.nextInt(3) == 0) {
                        List<Lane.Point> points = new ArrayList<>();
                        long frame = 0;
                        for (int i = random.nextInt(20); i > 0; i--) {
                            frame += random.nextInt(3) * random.nextInt(100_000);
                            double curve = random.nextBoolean() ? 0 : random.nextDouble() * 2 - 1;
                            points.add(new Lane.Point(frame, number(), Lane.Shape.values()[random.nextInt(2)], curve));
                        }
                        lanes.add(new Lane(owner, "volume", random.nextBoolean(), points));
                    }
                });
        return lanes;
    }

    private Clip clip(Media media) {
        return new Clip(
                id(),
                media.id(),
                random.nextLong(1L << 40),
                random.nextLong(1L << 40),
                random.nextLong(1L << 40),
                random.nextInt(5) == 0 ? Double.NEGATIVE_INFINITY : random.nextDouble() * 40 - 10,
                fade(),
                fade(),
                random.nextBoolean(),
                random.nextBoolean(),
                word(),
                word(),
                envelope());
    }

    private GainEnvelope envelope() {
        List<GainEnvelope.Point> points = new ArrayList<>();
        long frame = random.nextInt(1_000);
        for (int i = Math.max(0, random.nextInt(8) - 3); i > 0; i--) {
            points.add(new GainEnvelope.Point(frame, random.nextDouble() * 84 - 60));
            frame += 1 + random.nextInt(100_000);
        }
        return new GainEnvelope(points);
    }

    private Fade fade() {
        return random.nextBoolean()
                ? Fade.NONE
                : new Fade(random.nextInt(100_000), Fade.Shape.values()[random.nextInt(4)]);
    }

    private Values controls(ParamSet set) {
        Values values = Values.INITIAL;
        for (Param param : set.params()) {
            if (random.nextBoolean()) {
                values = values.with(param, param.range().plain(random.nextInt(5) == 0 ? 0 : random.nextDouble()));
            }
        }
        return values;
    }

    private Values values() {
        Map<String, Double> map = new TreeMap<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            map.put("band" + i + ".value", number());
        }
        return Values.of(map);
    }

    private double number() {
        return switch (random.nextInt(7)) {
            case 0 -> Double.NEGATIVE_INFINITY;
            case 1 -> -0.0;
            case 2 -> random.nextInt(100);
            case 3 -> Double.longBitsToDouble(random.nextLong() & 0x7FDF_FFFF_FFFF_FFFFL);
            case 4 -> 1e15 + random.nextInt(1000);
            case 5 -> Double.MIN_VALUE;
            default -> random.nextGaussian();
        };
    }

    private String id() {
        return "x" + ++next;
    }

    private String word() {
        return any(List.of(WORDS));
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }
}
