package studio.headroom.mastering.check;

import java.util.Locale;

/// How much a finding matters.
public enum Severity {
    /// Good to know; often meant so.
    INFO,
    /// Likely to be a mistake, or heard as one somewhere.
    WARNING,
    /// Damage, or a promise that is not kept: not to be released like this.
    ERROR;

    /// As JSON and text name it.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
