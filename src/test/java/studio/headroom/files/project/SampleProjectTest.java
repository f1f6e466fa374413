package studio.headroom.files.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import studio.headroom.effects.Catalogue;
import studio.headroom.param.Param;
import studio.headroom.param.ParamSet;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Lane;
import studio.headroom.project.Project;
import studio.headroom.project.Send;
import studio.headroom.project.Strip;
import studio.headroom.project.StripControls;

/// The project of the sample song, which a script writes and not the program.
class SampleProjectTest {
    private static final Path FOLDER = Path.of("samples", "Room Above the Rain.headroom");

    private final List<String> wrong = new ArrayList<>();

    @Test
    void savingItChangesNoByte() throws IOException, ProjectFormatException {
        byte[] text = Files.readAllBytes(FOLDER.resolve(ProjectFiles.FILE));
        assertThat(new String(ProjectFormat.write(ProjectFormat.read(text)), StandardCharsets.UTF_8))
                .isEqualTo(new String(text, StandardCharsets.UTF_8));
    }

    @Test
    void everySoundFileIsThere() throws IOException {
        assertThat(ProjectFiles.load(FOLDER).media())
                .hasSize(21)
                .allSatisfy(media -> assertThat(FOLDER.resolve(media.path())).isRegularFile());
    }

    @Test
    void everyValueIsOneThatItsOwnerKnowsAndAllows() throws IOException {
        Project project = ProjectFiles.load(FOLDER);
        project.strips().forEach(this::check);
        check(project.master());
        project.mastering().chain().forEach(insert -> check(insert.id(), params(insert), insert.values()));
        assertThat(wrong).isEmpty();
    }

    private void check(Strip strip) {
        check(strip.id(), StripControls.PARAMS, strip.controls());
        strip.inserts().forEach(insert -> check(insert.id(), params(insert), insert.values()));
        strip.sends().forEach(send -> check(send.id(), StripControls.SEND_PARAMS, send.controls()));
        for (Lane lane : strip.automation()) {
            ParamSet owner = owner(strip, lane.owner());
            lane.points().forEach(point -> check(lane.owner(), owner, lane.param(), point.value()));
        }
    }

    private static ParamSet owner(Strip strip, String id) {
        for (Insert insert : strip.inserts()) {
            if (insert.id().equals(id)) {
                return params(insert);
            }
        }
        return strip.sends().stream().map(Send::id).anyMatch(id::equals)
                ? StripControls.SEND_PARAMS
                : StripControls.PARAMS;
    }

    private static ParamSet params(Insert insert) {
        return Catalogue.find(insert.type()).orElseThrow().params();
    }

    private void check(String owner, ParamSet params, Values values) {
        for (Map.Entry<String, Double> entry : values.asMap().entrySet()) {
            check(owner, params, entry.getKey(), entry.getValue());
        }
    }

    private void check(String owner, ParamSet params, String id, double value) {
        int index = params.indexOf(id);
        if (index < 0) {
            wrong.add(owner + " has no control " + id);
            return;
        }
        Param param = params.get(index);
        if (param.clamp(value) != value) {
            wrong.add(owner + " " + id + " cannot be " + value);
        }
    }
}
