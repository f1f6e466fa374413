package studio.headroom.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// Style sheets for stock controls, at a scale, in the theme that is shown: AtlantaFX's, and ours, which names colors
/// by
/// token and lengths in units.
public final class StyleSheet {
    private static final Pattern LENGTH = Pattern.compile("(-?[0-9]+(?:\\.[0-9]+)?)u\\b");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final String TEMPLATE = template();

    private StyleSheet() {}

    /// Addresses for a scene or its root, in order.
    public static List<String> at(Look look) {
        byte[] text = text(look).getBytes(StandardCharsets.UTF_8);
        return List.of(
                (look.theme() == Theme.LIGHT ? new PrimerLight() : new PrimerDark()).getUserAgentStylesheet(),
                "data:text/css;charset=utf-8;base64," + Base64.getEncoder().encodeToString(text));
    }

    static String text(Look look) {
        StringBuilder sheet = new StringBuilder(".root {\n");
        for (Token token : Token.values()) {
            sheet.append(token.css()).append(": ").append(token.web()).append(";\n");
            if (!token.atlanta().isEmpty()) {
                sheet.append(token.atlanta()).append(": ").append(token.css()).append(";\n");
            }
        }
        sheet.append("}\n");
        for (Token token : Token.values()) {
            sheet.append(".hr-icon.")
                    .append(token.iconClass())
                    .append(" { -fx-icon-color: ")
                    .append(token.css())
                    .append("; }\n");
        }
        String body = TEMPLATE;
        for (TypeRole role : TypeRole.values()) {
            String name = role.name().toLowerCase(Locale.ROOT).replace('_', '-');
            body = body.replace(
                    "@type-" + name + ";",
                    "-fx-font-family: \"" + role.face().family() + "\"; -fx-font-weight: normal; -fx-font-size: "
                            + role.size(look.percent()) + "u;");
        }
        return sheet.append(LENGTH.matcher(body).replaceAll(match -> length(Double.parseDouble(match.group(1)), look)))
                .toString();
    }

    private static String length(double units, Look look) {
        double px = units == Math.rint(units) && Math.abs(units) < 9
                ? Math.copySign(look.px(Math.abs(units)), units)
                : units * look.factor();
        return String.format(Locale.ROOT, "%.3fpx", px);
    }

    private static String template() {
        try (InputStream in = StyleSheet.class.getResourceAsStream("/studio/headroom/ui/headroom.css")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its style sheet");
            }
            return COMMENT.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
