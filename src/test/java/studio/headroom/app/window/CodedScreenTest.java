package studio.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.dsp.analysis.ToneBand;
import studio.headroom.mastering.audition.Audition.Coded;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.ui.Fx;
import studio.headroom.ui.command.Commands;
import studio.headroom.ui.control.WindowRoot;
import studio.headroom.ui.frame.FramePulse;
import studio.headroom.ui.master.codec.CodedBar;
import studio.headroom.ui.master.codec.CodedModel;
import studio.headroom.ui.song.SongSession;
import studio.headroom.ui.theme.Look;
import studio.headroom.ui.theme.Theme;

/// The coded master in the window: a person flips to it by key, hears the difference, changes the chain. Pictures go to
/// `target/screens/window-master-coded-….png`.
class CodedScreenTest {
    @TempDir
    private Path folder;

    private Studio studio;
    private SongSession session;

    private void open(int width, int height) throws IOException {
        Path place = Studio.song(folder, "Paper Lanterns", "01 Kick", "02 Bass", "03 Lead Vox");
        studio = new Studio(folder, width, height);
        session = studio.open(place);
        studio.control(KeyCode.DIGIT2);
        studio.click(studio.named("Print the mix"));
        studio.await(
                "a print",
                () -> studio.master().prints().print().get() != null
                        && studio.master().prints().printing() == null);
        chain(4);
    }

    private void chain(double gain) {
        Insert limiter =
                new Insert("top", "limiter", Values.of(new TreeMap<>(Map.of("gain", gain, "ceiling", -1.0))), null);
        Fx.run(() -> session.history().apply(MasteringEdits.chain("Chain", List.of(limiter))));
    }

    private CodedModel model() {
        return studio.master().coded();
    }

    private void ready() {
        studio.await("coded", () -> model().state().get().kind() == CodedModel.Kind.READY);
    }

    private String hint() {
        return Fx.call(() -> studio.master().place().hint().getValue());
    }

    @ParameterizedTest
    @CsvSource({"1280, 720", "1920, 1080"})
    void aPersonFlipsToWhatIsCodedAndBack(int width, int height) throws IOException {
        open(width, height);
        try {
            String size = "-" + height;
            studio.shot("master-coded-none" + size);
            studio.key(KeyCode.C, false, false, false);
            assertThat(hint()).startsWith("You hear the master until MP3 320 is made");
            ready();
            assertThat(Fx.call(() -> studio.master().hearing().coded().get())).isEqualTo(Coded.SOUND);
            assertThat(hint()).startsWith("You hear the master as MP3 320 gives it back");
            studio.shot("master-coded-heard" + size);
            aBandOfItIsNamedWithTheFormat(size);
            studio.key(KeyCode.C, false, true, false);
            assertThat(Fx.call(() -> studio.master().hearing().coded().get())).isEqualTo(Coded.DIFFERENCE);
            assertThat(hint()).startsWith("You hear only what MP3 320 changes");
            studio.shot("master-coded-difference" + size);
            chain(6);
            assertThat(hint()).contains("before its last change");
            studio.shot("master-coded-stale" + size);
            studio.key(KeyCode.C, false, true, false);
            assertThat(Fx.call(() -> studio.master().hearing().coded().get())).isEqualTo(Coded.NONE);
            ready();
            studio.control(KeyCode.DIGIT1);
            studio.control(KeyCode.DIGIT2);
            assertThat(Fx.call(() -> studio.master().hearing().coded().get())).isEqualTo(Coded.NONE);
        } finally {
            studio.close();
        }
    }

    private void aBandOfItIsNamedWithTheFormat(String size) {
        Fx.run(() -> studio.master().hearing().band().set(ToneBand.AIR));
        assertThat(hint())
                .startsWith("You hear the master as MP3 320 gives it back. Air alone (")
                .endsWith("No file is filtered");
        studio.shot("master-coded-band" + size);
        Fx.run(() -> studio.master().hearing().coded().set(Coded.DIFFERENCE));
        assertThat(hint()).startsWith("You hear only what MP3 320 changes").contains(". Air alone (");
        Fx.run(() -> {
            studio.master().hearing().coded().set(Coded.SOUND);
            studio.master().hearing().band().set(null);
        });
        assertThat(hint()).doesNotContain("alone");
    }

    @Test
    void theBarIsDrawnAtEverySizeAndInEveryTheme() throws IOException {
        open(1280, 720);
        try {
            studio.key(KeyCode.C, false, false, false);
            ready();
            for (Theme theme : List.of(Theme.DARK, Theme.LIGHT, Theme.CONTRAST)) {
                for (int percent : new int[] {75, 100, 200}) {
                    for (int w : new int[] {282, 340, 440}) {
                        if (percent == 100 || theme == Theme.DARK) {
                            bar(theme, percent, w);
                        }
                    }
                }
            }
        } finally {
            Fx.run(() -> new Look(new FramePulse()).setTheme(Theme.DARK));
            studio.close();
        }
    }

    private void bar(Theme theme, int percent, int w) {
        Fx.run(() -> {
            Look look = new Look(new FramePulse());
            look.setTheme(theme);
            look.setPercent(percent);
            CodedBar bar = new CodedBar(look, model(), new Commands());
            StackPane back = new StackPane(bar);
            back.setPadding(new Insets(look.px(8)));
            WindowRoot root = new WindowRoot(look, back);
            Scene scene = new Scene(root, look.px(w + 16), look.px(CodedBar.HEIGHT + 16));
            for (int i = 0; i < 3; i++) {
                root.applyCss();
                root.layout();
                look.pulse().advance(0.02);
            }
            Fx.picture(scene, "master-coded-bar-" + theme.id() + "-" + percent + "-" + w);
            bar.close();
            back.getChildren().clear();
        });
    }
}
