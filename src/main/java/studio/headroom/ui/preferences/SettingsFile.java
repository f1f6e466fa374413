package studio.headroom.ui.preferences;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import studio.headroom.files.AtomicFile;
import studio.headroom.files.FileException;

/// Names and values in a text file, one in each line, as `java.util.Properties` reads them; UTF-8, in the order of the
/// names.
public final class SettingsFile {
    private static final long LARGEST = 1 << 20;

    private final Path file;

    public SettingsFile(Path file) {
        this.file = file;
    }

    /// A file or folder that lies beside it.
    public Path beside(String name) {
        return file.resolveSibling(name);
    }

    /// What the file says; nothing where there is none.
    ///
    /// @throws FileException when it cannot be read
    public SortedMap<String, String> read() throws FileException {
        SortedMap<String, String> values = new TreeMap<>();
        if (!Files.exists(file)) {
            return values;
        }
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > LARGEST) {
                throw new FileException("Cannot read '" + file + "': it is no settings file. Remove or rename it.");
            }
            Properties properties = new Properties();
            properties.load(new StringReader(new String(Files.readAllBytes(file), StandardCharsets.UTF_8)));
            properties.stringPropertyNames().forEach(name -> values.put(name, properties.getProperty(name)));
            return values;
        } catch (IOException e) {
            throw FileException.reading(file, e);
        } catch (IllegalArgumentException e) {
            throw new FileException("Cannot read '" + file + "': it is damaged. Remove it to begin anew.", e);
        }
    }

    /// Replaces the file in one step.
    public void write(Map<String, String> values) throws FileException {
        StringBuilder text = new StringBuilder("# Settings of Headroom\n");
        new TreeMap<>(values)
                .forEach((name, value) -> text.append(escaped(name))
                        .append(" = ")
                        .append(escaped(value))
                        .append('\n'));
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw FileException.writing(file, e);
        }
        AtomicFile.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /// Backslashes before all that the format gives a meaning to.
    private static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\f' -> out.append("\\f");
                case '\\', '=', ':', '#', '!', ' ' -> out.append('\\').append(c);
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
