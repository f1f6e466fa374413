package studio.headroom.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import studio.headroom.engine.output.DeviceException;
import studio.headroom.engine.output.OutputInfo;

class OutputDevicesTest {
    private static final int ANY = AudioSystem.NOT_SPECIFIED;

    private static final AudioFormat CD = FakeMixers.format(44_100, 16, 2, false);
    private static final AudioFormat STUDIO = FakeMixers.format(96_000, 24, 8, false);

    private final FakeMixers mixers = new FakeMixers();
    private final OutputDevices devices = new OutputDevices(mixers, FakeMixers.SHORT, (path, rate) -> {
        throw new AssertionError("nothing is opened");
    });

    private void plugIn() {
        mixers.with(
                        "default [default]",
                        "Direct Audio Device: default, default, default",
                        FakeMixers.format(ANY, 32, 2, false))
                .with("PCH [plughw:0,0]", "Direct Audio Device: HDA Intel PCH, ALC892 Analog, ALC892 Analog", CD)
                .with("PCH [plughw:0,3]", "Direct Audio Device: HDA Intel PCH, HDMI 0, HDMI 0", CD)
                .with("Scarlett (2- USB)", "Direct Audio Device: DirectSound Playback", CD, STUDIO);
    }

    @Test
    void saysWhatEachCanDo() {
        plugIn();
        assertThat(devices.list())
                .containsExactly(
                        new OutputInfo("default", "System default", true, OutputDevices.RATES, List.of(32), 2),
                        new OutputInfo(
                                "pch-plughw-0-0",
                                "HDA Intel PCH, ALC892 Analog",
                                false,
                                List.of(44_100),
                                List.of(16),
                                2),
                        new OutputInfo(
                                "pch-plughw-0-3", "HDA Intel PCH, HDMI 0", false, List.of(44_100), List.of(16), 2),
                        new OutputInfo(
                                "scarlett-2-usb",
                                "Scarlett (2- USB)",
                                false,
                                List.of(44_100, 96_000),
                                List.of(16, 24),
                                8),
                        new OutputInfo(
                                "null",
                                "No sound (keeps time only)",
                                false,
                                OutputDevices.RATES,
                                List.of(16, 24, 32),
                                2));
    }

    @ParameterizedTest
    @CsvSource({
        "default, default",
        "SCARLETT, scarlett-2-usb",
        "hdmi, pch-plughw-0-3",
        "hda intel pch, pch-plughw-0-0",
        "pch-plughw-0-0, pch-plughw-0-0",
        "Null, null",
        "' file:a b.wav', file:a b.wav"
    })
    void findsByIdNameOrPart(String wanted, String id) throws DeviceException {
        mixers.with("default", "default", CD)
                .with("PCH [plughw:0,0]", "Direct Audio Device: HDA Intel PCH", CD)
                .with("PCH [plughw:0,3]", "Direct Audio Device: HDA Intel PCH, HDMI 0", CD)
                .with("Scarlett (2- USB)", "", CD);
        assertThat(devices.find(wanted).id()).isEqualTo(id);
    }

    @Test
    void sayingTooLittleListsWhatIsMeant() {
        plugIn();
        assertThatThrownBy(() -> devices.find("pch"))
                .isInstanceOf(DeviceException.class)
                .hasMessage("'pch' may be any of 'pch-plughw-0-0' (HDA Intel PCH, ALC892 Analog), 'pch-plughw-0-3'"
                        + " (HDA Intel PCH, HDMI 0). Choose one by what stands in front.");
    }

    @Test
    void whatIsNotThereIsAnsweredWithWhatIs() {
        plugIn();
        assertThatThrownBy(() -> devices.find("headphones"))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("no output 'headphones'")
                .hasMessageContaining("'default' (System default)")
                .hasMessageContaining("'scarlett-2-usb'")
                .hasMessageContaining("'null'")
                .hasMessageContaining("'file:OUT.wav'");
        assertThatThrownBy(() -> devices.find("")).isInstanceOf(DeviceException.class);
        assertThatThrownBy(() -> devices.find("file:")).isInstanceOf(DeviceException.class);
    }

    @Test
    void theWindowIsToldWhatToDoInTheWindow() {
        for (String wanted : List.of("default", "headphones")) {
            assertInWindow(wanted);
        }
        plugIn();
        for (String wanted : List.of("headphones", "pch")) {
            assertInWindow(wanted);
        }
    }

    private void assertInWindow(String wanted) {
        assertThatThrownBy(() -> devices.find(wanted))
                .isInstanceOfSatisfying(
                        DeviceException.class,
                        e -> assertThat(e.inWindow())
                                .contains("in the preferences")
                                .doesNotContain("'null'", "file:", "plughw", "in front"));
    }

    @Test
    void aMachineWithoutOutputsHasTheNullDevice() throws DeviceException {
        assertThat(devices.list()).extracting(OutputInfo::id).containsExactly("null");
        assertThat(devices.find("null").id()).isEqualTo("null");
        assertThatThrownBy(() -> devices.find("default"))
                .isInstanceOf(DeviceException.class)
                .hasMessageContaining("no sound output on this machine")
                .hasMessageContaining("'null'");
    }

    @Test
    void mixersThatThrowOrHangOrOnlyRecordAreLeftOut() {
        mixers.with("broken", () -> {
                    throw new IllegalArgumentException("gone while it was asked");
                })
                .with("native", () -> {
                    throw new UnsatisfiedLinkError("no jsound");
                })
                .with("slow", () -> {
                    LockSupport.parkNanos(10_000_000_000L);
                    return new Line.Info[0];
                })
                .with("ports only", () -> new Line.Info[0])
                .with(
                        "unsigned",
                        "",
                        new AudioFormat(AudioFormat.Encoding.PCM_UNSIGNED, 44_100, 8, 2, 2, 44_100, false))
                .with("good", "", CD);
        assertThat(devices.list()).extracting(OutputInfo::id).containsExactly("default", "null");
        assertThat(devices.list()).extracting(OutputInfo::name).contains("good");
    }

    @Test
    void aMixerThatHangsIsAskedOnceAndWaitedForOnce() {
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch never = new CountDownLatch(1);
        mixers.with("hung", () -> {
                    asked.incrementAndGet();
                    try {
                        never.await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                    return new Line.Info[0];
                })
                .with("good", "", CD);
        long begin = System.nanoTime();
        for (int i = 0; i < 100; i++) {
            assertThat(devices.list()).extracting(OutputInfo::name).contains("good");
        }
        assertThat(asked).hasValue(1);
        // A hundred waits would take minutes.
        assertThat(System.nanoTime() - begin).isLessThan(TimeUnit.SECONDS.toNanos(20));
        never.countDown();
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5); asked.get() == 1; ) {
            assertThat(System.nanoTime()).as("asked again when it has answered").isLessThan(end);
            devices.list();
        }
    }

    @Test
    void aSystemWhoseListCannotBeReadHasNoOutputs() {
        Mixers none = new Mixers() {
            @Override
            public List<javax.sound.sampled.Mixer.Info> infos() {
                throw new NoClassDefFoundError("com/sun/media/sound");
            }

            @Override
            public javax.sound.sampled.Mixer mixer(javax.sound.sampled.Mixer.Info info) {
                throw new AssertionError(info);
            }
        };
        OutputDevices empty = new OutputDevices(none, FakeMixers.SHORT, (path, rate) -> {
            throw new AssertionError(path);
        });
        assertThat(empty.list()).hasSize(1);
    }

    @Test
    void equalNamesGetDifferentIds() {
        mixers.with("first", "", CD)
                .with("USB", "", CD)
                .with("usb!", "", CD)
                .with("Default", "", CD)
                .with("?", "", CD);
        assertThat(devices.list())
                .extracting(OutputInfo::id)
                .containsExactly("default", "usb", "usb-2", "default-2", "output", "null");
    }
}
