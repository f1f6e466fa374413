package studio.headroom.device;

import java.util.List;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.Mixer;

/// The system's mixers. Every call may throw anything, or never return.
interface Mixers {
    /// The one that the system prefers is first.
    List<Mixer.Info> infos();

    Mixer mixer(Mixer.Info info);

    static Mixers ofSystem() {
        return new Mixers() {
            @Override
            public List<Mixer.Info> infos() {
                return List.of(AudioSystem.getMixerInfo());
            }

            @Override
            public Mixer mixer(Mixer.Info info) {
                return AudioSystem.getMixer(info);
            }
        };
    }
}
