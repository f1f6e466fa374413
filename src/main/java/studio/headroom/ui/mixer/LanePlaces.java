package studio.headroom.ui.mixer;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import studio.headroom.project.Strip;
import studio.headroom.ui.theme.Look;

/// Where strips and the tabs of folders lie beside each other, from the left edge of the first on; in the toolkit's
/// pixels.
///
/// @param width of all
record LanePlaces(List<Place> places, double width) {
    private static final double GAP = 8;

    /// A strip or the tab of a folder.
    record Place(@Nullable StripModel strip, @Nullable FolderPlace folder, double x, double width) {}

    /// @param units how wide a strip is, in units
    static LanePlaces of(Look look, MixerModel model, ToDoubleFunction<StripModel> units) {
        List<Place> all = new ArrayList<>();
        List<StripModel> strips = model.strips().get();
        List<FolderPlace> folders = model.folders().get();
        int tab = 0;
        double x = 0;
        Strip.Kind before = Strip.Kind.TRACK;
        for (int i = 0; i <= strips.size(); i++) {
            for (; tab < folders.size() && folders.get(tab).at() == i; tab++) {
                FolderPlace folder = folders.get(tab);
                x += folder.kind() != before ? look.px(GAP) : 0;
                before = folder.kind();
                all.add(new Place(null, folder, x, look.px(FolderTab.WIDTH)));
                x += look.px(FolderTab.WIDTH);
            }
            if (i < strips.size()) {
                StripModel strip = strips.get(i);
                x += strip.kind() != before ? look.px(GAP) : 0;
                before = strip.kind();
                double wide = look.px(units.applyAsDouble(strip));
                all.add(new Place(strip, null, x, wide));
                x += wide;
            }
        }
        return new LanePlaces(all, x);
    }
}
