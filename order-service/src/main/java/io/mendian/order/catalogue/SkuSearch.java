package io.mendian.order.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to list, in order of code. {@code text} matches the start of a code, a whole barcode, or any part of a name.
 *
 * @param after the code after which the page begins
 * @param limit at most 200
 */
public record SkuSearch(
        @Nullable String text,
        @Nullable String category,
        @Nullable SkuKind kind,
        @Nullable Boolean active,
        @Nullable String after,
        int limit) {

    static final int MOST = 200;

    public SkuSearch {
        limit = Math.clamp(limit, 1, MOST);
    }

    record Condition(String name, String sql, Object value) {}

    List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        if (text != null && !text.isBlank()) {
            conditions.add(new Condition(
                    "part", "(s.name LIKE :part OR s.code LIKE :start OR s.id IN (" + BY_BARCODE + "))", "%" + escaped(text.strip()) + "%"));
            conditions.add(new Condition("start", "TRUE", escaped(text.strip()) + "%"));
            conditions.add(new Condition("barcode", "TRUE", text.strip()));
        }
        if (category != null && !category.isBlank()) {
            conditions.add(new Condition("category", "s.category = :category", category));
        }
        if (kind != null) {
            conditions.add(new Condition("kind", "s.kind = :kind", kind.name()));
        }
        if (active != null) {
            conditions.add(new Condition("active", "s.active = :active", active));
        }
        if (after != null && !after.isEmpty()) {
            conditions.add(new Condition("after", "s.code > :after", after));
        }
        return conditions;
    }

    private static final String BY_BARCODE = "SELECT b.sku_id FROM sku_barcode b WHERE b.barcode = :barcode";

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
