package studio.headroom.ui.master.sight;

import studio.headroom.dsp.analysis.ToneProfile;

/// Another sound that the master is compared with in each band.
///
/// @param name for people: `reference “North Pier”`
public record ComparedSound(String name, ToneProfile tone) {}
