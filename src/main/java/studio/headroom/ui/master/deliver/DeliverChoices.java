package studio.headroom.ui.master.deliver;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import studio.headroom.mastering.Coding;
import studio.headroom.mastering.deliver.DeliveryItem;
import studio.headroom.mastering.deliver.DeliveryPlan;
import studio.headroom.mastering.deliver.DeliverySet;
import studio.headroom.mastering.deliver.ItemText;

/// What a person chose for a delivery, apart from the folder and what belongs to one song.
///
/// @param rows the files, also those that are switched off
/// @param pattern of their names
/// @param version that {version} stands for
/// @param report whether reports are written beside them
/// @param own sets of one's own, by name
record DeliverChoices(
        List<Row> rows, String pattern, String version, boolean report, Map<String, List<DeliveryItem>> own) {
    private static final String ROW = "row.";
    private static final String SET = "set.";
    private static final int MOST = 200;

    /// A file, and whether it is made.
    record Row(DeliveryItem item, boolean on) {}

    DeliverChoices {
        rows = List.copyOf(rows);
        Map<String, List<DeliveryItem>> sets = new LinkedHashMap<>();
        new TreeMap<>(own).forEach((name, items) -> sets.put(name, List.copyOf(items)));
        own = sets;
    }

    /// The files of the first set.
    static DeliverChoices initial() {
        return new DeliverChoices(
                rows(DeliverySet.all().getFirst().items()), DeliveryPlan.USUAL_NAME, "", true, Map.of());
    }

    private static List<Row> rows(List<DeliveryItem> items) {
        return items.stream().map(item -> new Row(item, true)).toList();
    }

    /// The files that are made.
    List<DeliveryItem> items() {
        return rows.stream().filter(Row::on).map(Row::item).toList();
    }

    DeliverChoices withItems(List<DeliveryItem> items) {
        return withRows(rows(items));
    }

    DeliverChoices withRows(List<Row> changed) {
        return new DeliverChoices(changed, pattern, version, report, own);
    }

    DeliverChoices withRow(int index, Row changed) {
        List<Row> all = new ArrayList<>(rows);
        all.set(index, changed);
        return withRows(all);
    }

    DeliverChoices withPattern(String changed) {
        return new DeliverChoices(rows, changed, version, report, own);
    }

    DeliverChoices withVersion(String changed) {
        return new DeliverChoices(rows, pattern, changed, report, own);
    }

    DeliverChoices withReport(boolean changed) {
        return new DeliverChoices(rows, pattern, version, changed, own);
    }

    /// Keeps the files that are made under a name; a name that is there gets them anew.
    DeliverChoices withOwn(String name) {
        Map<String, List<DeliveryItem>> changed = new LinkedHashMap<>(own);
        changed.put(name, items());
        return new DeliverChoices(rows, pattern, version, report, changed);
    }

    DeliverChoices withoutOwn(String name) {
        Map<String, List<DeliveryItem>> changed = new LinkedHashMap<>(own);
        changed.remove(name);
        return new DeliverChoices(rows, pattern, version, report, changed);
    }

    /// All of it, to be kept.
    SortedMap<String, String> values() {
        SortedMap<String, String> values = new TreeMap<>();
        for (int i = 0; i < rows.size(); i++) {
            values.put(ROW + i, (rows.get(i).on ? "on " : "off ") + ItemText.of(rows.get(i).item));
        }
        values.put("pattern", pattern);
        values.put("version", version);
        values.put("report", Boolean.toString(report));
        own.forEach((name, items) -> {
            for (int i = 0; i < items.size(); i++) {
                values.put(SET + i + "." + name, ItemText.of(items.get(i)));
            }
        });
        return values;
    }

    /// What [#values()] gave. What cannot be understood is as the program comes.
    static DeliverChoices of(Map<String, String> values) {
        DeliverChoices usual = initial();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < MOST && values.containsKey(ROW + i); i++) {
            String[] part = values.getOrDefault(ROW + i, "").split(" ", 2);
            parsed(part.length > 1 ? part[1] : "").forEach(item -> rows.add(new Row(item, part[0].equals("on"))));
        }
        Map<String, List<DeliveryItem>> own = new TreeMap<>();
        for (String key : new TreeMap<>(values).keySet()) {
            if (key.startsWith(SET + "0.")) {
                String name = key.substring((SET + "0.").length());
                List<DeliveryItem> items = new ArrayList<>();
                for (int i = 0; i < MOST && values.containsKey(SET + i + "." + name); i++) {
                    items.addAll(parsed(values.getOrDefault(SET + i + "." + name, "")));
                }
                own.put(name, items);
            }
        }
        String pattern = values.getOrDefault("pattern", "");
        return new DeliverChoices(
                rows.isEmpty() ? usual.rows : rows,
                pattern.isBlank() ? usual.pattern : pattern,
                values.getOrDefault("version", ""),
                Boolean.parseBoolean(values.getOrDefault("report", "true")),
                own);
    }

    /// The item, or none where it was written by somebody else.
    private static List<DeliveryItem> parsed(String text) {
        try {
            return List.of(ItemText.parse(text));
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }

    /// What is made, short: `WAV 24/48 · FLAC · MP3 320`. Of several files of a kind the first is told.
    String summary(int printRate) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (DeliveryItem item : items()) {
            Coding coding = item.coding();
            String kind = coding.ending().substring(1).toUpperCase(Locale.ROOT);
            String rate = Coding.kilohertz(item.rateOf(printRate)).replace(" kHz", "");
            String bits = coding.samples().floating()
                    ? "32f"
                    : String.valueOf(coding.samples().bits());
            String figures = coding.lossy() ? " " + item.kilobits() : kind.equals("WAV") ? " " + bits + "/" + rate : "";
            parts.putIfAbsent(kind, kind + figures);
        }
        return parts.isEmpty() ? "Nothing is chosen yet" : String.join(" · ", parts.values());
    }
}
