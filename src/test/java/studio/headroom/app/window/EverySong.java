package studio.headroom.app.window;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import studio.headroom.effects.Catalogue;
import studio.headroom.files.importing.ImportProgress;
import studio.headroom.files.project.ProjectFiles;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.edit.FolderEdits;
import studio.headroom.ui.start.NewSong;
import studio.headroom.ui.start.Stems;

/// A song with all that a mixer can have: tracks, a bus, a return, sends, a folder, and every effect.
final class EverySong {
    private EverySong() {}

    /// @param folder gets the song and the files it is made of
    static Path make(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : List.of("Kick", "Guitar", "Lead Vox")) {
            files.add(Stems.write(
                    folder.resolve("stems").resolve(name + ".wav"), 48_000, name.equals("Guitar") ? 2 : 1, 2));
        }
        Path place = folder.resolve("songs").resolve("All.headroom");
        NewSong.create(place, "All", files, ImportProgress.NONE);
        Project song = ProjectFiles.load(place);
        List<Strip> strips = new ArrayList<>();
        for (Strip strip : song.strips()) {
            String id = strip.id();
            strips.add(
                    strip.withInserts(List.of(Insert.create(id + "-eq", "eq"), Insert.create(id + "-co", "compressor")))
                            .withSends(List.of(Send.create(id + "-send", "hall"))));
        }
        strips.add(Strip.create(Strip.Kind.BUS, "band", "Band"));
        strips.add(Strip.create(Strip.Kind.RETURN, "hall", "Hall"));
        strips.add(Strip.create(Strip.Kind.TRACK, "all", "Every effect").withInserts(everyEffect()));
        strips.sort(Comparator.comparing(strip -> strip.kind().ordinal()));
        Project whole = song.withStrips(strips);
        ProjectFiles.save(place, FolderEdits.create("Test bench", Set.of("all")).apply(whole));
        return place;
    }

    private static List<Insert> everyEffect() {
        return Catalogue.types().stream()
                .map(type -> Insert.create("every-" + type.id(), type.id()))
                .toList();
    }
}
