package studio.headroom.engine.output;

/// Something that plays sound: a sound card's output, or what stands in for one. Any thread but the audio thread.
public interface OutputDevice {
    /// What a user or a settings file calls it; the same from one start of the program to the next.
    String id();

    /// For people.
    String name();

    /// Opens it. The line is silent and at rest until the first write.
    ///
    /// @throws DeviceException when it cannot be opened so; says why and what to do
    OutputLine open(OutputRequest request) throws DeviceException;
}
