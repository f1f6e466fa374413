package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Bounds;
import javafx.scene.shape.Rectangle;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;

/// Drags that reach from strip to strip: effects and strips themselves. A line shows where what is dragged would stand.
final class StripDrags implements StripHands {
    private final Look look;
    private final MixerModel model;
    private final MixerView view;
    private final MixerDoors doors;
    private final Rectangle insertLine = line();
    private final Rectangle stripLine = line();

    StripDrags(Look look, MixerModel model, MixerView view, MixerDoors doors) {
        this.look = look;
        this.model = model;
        this.view = view;
        this.doors = doors;
    }

    private static Rectangle line() {
        Rectangle line = new Rectangle();
        line.setStyle(Token.ACCENT.fill());
        line.setManaged(false);
        line.setMouseTransparent(true);
        line.setVisible(false);
        return line;
    }

    List<Rectangle> lines() {
        return List.of(insertLine, stripLine);
    }

    @Override
    public MixerDoors doors() {
        return doors;
    }

    // ---- effects ----

    private Optional<StripView> over(double sceneX, double sceneY) {
        List<StripView> all = new ArrayList<>(view.inSight());
        all.add(view.masterView());
        return all.stream()
                .filter(strip -> strip.insertIndexAt(sceneX, sceneY) >= 0)
                .findFirst();
    }

    @Override
    public void dragInsert(InsertModel insert, double sceneX, double sceneY, boolean copy) {
        Optional<StripView> target = over(sceneX, sceneY);
        insertLine.setVisible(target.isPresent());
        target.ifPresent(strip -> {
            double y = strip.insertLineY(strip.insertIndexAt(sceneX, sceneY));
            var at = view.sceneToLocal(strip.localToScene(0, 0).getX(), y);
            insertLine.setX(at.getX() + look.px(3));
            insertLine.setY(at.getY() - look.px(1));
            insertLine.setWidth(strip.getWidth() - look.px(7));
            insertLine.setHeight(look.px(2));
            insertLine.setStyle((copy ? Token.OK : Token.ACCENT).fill());
        });
    }

    @Override
    public void dropInsert(InsertModel insert, double sceneX, double sceneY, boolean copy) {
        giveUp();
        over(sceneX, sceneY)
                .ifPresent(strip -> model.actions()
                        .dropInsert(insert.id(), strip.model().id(), strip.insertIndexAt(sceneX, sceneY), copy));
    }

    @Override
    public void giveUp() {
        insertLine.setVisible(false);
    }

    @Override
    public void paint(double sceneX, double sceneY) {
        Bounds lane = view.localToScene(view.laneBounds());
        if (sceneX >= lane.getMinX() && sceneX < lane.getMaxX()) {
            view.inSight().stream()
                    .filter(strip -> {
                        double x = strip.sceneToLocal(sceneX, sceneY).getX();
                        return x >= 0 && x < strip.getWidth();
                    })
                    .findFirst()
                    .ifPresent(strip -> model.paint().over(strip.model().id()));
        }
    }

    // ---- strips ----

    private List<StripView> ofKind(StripModel strip) {
        return view.inSight().stream()
                .filter(each -> each.model().kind() == strip.kind())
                .toList();
    }

    /// The strip of the same kind before which it would stand; none for the end of its kind.
    private Optional<StripView> before(StripModel strip, double sceneX) {
        return ofKind(strip).stream()
                .filter(each ->
                        sceneX < each.localToScene(each.getWidth() / 2, 0).getX())
                .min(Comparator.comparingDouble(StripView::getLayoutX));
    }

    /// Where a strip comes to stand that is dropped before another one: left of the tab of a folder that is not its
    /// own.
    double edgeBefore(StripView target, StripModel dropped) {
        String folder = target.model().strip().look().folder();
        FolderTab tab = dropped.strip().look().folder().equals(folder) ? null : view.shownTab(folder);
        double edge = target.getLayoutX();
        if (tab == null || tab.getLayoutX() >= edge || edge - tab.getLayoutX() > tab.getWidth() + 1) {
            return edge;
        }
        return tab.getLayoutX();
    }

    @Override
    public void drag(StripModel strip, double sceneX) {
        double end = ofKind(strip).stream()
                .mapToDouble(each -> each.getLayoutX() + each.getWidth())
                .max()
                .orElse(0);
        double x =
                before(strip, sceneX).map(target -> edgeBefore(target, strip)).orElse(end);
        Bounds lane = view.laneBounds();
        stripLine.setVisible(true);
        stripLine.setX(lane.getMinX() + x - look.px(1));
        stripLine.setY(lane.getMinY());
        stripLine.setWidth(look.px(2));
        stripLine.setHeight(lane.getHeight());
    }

    @Override
    public void renameBeside(StripModel strip, int step) {
        model.session().selection().strip(strip.id());
        model.selectNeighbor(step);
        view.rename();
    }

    @Override
    public void drop(StripModel strip, double sceneX) {
        stripLine.setVisible(false);
        Optional<StripView> target = before(strip, sceneX);
        if (target.isEmpty()) {
            model.actions().reorderToEnd(strip.id());
        } else if (target.get().model() != strip) {
            model.actions().reorder(strip.id(), target.get().model().id());
        }
    }
}
