package studio.headroom.project.edit;

import java.util.Set;

/// A part of what a strip contributes to a mix, for those who want only some of it back. All is what is wanted as a
/// rule.
public enum Scope {
    /// Trim, polarity, volume and delay.
    LEVEL,
    /// Pan and width.
    PAN,
    /// Mute, solo and solo safe.
    MUTE,
    /// Sends with their levels, mutes and pans.
    SENDS,
    /// Effects, their order, values, bypasses and keys.
    EFFECTS,
    /// The bus that it feeds.
    OUTPUT,
    /// Which lanes are read.
    AUTOMATION;

    public static final Set<Scope> ALL = Set.of(values());
}
