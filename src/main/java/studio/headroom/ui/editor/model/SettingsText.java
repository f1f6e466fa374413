package studio.headroom.ui.editor.model;

import java.util.Optional;
import studio.headroom.effects.EffectType;
import studio.headroom.param.Param;
import studio.headroom.param.Values;

/// Settings of an effect as text for the clipboard: a line `headroom TYPE` and one line `ID = VALUE` for each control
/// that is set, in plain units. Pure functions.
public final class SettingsText {
    private static final String HEAD = "headroom ";

    private SettingsText() {}

    public static String write(EffectType type, Values settings) {
        StringBuilder text = new StringBuilder(HEAD).append(type.id()).append('\n');
        settings.asMap()
                .forEach((id, value) ->
                        text.append(id).append(" = ").append(value).append('\n'));
        return text.toString();
    }

    /// The settings in a text; empty when it is none, or one of another effect.
    public static Optional<Values> read(EffectType type, String text) {
        String[] lines = text.strip().split("\\R");
        if (!lines[0].strip().equals(HEAD + type.id())) {
            return Optional.empty();
        }
        Values values = Values.INITIAL;
        for (int i = 1; i < lines.length; i++) {
            int equals = lines[i].indexOf('=');
            int index = equals < 0
                    ? -1
                    : type.params().indexOf(lines[i].substring(0, equals).strip());
            if (index >= 0) {
                Param param = type.params().get(index);
                try {
                    values = values.with(
                            param,
                            Double.parseDouble(lines[i].substring(equals + 1).strip()));
                } catch (NumberFormatException e) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(values);
    }
}
