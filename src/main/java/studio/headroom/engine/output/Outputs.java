package studio.headroom.engine.output;

import java.util.List;

/// The outputs of a machine, and what stands in for one. Any thread but the audio thread; may take seconds.
public interface Outputs {
    /// The system's own choice first, what keeps time without sound last.
    List<OutputInfo> list();

    /// The output that a user names: by its id, its name, or a part of one of these that no other has.
    ///
    /// @throws DeviceException when there is none or more than one; lists what there is
    OutputDevice find(String wanted) throws DeviceException;

    /// What keeps time without sound; opens always.
    OutputDevice silent();
}
