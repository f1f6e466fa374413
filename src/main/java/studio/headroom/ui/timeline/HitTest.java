package studio.headroom.ui.timeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import studio.headroom.project.Clip;
import studio.headroom.project.GainEnvelope;
import studio.headroom.project.Lane;
import studio.headroom.project.Strip;

/// Finds what lies at a place of the lanes, and says where the handles of what is there lie. Lengths are units; y
/// counts
/// from the first row's upper edge.
public final class HitTest {
    /// Where a clip lies in its row: below the upper edge, and above the line at the lower one.
    static final double CLIP_TOP = 1;

    static final double CLIP_LESS = 3;
    private static final double EDGE = 5;
    private static final double HANDLE = 6;
    private static final double HANDLE_HEIGHT = 11;
    private static final double GAIN_REACH = 4;
    private static final double POINT_REACH = 7;
    private static final double LINE_REACH = 5;
    /// Clips narrower than this have only their body and edges.
    private static final double HANDLE_ROOM = 30;
    /// Rows lower than this have no gain line.
    private static final double GAIN_ROOM = 44;
    /// Room above and below the values of a lane.
    static final double LANE_PAD = 8;
    /// The gain line reaches from -24 to +24 dB.
    static final double GAIN_RANGE = 24;

    private final TimelineModel model;

    public HitTest(TimelineModel model) {
        this.model = model;
    }

    /// @param x from the left of the view
    /// @param y from the top of the view
    public Hit at(double x, double y) {
        Optional<Row> found = model.rows().at(y + model.top());
        if (found.isEmpty()) {
            return new Hit.Nothing();
        }
        Row row = found.get();
        double inRow = y + model.top() - row.y();
        return switch (row.kind()) {
            case FOLDER, BUS -> new Hit.Nothing();
            case TRACK -> onTrack(row, x, inRow);
            case LANE -> onLane(row, x, inRow);
        };
    }

    private Hit onTrack(Row row, double x, double y) {
        List<Clip> clips = model.song().strip(row.id()).map(Strip::clips).orElse(List.of());
        // The selected one first, then the one that lies on top.
        for (Clip clip : clips.reversed()) {
            if (model.selection().clips().get().contains(clip.id()) && inside(clip, x)) {
                return onClip(row, clip, x, y);
            }
        }
        for (Clip clip : clips.reversed()) {
            if (inside(clip, x)) {
                return onClip(row, clip, x, y);
            }
        }
        return new Hit.Empty(row);
    }

    private Hit onClip(Row row, Clip clip, double x, double y) {
        Hit.Zone zone = zone(row, clip, x, y);
        int point = zone == Hit.Zone.BODY || zone == Hit.Zone.GAIN ? gainPoint(row, clip, x, y) : -1;
        return new Hit.OnClip(row, clip.id(), point >= 0 ? Hit.Zone.GAIN_POINT : zone, point);
    }

    /// The nearest point of the gain envelope within reach, or -1.
    private int gainPoint(Row row, Clip clip, double x, double y) {
        boolean chosen = model.selection().clips().get().contains(clip.id());
        int nearest = -1;
        if (chosen && hasGainLine(row) && hasHandles(clip)) {
            double distance = POINT_REACH;
            for (int i : gainPoints(clip, x - POINT_REACH, x + POINT_REACH)) {
                GainEnvelope.Point point = clip.envelope().points().get(i);
                double away = Math.hypot(
                        model.scale().x(clip.onTimeline(point.frame())) - x,
                        gainY(row, clip.gainDb() + point.db()) - y);
                if (away <= distance) {
                    distance = away;
                    nearest = i;
                }
            }
        }
        return nearest;
    }

    /// The points of a clip's gain envelope that lie in the clip between two places of the view.
    int[] gainPoints(Clip clip, double fromX, double toX) {
        long from = Math.max(clip.start(), (long) Math.floor(model.scale().frame(fromX)));
        long to = Math.min(clip.end() - 1, (long) Math.ceil(model.scale().frame(toX)));
        if (from > to || clip.envelope().isEmpty()) {
            return new int[0];
        }
        long low = Math.min(clip.inMedia(from), clip.inMedia(to));
        long high = Math.max(clip.inMedia(from), clip.inMedia(to));
        int first = clip.envelope().countBefore(low);
        return IntStream.range(first, Math.max(first, clip.envelope().countBefore(high + 1.0)))
                .toArray();
    }

    private boolean hasHandles(Clip clip) {
        return clip.length() / model.scale().framesPerUnit() >= HANDLE_ROOM;
    }

    private boolean inside(Clip clip, double x) {
        double start = model.scale().x(clip.start());
        double end = Math.max(model.scale().x(clip.end()), start + 3);
        return x >= start && x < end;
    }

    private Hit.Zone zone(Row row, Clip clip, double x, double y) {
        double start = model.scale().x(clip.start());
        double end = model.scale().x(clip.end());
        boolean roomy = end - start >= HANDLE_ROOM;
        if (roomy && y <= CLIP_TOP + HANDLE_HEIGHT) {
            if (Math.abs(x - fadeInX(clip)) <= HANDLE) {
                return Hit.Zone.FADE_IN;
            }
            if (Math.abs(x - fadeOutX(clip)) <= HANDLE) {
                return Hit.Zone.FADE_OUT;
            }
        }
        double edge = Math.min(EDGE, (end - start) / 4);
        if (x < start + edge) {
            return Hit.Zone.START;
        }
        if (x >= end - edge) {
            return Hit.Zone.END;
        }
        boolean gain = roomy && hasGainLine(row) && Math.abs(y - gainY(row, gainAt(clip, x))) <= GAIN_REACH;
        return gain && model.selection().clips().get().contains(clip.id()) ? Hit.Zone.GAIN : Hit.Zone.BODY;
    }

    /// The middle of the handle of a fade: at its end, but inside the clip.
    public double fadeInX(Clip clip) {
        double start = model.scale().x(clip.start());
        double at = model.scale().x(clip.start() + clip.fadeIn().frames());
        return Math.clamp(at, start + 4, Math.max(start + 4, model.scale().x(clip.end()) - 4));
    }

    public double fadeOutX(Clip clip) {
        double end = model.scale().x(clip.end());
        double at = model.scale().x(clip.end() - clip.fadeOut().frames());
        return Math.clamp(at, Math.min(end - 4, model.scale().x(clip.start()) + 4), end - 4);
    }

    public static boolean hasGainLine(Row row) {
        return row.height() >= GAIN_ROOM;
    }

    /// A clip's own gain with its envelope at a place of the view, in dB.
    double gainAt(Clip clip, double x) {
        return clip.gainDb() + clip.envelope().db(clip.inMedia(model.scale().frameAt(x)));
    }

    /// How many dB a unit of height is on the gain line.
    static double gainPerUnit(Row row) {
        return GAIN_RANGE / ((row.height() - CLIP_LESS) / 2 - 8);
    }

    /// The height of the gain line in its row.
    public static double gainY(Row row, double gainDb) {
        double half = (row.height() - CLIP_LESS) / 2;
        double share = Math.clamp(gainDb / GAIN_RANGE, -1, 1);
        return CLIP_TOP + half - share * (half - 8);
    }

    private Hit onLane(Row row, double x, double y) {
        LaneKey key = row.lane();
        Optional<LaneKey.Control> found = key == null ? Optional.empty() : key.in(model.song());
        if (key == null || found.isEmpty()) {
            return new Hit.Nothing();
        }
        LaneKey.Control control = found.get();
        List<Lane.Point> points = control.lane().points();
        double reach = POINT_REACH * model.scale().framesPerUnit();
        int from = control.lane().countTo((long) Math.floor(model.scale().frame(x) - reach));
        int nearest = -1;
        double distance = POINT_REACH;
        for (int i = from; i < points.size(); i++) {
            double px = model.scale().x(points.get(i).frame());
            if (px > x + POINT_REACH) {
                break;
            }
            double away = Math.hypot(px - x, laneY(row, control, points.get(i).value()) - y);
            if (away <= distance) {
                distance = away;
                nearest = i;
            }
        }
        double line = laneY(row, control, control.valueAt(model.scale().frameAt(x)));
        return new Hit.OnLane(row, key, nearest, Math.abs(line - y) <= LINE_REACH);
    }

    /// The height of a value in its lane's row.
    public static double laneY(Row row, LaneKey.Control control, double value) {
        double position = control.param().range().position(control.param().clamp(value));
        return LANE_PAD + (1 - position) * (row.height() - 1 - 2 * LANE_PAD);
    }

    /// The travel, 0..1, at a height of a lane's row.
    public static double travel(Row row, double y) {
        return Math.clamp(1 - (y - LANE_PAD) / (row.height() - 1 - 2 * LANE_PAD), 0, 1);
    }
}
