package studio.headroom.ui.master.sight;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import studio.headroom.mastering.sight.PlaybackForecast;
import studio.headroom.mastering.sight.PlaybackService;
import studio.headroom.ui.control.Viewports;
import studio.headroom.ui.paint.Painter;
import studio.headroom.ui.paint.TextSize;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Token;
import studio.headroom.ui.theme.TypeRole;

/// What listeners will get: a row for each service.
final class PlaybackCard extends Card {
    private static final double ROWS_TOP = 50;
    private static final double FOOT = 22;
    private static final int LEAST_ROWS = 4;
    private static final double INSET = 4;
    private static final String WORDS = "A louder master is turned down. −14 is a playback level, not a demand.";
    private static final String BRIEF = "A louder master is turned down.";

    private final List<PlaybackRow> rows = new ArrayList<>();
    private final VBox list = new VBox();
    private final ScrollPane scroll = new ScrollPane(list);

    PlaybackCard(Look look, SightModel model) {
        super(look, "What listeners will get", ROWS_TOP + 7 * PlaybackRow.HEIGHT + FOOT);
        PlaybackModel playback = model.playback();
        for (PlaybackService service : PlaybackService.all()) {
            rows.add(new PlaybackRow(look, playback, service));
        }
        list.getChildren().addAll(rows);
        list.setFillWidth(true);
        Viewports.uncached(scroll);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("hr-bare-scroll");
        scroll.setStyle("-fx-background-color: transparent; -fx-background: transparent; -fx-padding: 0;");
        scroll.setFocusTraversable(false);
        getChildren().add(scroll);
        // The scroll bar takes its width from the rows.
        list.widthProperty().addListener(_ -> repaint());
        playback.forecasts().addListener((_, _, now) -> show(now));
        playback.heard().addListener(_ -> rows.forEach(PlaybackRow::tell));
        show(playback.forecasts().get());
    }

    private void show(List<PlaybackForecast> forecasts) {
        for (PlaybackRow row : rows) {
            @Nullable
            PlaybackForecast found = forecasts.stream()
                    .filter(forecast -> forecast.service() == row.service())
                    .findFirst()
                    .orElse(null);
            row.show(found);
        }
    }

    List<PlaybackRow> rows() {
        return rows;
    }

    @Override
    protected double computeMinHeight(double w) {
        return look().px(ROWS_TOP + LEAST_ROWS * PlaybackRow.HEIGHT + FOOT);
    }

    @Override
    void place(double w, double h) {
        double whole = Math.floor((h - ROWS_TOP - FOOT) / PlaybackRow.HEIGHT) * PlaybackRow.HEIGHT;
        put(scroll, INSET, ROWS_TOP, w - 2 * INSET, whole);
    }

    @Override
    protected void paint(Painter p, double w, double h) {
        super.paint(p, w, h);
        p.right(w - PAD, TITLE, "figures of " + PlaybackService.newest(), TypeRole.LABEL, Token.FG_3.color());
        double inner = list.getWidth() > 0 ? list.getWidth() / look().factor() : w - 2 * INSET;
        PlaybackRow.Columns columns = PlaybackRow.Columns.of(inner);
        double y = 39;
        p.left(PAD, y, "Destination", TypeRole.SMALL, Token.FG_3.color());
        p.right(INSET + columns.level(), y, "Plays at", TypeRole.SMALL, Token.FG_3.color());
        p.right(INSET + columns.change(), y, "Change", TypeRole.SMALL, Token.FG_3.color());
        p.left(INSET + columns.peak(), y, "True peak", TypeRole.SMALL, Token.FG_3.color());
        double room = p.raw(w - 2 * PAD);
        boolean fits = TextSize.width(look(), TypeRole.LABEL, WORDS) <= room;
        p.left(PAD, h - 12, fits ? WORDS : BRIEF, TypeRole.LABEL, Token.FG_3.color());
    }
}
