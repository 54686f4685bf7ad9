package io.mendian.order.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What to list, in order of code. {@code text} matches the start of a code, a whole barcode, or any part of a name.
 *
 * @param after the code after which the page begins
 * @param limit 1 to 200
 */
public record SkuSearch(
        @Nullable String text,
        @Nullable String category,
        @Nullable SkuKind kind,
        @Nullable Boolean active,
        @Nullable String after,
        int limit) {

    static final int MOST = 200;

    private static final String BY_TEXT = """
            (s.name LIKE :part OR s.code LIKE :start
             OR s.id IN (SELECT b.sku_id FROM sku_barcode b WHERE b.barcode = :barcode))""";

    public SkuSearch {
        limit = Math.clamp(limit, 1, MOST);
    }

    /** The conditions as SQL; their values go into {@code values}. */
    List<String> conditions(Map<String, Object> values) {
        List<String> conditions = new ArrayList<>();
        if (text != null && !text.isBlank()) {
            conditions.add(BY_TEXT);
            values.put("part", "%" + escaped(text.strip()) + "%");
            values.put("start", escaped(text.strip()) + "%");
            values.put("barcode", text.strip());
        }
        if (category != null && !category.isBlank()) {
            conditions.add("s.category = :category");
            values.put("category", category.strip());
        }
        if (kind != null) {
            conditions.add("s.kind = :kind");
            values.put("kind", kind.name());
        }
        if (active != null) {
            conditions.add("s.active = :active");
            values.put("active", active);
        }
        if (after != null && !after.isEmpty()) {
            conditions.add("s.code > :after");
            values.put("after", after);
        }
        return conditions;
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
