package studio.headroom.ui.shell;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import studio.headroom.files.FileException;
import studio.headroom.files.project.OpenSongs;
import studio.headroom.files.project.RecentSongs;
import studio.headroom.ui.song.SongRequest;
import studio.headroom.ui.start.StartModel;
import studio.headroom.ui.start.StartPage;

/// The start page with what is behind its buttons, and what a crash left behind. UI thread.
final class StartDesk implements StartPage.Actions {
    private static final Logger LOG = LoggerFactory.getLogger(StartDesk.class);

    private final Tools tools;
    private final Shell shell;
    private final StartPage page;

    StartDesk(Tools tools, Shell shell) {
        this.tools = tools;
        this.shell = shell;
        page = new StartPage(tools.look(), tools.services().sample().isPresent(), this);
    }

    void show() {
        tools.window().showStart(page);
        refresh();
    }

    private void refresh() {
        Services services = tools.services();
        services.background().execute(() -> {
            List<StartModel.Row> rows =
                    StartModel.rows(services.recent().list(), services.home(), Instant.now(), services.zone());
            services.ui().execute(() -> page.show(rows));
        });
    }

    /// Opens the song that was opened last, where it is still there.
    void openLast() {
        Services services = tools.services();
        services.background()
                .execute(() -> services.recent().list().stream()
                        .filter(RecentSongs.Recent::exists)
                        .findFirst()
                        .ifPresent(last -> services.ui().execute(() -> open(last.folder()))));
    }

    /// Offers what a crash left behind, if anything was.
    ///
    /// @param nothing runs, on the UI thread, when nothing was
    void offerLeftBehind(Runnable nothing) {
        Services services = tools.services();
        services.background().execute(() -> {
            List<OpenSongs.LeftBehind> left = List.of();
            try {
                left = services.openSongs().leftBehind();
            } catch (FileException e) {
                LOG.warn("Nothing can be recovered", e);
            }
            List<OpenSongs.LeftBehind> found = left;
            services.ui()
                    .execute(
                            found.isEmpty()
                                    ? nothing
                                    : () -> tools.dialogs()
                                            .leftBehind(
                                                    found,
                                                    song -> shell.request(SongRequest.recover(song)),
                                                    this::forget));
        });
    }

    private void forget(OpenSongs.LeftBehind left) {
        tools.services().background().execute(() -> {
            try {
                tools.services().openSongs().forget(left);
            } catch (FileException e) {
                LOG.warn("What was left behind will be offered again", e);
            }
            tools.services().ui().execute(() -> offerLeftBehind(() -> {}));
        });
    }

    @Override
    public void chooseFiles() {
        shell.intake().newFromFiles();
    }

    @Override
    public void masterFile() {
        shell.intake().masterFile();
    }

    @Override
    public void openSample() {
        shell.intake().openSample();
    }

    @Override
    public void openProject() {
        shell.openings().choose();
    }

    @Override
    public void newFromTemplate() {
        shell.templates().choose();
    }

    @Override
    public void newEmpty() {
        shell.intake().newEmpty();
    }

    @Override
    public void open(Path folder) {
        shell.request(SongRequest.of(folder));
    }

    @Override
    public void forget(Path folder) {
        tools.services().background().execute(() -> {
            try {
                tools.services().recent().forget(folder);
            } catch (FileException e) {
                LOG.warn("The recent songs are not kept", e);
            }
            tools.services().ui().execute(this::refresh);
        });
    }
}
