package studio.headroom.ui.timeline;

import studio.headroom.ui.model.ControlModel;

/// Mute and solo of a strip as the mixer has them, so that both screens do and show the same, also where automation
/// moves them.
///
/// @param soloOnly solos this strip and no other
public record Switches(ControlModel mute, ControlModel solo, Runnable soloOnly) {}
