package studio.headroom.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiPredicate;
import java.util.function.Function;
import studio.headroom.effects.Catalogue;
import studio.headroom.effects.EffectType;
import studio.headroom.param.Param;
import studio.headroom.param.Range;
import studio.headroom.param.Values;
import studio.headroom.project.Clip;
import studio.headroom.project.Fade;
import studio.headroom.project.GainEnvelope;
import studio.headroom.project.Insert;
import studio.headroom.project.InvalidProjectException;
import studio.headroom.project.Media;
import studio.headroom.project.PanLaw;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;
import studio.headroom.project.Tempo;

/// Edits of every kind, the same for the same seed. Ids are few, so that what was removed comes back, often as
/// something
/// else.
public final class RandomEdits {
    private static final int TRIES = 100;

    private final Random random;
    private final List<Media> media;
    private final List<EffectType> types;
    private final BiPredicate<EffectType, Param> params;

    /// @param types of inserts
    public RandomEdits(long seed, List<Media> media, List<EffectType> types) {
        this(seed, media, types, null);
    }

    /// @param params which controls of inserts are moved, by type and not far from the middle of their way; null for
    ///     all, all the way
    RandomEdits(long seed, List<Media> media, List<EffectType> types, BiPredicate<EffectType, Param> params) {
        random = new Random(seed);
        this.media = media;
        this.types = types;
        this.params = params;
    }

    /// Another valid project.
    public Project edited(Project project) {
        for (int i = 0; i < TRIES; i++) {
            try {
                Project changed = once(project);
                if (!changed.equals(project)) {
                    return changed;
                }
            } catch (InvalidProjectException e) {
                // This one would make a circle or two of one id: another one.
                continue;
            }
        }
        throw new IllegalStateException("no edit is possible");
    }

    private Project once(Project project) {
        return switch (random.nextInt(15)) {
            case 0 -> add(project);
            case 1 -> random.nextInt(3) == 0 ? remove(project) : add(project);
            case 2, 3 -> strip(project, this::insertAdded);
            case 4 -> strip(project, this::insertRemoved);
            case 5 -> strip(project, this::insertsShuffled);
            case 6, 7 -> strip(project, this::insertChanged);
            case 8 -> strip(project, strip -> keyed(strip, project));
            case 9, 10 -> strip(project, strip -> strip.withOutput(random.nextBoolean() ? null : id("bus", 4)));
            case 11 -> strip(project, this::sends);
            case 12 -> strip(project, this::clips);
            case 13 -> turned(project);
            default -> mixed(project);
        };
    }

    private Project mixed(Project project) {
        return switch (random.nextInt(4)) {
            case 0 -> {
                int faster = random.nextInt(100);
                yield project.withTempo(new Tempo(60 + faster, 4, 4)).withPanLaw(PanLaw.values()[faster % 4]);
            }
            case 1 -> strip(project, strip -> strip.withSolo(!strip.solo()));
            case 2 -> strip(project, strip -> strip.withSoloSafe(!strip.soloSafe()));
            default -> strip(project, this::controls);
        };
    }

    private String id(String prefix, int count) {
        return prefix + random.nextInt(count);
    }

    private Project add(Project project) {
        List<Strip> strips = new ArrayList<>(project.strips());
        Strip strip =
                switch (random.nextInt(5)) {
                    case 0, 1 -> Strip.create(Strip.Kind.BUS, id("bus", 4), "Bus");
                    case 2 -> Strip.create(Strip.Kind.RETURN, id("ret", 2), "Return");
                    default -> clips(Strip.create(Strip.Kind.TRACK, id("track", 5), "Track"));
                };
        strips.add(random.nextInt(strips.size() + 1), strip);
        return project.withStrips(strips);
    }

    private Project remove(Project project) {
        if (project.strips().isEmpty()) {
            return project;
        }
        String gone =
                project.strips().get(random.nextInt(project.strips().size())).id();
        return project.withStrips(project.strips().stream()
                        .filter(strip -> !strip.id().equals(gone))
                        .map(strip -> gone.equals(strip.output()) ? strip.withOutput(null) : strip)
                        .map(strip -> strip.withSends(strip.sends().stream()
                                .filter(send -> !send.target().equals(gone))
                                .toList()))
                        .map(strip -> withoutKey(strip, gone))
                        .toList())
                .withMaster(withoutKey(project.master(), gone));
    }

    /// Two buses of which one feeds the other, the other way round.
    private Project turned(Project project) {
        int start = random.nextInt(project.strips().size() + 1);
        for (int i = 0; i < project.strips().size(); i++) {
            Strip strip = project.strips().get((start + i) % project.strips().size());
            Strip target = project.strips().stream()
                    .filter(candidate -> candidate.id().equals(strip.output()))
                    .findFirst()
                    .orElse(null);
            if (strip.kind() == Strip.Kind.BUS && target != null) {
                return project.withStrips(project.strips().stream()
                        .map(other -> other == strip
                                ? strip.withOutput(target.output())
                                : other == target ? target.withOutput(strip.id()) : other)
                        .toList());
            }
        }
        return project;
    }

    private static Strip withoutKey(Strip strip, String gone) {
        return strip.withInserts(strip.inserts().stream()
                .map(insert -> gone.equals(insert.key()) ? insert.withKey(null) : insert)
                .toList());
    }

    private Project strip(Project project, Function<Strip, Strip> change) {
        int index = random.nextInt(project.strips().size() + 1);
        if (index == project.strips().size()) {
            return project.withMaster(change.apply(project.master()));
        }
        List<Strip> strips = new ArrayList<>(project.strips());
        strips.set(index, change.apply(strips.get(index)));
        return project.withStrips(strips);
    }

    private Insert insert(String id) {
        EffectType type = types.get(random.nextInt(types.size()));
        return values(Insert.create(id, type.id()), type);
    }

    private Insert values(Insert insert, EffectType type) {
        List<Param> movable = type.params().params().stream()
                .filter(param -> params == null || params.test(type, param))
                .toList();
        if (movable.isEmpty()) {
            return insert;
        }
        Param param = movable.get(random.nextInt(movable.size()));
        if (params != null && !(param.range() instanceof Range.Toggle)) {
            double near = 0.4 + 0.2 * random.nextDouble();
            return insert.withValues(insert.values().with(param, param.range().plain(near)));
        }
        return insert.withValues(insert.values().with(param, param.range().plain(random.nextDouble())));
    }

    private Strip insertAdded(Strip strip) {
        List<Insert> inserts = new ArrayList<>(strip.inserts());
        if (inserts.size() < 4) {
            inserts.add(random.nextInt(inserts.size() + 1), insert(strip.id() + "-" + id("x", 5)));
        }
        return strip.withInserts(inserts);
    }

    private Strip insertRemoved(Strip strip) {
        List<Insert> inserts = new ArrayList<>(strip.inserts());
        if (!inserts.isEmpty()) {
            inserts.remove(random.nextInt(inserts.size()));
        }
        return strip.withInserts(inserts);
    }

    private Strip insertsShuffled(Strip strip) {
        List<Insert> inserts = new ArrayList<>(strip.inserts());
        java.util.Collections.shuffle(inserts, random);
        return strip.withInserts(inserts);
    }

    private Strip insertChanged(Strip strip) {
        List<Insert> inserts = new ArrayList<>(strip.inserts());
        if (!inserts.isEmpty()) {
            int at = random.nextInt(inserts.size());
            Insert old = inserts.get(at);
            EffectType type = Catalogue.find(old.type()).orElseThrow();
            inserts.set(
                    at,
                    switch (random.nextInt(4)) {
                        case 0 -> old.withValues(old.values().with(StripControls.BYPASS, old.bypassed() ? 0 : 1));
                        case 1 -> insert(old.id());
                        default -> values(old, type);
                    });
        }
        return strip.withInserts(inserts);
    }

    private Strip keyed(Strip strip, Project project) {
        List<Insert> inserts = new ArrayList<>(strip.inserts());
        for (int i = 0; i < inserts.size(); i++) {
            if (Catalogue.find(inserts.get(i).type()).orElseThrow().keyInput()) {
                boolean own = random.nextInt(3) == 0 || project.strips().isEmpty();
                String key = own
                        ? null
                        : project.strips()
                                .get(random.nextInt(project.strips().size()))
                                .id();
                inserts.set(i, inserts.get(i).withKey(key));
            }
        }
        return strip.withInserts(inserts);
    }

    private Strip sends(Strip strip) {
        List<Send> sends = new ArrayList<>(strip.sends());
        int at = random.nextInt(3);
        String target = random.nextBoolean() ? id("bus", 4) : id("ret", 2);
        if (at >= sends.size()) {
            sends.add(Send.create(strip.id() + "-" + id("s", 3), target));
        } else {
            Send send = sends.remove(at);
            switch (random.nextInt(4)) {
                case 0 -> sends.add(send.withPreFader(!send.preFader()));
                case 1 -> sends.add(new Send(send.id(), target, send.preFader(), send.controls()));
                case 2 ->
                    sends.add(send.withControls(Values.INITIAL.with(StripControls.SEND_LEVEL, -random.nextInt(30))));
                default -> {}
            }
        }
        return strip.withSends(sends);
    }

    /// Faded at both ends, so that no edge of a clip clicks by itself.
    private Strip clips(Strip strip) {
        if (strip.kind() != Strip.Kind.TRACK) {
            return strip;
        }
        Media played = media.get(random.nextInt(media.size()));
        long offset = random.nextInt(1000);
        long length = played.frames() - 1000;
        Fade fade = new Fade(4800, Fade.Shape.LINEAR);
        return strip.withClips(List.of(new Clip(
                        "c-" + strip.id(),
                        played.id(),
                        0,
                        offset,
                        length,
                        -random.nextInt(12),
                        fade,
                        fade,
                        random.nextInt(8) == 0,
                        random.nextInt(4) == 0)
                .withEnvelope(envelope())));
    }

    private GainEnvelope envelope() {
        GainEnvelope envelope = GainEnvelope.NONE;
        for (int i = random.nextInt(6) - 2; i > 0; i--) {
            envelope = envelope.with(new GainEnvelope.Point(random.nextInt(400_000), -random.nextInt(12)));
        }
        return envelope;
    }

    private Strip controls(Strip strip) {
        if (strip.kind() == Strip.Kind.MASTER) {
            return strip; // Else many a song is silent.
        }
        Param param = StripControls.PARAMS.get(random.nextInt(StripControls.PARAMS.size()));
        double position = param == StripControls.VOLUME ? 0.3 + random.nextDouble() * 0.5 : random.nextDouble();
        return strip.withControls(strip.controls().with(param, param.range().plain(position)));
    }
}
