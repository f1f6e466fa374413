package studio.headroom.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import studio.headroom.project.Insert;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.project.edit.MasteringEdits;
import studio.headroom.ui.Forgotten;
import studio.headroom.ui.Fx;
import studio.headroom.ui.song.SongSession;

/// What is shown of a song goes with it: nothing that lives longer keeps a view that is left.
class ForgottenViewsTest {
    @TempDir
    private Path folder;

    private Studio studio;

    @BeforeEach
    void open() throws IOException {
        Path place = Studio.song(folder, "Paper Lanterns", "01 Kick", "02 Bass", "03 Lead Vox");
        studio = new Studio(folder, 1920, 1080);
        studio.open(place);
    }

    @AfterEach
    void close() {
        studio.close();
    }

    /// Both places, with an editor of each open and a print to master.
    private Forgotten views() {
        SongSession session = studio.session();
        Strip kick = studio.song().strips().getFirst();
        Fx.run(() -> {
            session.selection().strip(kick.id());
            session.history().apply(InsertEdits.add(kick.id(), "eq", 0));
            studio.mix()
                    .edit(session.history()
                            .current()
                            .strips()
                            .getFirst()
                            .inserts()
                            .getFirst()
                            .id());
        });
        studio.shot("forgotten-mix");
        studio.control(KeyCode.DIGIT2);
        studio.click(studio.named("Print the mix"));
        studio.await("a print", () -> studio.master().prints().print().get() != null);
        Fx.run(() -> session.history()
                .apply(MasteringEdits.chain(
                        "Chain", List.of(Insert.create("y", "eq"), Insert.create("z", "limiter")))));
        studio.await("figures", () -> studio.master().prints().remarks().isPresent());
        studio.shot("forgotten-master");
        return Fx.call(() -> new Forgotten()
                .add("the Mix view", studio.mix())
                .add("what it looks like", studio.mix().place().node())
                .add("the Master view", studio.master())
                .add("its stations", studio.master().place().node())
                .add("the bar", studio.scene().lookup(".hr-top-bar")));
    }

    /// The song stays and gets new places, since what is drawn of its sound lies in its folder.
    @Test
    void theViewsOfASongThatIsSavedUnderAnotherNameAreForgotten() {
        Forgotten views = views();
        SongSession session = studio.session();
        Fx.run(() -> session.file().saveAs(folder.resolve("Another.headroom"), "Another", saved -> {}));
        studio.await(
                "the new folder",
                () -> folder.resolve("Another.headroom")
                        .equals(session.file().folder().get()));
        studio.shot("forgotten-again");
        views.check(studio.scene());
        assertThat(studio.session()).isSameAs(session);
    }

    @Test
    void theViewsOfASongThatIsClosedAreForgottenAndSoIsTheSong() {
        Forgotten views = views();
        views.add("the song", studio.session());
        Fx.run(() -> studio.shell().leaveSong(() -> {}));
        studio.press("Don’t save");
        studio.await("the start page", () -> studio.shell().session() == null);
        studio.shot("forgotten-start");
        views.check(studio.scene());
    }
}
