package studio.headroom.ui.inspector;

import java.util.function.Consumer;
import studio.headroom.ui.editor.model.Presets;
import studio.headroom.ui.mixer.MixerDoors;

/// What the inspector needs of the window that it is in.
///
/// @param doors lead to editors and automation
/// @param presets of effects
/// @param failures is told what could not be done
public record Tools(MixerDoors doors, Presets presets, Consumer<String> failures) {}
