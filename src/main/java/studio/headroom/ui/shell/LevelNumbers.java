package studio.headroom.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import studio.headroom.ui.model.ProgramLevel;
import studio.headroom.ui.model.ValueText;
import studio.headroom.ui.theme.Look;

/// How loud the mix is, in the top bar: of the moment as often as an eye can follow, of the whole a few times a second.
final class LevelNumbers extends HBox {
    private final TopBarModel model;
    private final Readout loudness;
    private final Readout integrated;
    private final Readout peak;
    private final Readout headroom;
    private final Readout plr;
    private double sinceProgram = ProgramLevel.RENEWAL;

    LevelNumbers(Look look, TopBarModel model) {
        this.model = model;
        loudness = new Readout(look, "LUFS-S", "Loudness of the last 3 seconds", 52);
        integrated = new Readout(look, "LUFS-I", "Loudness since playing began", 52);
        peak = new Readout(look, "dBTP", "Highest true peak", 48);
        headroom = new Readout(look, "Headroom", "Room between the highest true peak and full scale", 52);
        plr = new Readout(look, "PLR", "Peak to loudness ratio", 40);
        setSpacing(look.px(12));
        setAlignment(Pos.CENTER_LEFT);
        setFillHeight(false);
        setMinWidth(Region.USE_PREF_SIZE);
        getChildren().addAll(loudness, integrated, peak, headroom, plr);
    }

    /// Those that may leave, the first one first.
    List<Node> leaving() {
        return List.of(plr, integrated, headroom);
    }

    /// Takes in what is of the moment.
    void follow() {
        loudness.show(model.shortTerm(), false);
        peak.show(model.truePeak(), model.truePeakIsOver());
    }

    /// Takes in what is of the whole, where it is time for that.
    void frame(double seconds) {
        sinceProgram += seconds;
        if (sinceProgram >= ProgramLevel.RENEWAL) {
            sinceProgram = 0;
            ProgramLevel program = model.program();
            integrated.show(ValueText.level(program.integrated()), false);
            headroom.show(program.headroom(), program.isOver());
            plr.show(program.plr(), false);
        }
    }
}
