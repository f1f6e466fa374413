package studio.headroom.device;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.DataLine;
import javax.sound.sampled.Line;
import javax.sound.sampled.Mixer;
import javax.sound.sampled.SourceDataLine;

/// A system with the mixers that a test gives it.
final class FakeMixers implements Mixers {
    /// Shorter than those of people, yet long enough for a healthy driver on a machine that is much too busy.
    static final Limits SHORT = new Limits(1500, 1000, 1000, 1000);

    private final Map<Mixer.Info, Mixer> mixers = new LinkedHashMap<>();

    /// Lines that were opened or refused, in their order.
    final List<FakeLine> lines = new ArrayList<>();

    /// What the next lines do.
    FakeLine.Fault fault = FakeLine.Fault.NONE;

    private static final class Info extends Mixer.Info {
        Info(String name, String description) {
            super(name, "vendor", description, "1");
        }
    }

    static AudioFormat format(float rate, int bits, int channels, boolean bigEndian) {
        return new AudioFormat(
                AudioFormat.Encoding.PCM_SIGNED, rate, bits, channels, channels * bits / 8, rate, bigEndian);
    }

    FakeMixers with(String name, String description, AudioFormat... formats) {
        mixers.put(new Info(name, description), mixer(() ->
                new Line.Info[] {new DataLine.Info(SourceDataLine.class, formats, 32, -1)}));
        return this;
    }

    /// One that does something else when it is asked what it has.
    FakeMixers with(String name, Supplier<Line.Info[]> answer) {
        mixers.put(new Info(name, name), mixer(answer));
        return this;
    }

    void unplug(String name) {
        mixers.keySet().removeIf(info -> info.getName().equals(name));
    }

    @Override
    public List<Mixer.Info> infos() {
        return List.copyOf(mixers.keySet());
    }

    @Override
    public Mixer mixer(Mixer.Info info) {
        return mixers.get(info);
    }

    private Mixer mixer(Supplier<Line.Info[]> answer) {
        return (Mixer) Proxy.newProxyInstance(
                Mixer.class.getClassLoader(), new Class<?>[] {Mixer.class}, (proxy, method, arguments) -> {
                    switch (method.getName()) {
                        case "getSourceLineInfo" -> {
                            return answer.get();
                        }
                        case "getLine" -> {
                            FakeLine line = new FakeLine(((DataLine.Info) arguments[0]).getFormats()[0]);
                            line.fault = fault;
                            lines.add(line);
                            return line;
                        }
                        default -> throw new UnsupportedOperationException(method.getName());
                    }
                });
    }

    FakeLine line() {
        return lines.getLast();
    }
}
