package studio.headroom.ui.inspector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import studio.headroom.engine.live.LiveMeters;
import studio.headroom.param.Values;
import studio.headroom.project.Insert;
import studio.headroom.project.Project;
import studio.headroom.project.StripControls;
import studio.headroom.project.edit.InsertEdits;
import studio.headroom.project.edit.StripEdits;
import studio.headroom.ui.editor.model.EditorMemory;
import studio.headroom.ui.inspector.Advice.Kind;
import studio.headroom.ui.mixer.MixerSong;

class InspectorModelTest {
    private final MixerSong song = MixerSong.ofBand();
    private final VoiceLink voice = new VoiceLink(song.history);
    private final InspectorModel model = new InspectorModel(song.session, song.mixer, voice, new EditorMemory());
    private int told;

    @BeforeEach
    void watch() {
        model.observe(() -> told++);
    }

    @AfterEach
    void close() {
        model.close();
        song.close();
    }

    private void select(String... ids) {
        song.session.selection().strips(List.of(ids));
    }

    private List<String> types(String strip) {
        return song.song().strip(strip).orElseThrow().inserts().stream()
                .map(Insert::type)
                .toList();
    }

    // ---- what is shown ----

    @Test
    void theStripSelectedLastIsShown() {
        assertThat(model.strip()).isEmpty();
        select("kick", "bass", "snare");
        assertThat(model.strip().orElseThrow().id()).isEqualTo("snare");
        assertThat(model.selected()).isEqualTo(3);
        assertThat(told).isEqualTo(1);
        select();
        assertThat(model.strip()).isEmpty();
        assertThat(told).isEqualTo(2);
    }

    @Test
    void factsSayWhatItIs() {
        select("snare");
        assertThat(model.facts().line()).isEqualTo("Track 2 · no clips · to Drums");
        select("drums");
        assertThat(model.facts().line()).isEqualTo("Bus 1 · stereo · to Mix");
        select("hall");
        assertThat(model.facts().line()).isEqualTo("Return A · stereo · to Mix");
        select("master");
        assertThat(model.facts().line()).isEqualTo("Mix bus · stereo · all strips together");
        Project now = song.song();
        assertThat(StripFacts.of(now, now.strip("kick").orElseThrow(), 27).line())
                .isEqualTo("Track 1 · no clips · to Drums · late 27 samples, 0.6 ms");
    }

    @Test
    void aMonoStripHasNoWidth() {
        select("kick");
        assertThat(model.strip().orElseThrow().width().enabled()).isFalse();
        select("drums");
        assertThat(model.strip().orElseThrow().width().enabled()).isTrue();
        song.history.apply(InsertEdits.add("kick", "chorus", 0));
        select("kick");
        assertThat(model.facts().line()).contains("no clips");
        assertThat(model.facts().channelsOut()).isEqualTo(2);
        assertThat(model.strip().orElseThrow().width().enabled()).isTrue();
    }

    @Test
    void movesOfControlsAreNotTold() {
        select("kick");
        told = 0;
        model.strip().orElseThrow().trim().set(3);
        assertThat(song.song().strip("kick").orElseThrow().controls().get(StripControls.TRIM))
                .isEqualTo(3);
        assertThat(told).isZero();
    }

    @Test
    void aRenamedStripIsShownUnderItsNewName() {
        select("kick");
        song.history.apply(StripEdits.rename("kick", "Bass drum"));
        assertThat(model.strip().orElseThrow().name()).isEqualTo("Bass drum");
        song.history.apply(StripEdits.delete("kick"));
        assertThat(model.strip()).isEmpty();
    }

    // ---- effects ----

    @Test
    void theFirstEqualizerAndCompressorAreShownAndTheOthersListed() {
        select("kick");
        assertThat(model.eq()).isEmpty();
        assertThat(model.compressor()).isEmpty();
        for (String type : List.of("gate", "eq", "compressor", "eq")) {
            song.history.apply(InsertEdits.add("kick", type, 9));
        }
        List<Insert> inserts = song.song().strip("kick").orElseThrow().inserts();
        assertThat(model.eq().orElseThrow().editor().insertId())
                .isEqualTo(inserts.get(1).id());
        assertThat(model.compressor().orElseThrow().insertId())
                .isEqualTo(inserts.get(2).id());
        assertThat(model.others().stream().map(power -> power.insert().id()))
                .containsExactly(inserts.get(0).id(), inserts.get(3).id());
    }

    @Test
    void addingPutsTheEqualizerInFrontAndTheCompressorBehindIt() {
        select("kick");
        song.history.apply(InsertEdits.add("kick", "saturation", 0));
        model.addCompressor();
        assertThat(types("kick")).containsExactly("compressor", "saturation");
        song.history.undo();
        model.addEq();
        model.addCompressor();
        assertThat(types("kick")).containsExactly("eq", "compressor", "saturation");
        song.history.undo();
        song.history.undo();
        assertThat(types("kick")).containsExactly("saturation");
        assertThat(model.eq()).isEmpty();
    }

    @Test
    void theSwitchOfAnEffectIsItsBypassTurnedRound() {
        select("kick");
        song.history.apply(InsertEdits.add("kick", "gate", 0));
        EffectPower power = model.others().getFirst();
        assertThat(power.model().isOn()).isTrue();
        power.model().set(0);
        assertThat(song.song().strip("kick").orElseThrow().inserts().getFirst().bypassed())
                .isTrue();
        assertThat(song.history.steps()).hasSize(2);
        song.history.undo();
        assertThat(power.model().isOn()).isTrue();
    }

    @Test
    void otherStripsDoNotSeeTheEqualizerOfTheFirst() {
        song.history.apply(InsertEdits.add("kick", "eq", 0));
        select("kick");
        assertThat(model.eq()).isPresent();
        select("bass");
        assertThat(model.eq()).isEmpty();
    }

    // ---- ways ----

    @Test
    void theOutputIsChosenAmongBusesOrANewOne() {
        select("bass");
        assertThat(model.output().words()).containsExactly("Mix", "Drums", "New bus");
        assertThat(model.output().model().spoken()).isEqualTo("Bass output, Mix");
        model.output().model().set(1);
        assertThat(song.song().strip("bass").orElseThrow().output()).isEqualTo("drums");
        assertThat(model.facts().output()).isEqualTo("Drums");
        song.history.undo();
        assertThat(model.output().model().value()).isZero();
        model.output().model().set(2);
        assertThat(model.output().words()).hasSize(4);
        assertThat(model.output().model().text()).isEqualTo("Bus");
    }

    @Test
    void aGroupIsJoinedMadeAndLeft() {
        select("kick", "snare");
        model.group().model().set(1);
        assertThat(song.song().groups()).hasSize(1);
        assertThat(model.group().words()).containsExactly("None", "Group 1", "New group");
        assertThat(model.group().model().text()).isEqualTo("Group 1");
        select("snare");
        model.group().model().set(0);
        assertThat(song.song().strip("snare").orElseThrow().group()).isEmpty();
        assertThat(song.song().strip("kick").orElseThrow().group()).isNotEmpty();
    }

    @Test
    void busesOfOneNameAreToldApart() {
        song.history.apply(StripEdits.add(studio.headroom.project.Strip.Kind.BUS, "Drums", 9));
        select("bass");
        assertThat(model.output().words()).containsExactly("Mix", "Drums", "Drums (2)", "New bus");
    }

    @Test
    void aSendIsTakenBeforeOrAfterTheFader() {
        select("kick");
        song.mixer.actions().addSend("kick", "hall");
        byte[] before = song.bytes(song.song());
        SendItem item = model.sends().getFirst();
        assertThat(item.send().letter()).isEqualTo("A");
        item.pre().set(1);
        assertThat(song.song().strip("kick").orElseThrow().sends().getFirst().preFader())
                .isTrue();
        assertThat(model.sends().getFirst().pre().isOn()).isTrue();
        song.history.undo();
        assertThat(song.bytes(song.song())).isEqualTo(before);
        assertThat(model.sends().getFirst().pre().isOn()).isFalse();
    }

    // ---- advice ----

    private void tone(String strip, double level) {
        float[][] tone = new float[2][48_000];
        for (int i = 0; i < tone[0].length; i++) {
            tone[0][i] = (float) (level * Math.sin(i * 0.05));
            tone[1][i] = tone[0][i];
        }
        LiveMeters meters = song.session.playback().meters();
        meters.strip(strip).orElseThrow().levels().process(tone, 0, tone[0].length);
    }

    private void pass(double seconds) {
        for (double t = 0; t < seconds; t += 0.1) {
            model.frame(0.1, true);
        }
    }

    @Test
    void aLatchedClipIsToldAndStaysAwayOnceDismissed() {
        tone("kick", 1.2);
        select("kick");
        pass(1);
        Advice advice = model.advice().orElseThrow();
        assertThat(advice.kind()).isEqualTo(Kind.OVER);
        // 20 log10 1.2.
        assertThat(advice.title()).isEqualTo("Kick peaks 1.6 dB over full scale");
        assertThat(model.meter().clipped()).isTrue();
        model.dismiss();
        pass(2);
        assertThat(model.advice()).isEmpty();
        tone("bass", 1.2);
        select("bass");
        pass(1);
        assertThat(model.advice()).isPresent();
        assertThat(song.history.steps()).isEmpty();
    }

    @Test
    void aLatchBecomesOldWhenTheSoundIsLower() {
        tone("kick", 1.2);
        select("kick");
        tone("kick", 0.25);
        pass(4);
        assertThat(model.advice().orElseThrow().kind()).isEqualTo(Kind.OLD_CLIP);
        model.meter().clear();
        tone("kick", 0.25);
        pass(6);
        assertThat(model.advice()).isEmpty();
    }

    @Test
    void whatComesInTooSoftIsFoundBehindTheFader() {
        song.history.apply(StripEdits.set("drums", StripControls.VOLUME, -6));
        // -46 dBFS behind a fader at -6 is -40 before it.
        tone("drums", Math.pow(10, -46 / 20.0));
        select("drums");
        pass(6);
        Advice advice = model.advice().orElseThrow();
        assertThat(advice.kind()).isEqualTo(Kind.QUIET);
        assertThat(advice.title()).isEqualTo("Drums comes in at \u221240.0 dBFS");
        assertThat(advice.detail()).contains("+24.0 dB");
    }

    @Test
    void aMonoStripsPanIsTakenIntoAccount() {
        // 3 dB less on both sides in the center.
        tone("kick", Math.pow(10, -43.0103 / 20.0));
        select("kick");
        pass(6);
        assertThat(model.advice().orElseThrow().title()).isEqualTo("Kick comes in at \u221240.0 dBFS");
    }

    @Test
    void aCompressorThatTakesTooMuchIsTold() {
        song.history.apply(InsertEdits.add("drums", "compressor", 0));
        String id =
                song.song().strip("drums").orElseThrow().inserts().getFirst().id();
        song.history.apply(InsertEdits.values(id, Values.of(Map.of("threshold", -50.0, "ratio", 10.0))));
        select("drums");
        model.frame(0.01, true);
        voice.sounding(2, 0).play("drums", 200, () -> model.frame(0.04, true));
        Advice advice = model.advice().orElseThrow();
        assertThat(advice.kind()).isEqualTo(Kind.SQUASHED);
        assertThat(advice.detail()).contains("\u221250.0 dB");
    }

    @Test
    void sidesThatCancelEachOtherAreTold() {
        song.history.apply(InsertEdits.add("drums", "eq", 0));
        select("drums");
        model.frame(0.01, true);
        voice.sounding(1, 0.9).play("drums", 200, () -> model.frame(0.04, true));
        assertThat(model.eqSound().orElseThrow().correlation()).isEqualTo(-1, within(0.01));
        assertThat(model.advice().orElseThrow().kind()).isEqualTo(Kind.OPPOSED);
    }

    @Test
    void restingLetsTheTapsGo() {
        song.history.apply(InsertEdits.add("drums", "eq", 0));
        String id =
                song.song().strip("drums").orElseThrow().inserts().getFirst().id();
        select("drums");
        model.frame(0.01, true);
        voice.play("drums", 60, () -> model.frame(0.04, true));
        double heard = model.eqSound().orElseThrow().inputDb();
        assertThat(heard).isGreaterThan(-30);
        model.rest();
        voice.play("drums", 60, () -> {});
        assertThat(model.eqSound().orElseThrow().inputDb()).isEqualTo(heard);
        assertThat(voice.tap(id)).isPresent();
    }
}
