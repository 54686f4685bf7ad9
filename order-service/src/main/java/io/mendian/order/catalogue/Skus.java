package io.mendian.order.catalogue;

import io.mendian.contracts.order.CardTerms;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.persistence.Guard;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The tables {@code sku} and {@code sku_barcode}. A SKU and its barcodes are always read in one statement, so they fit. */
@Repository
class Skus {

    private static final String SELECT = """
            SELECT s.id, s.code, s.kind, s.name, s.category, s.unit, s.list_price_minor, s.member_price_minor,
                   s.duration_minutes, s.card_terms, s.recharge_package_id, s.active, s.version, s.scale_code, s.scale_grams,
                   (SELECT GROUP_CONCAT(b.barcode ORDER BY b.position) FROM sku_barcode b WHERE b.sku_id = s.id)
                       AS barcodes
            FROM sku s
            """;

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final JsonMapper json;
    private final Clock clock;

    Skus(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.clock = clock;
    }

    Map<SkuId, Long> versions(Collection<SkuId> ids) {
        Map<SkuId, Long> versions = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.sql("SELECT id, version FROM sku WHERE id IN (:ids)")
                    .param("ids", ids.stream().map(SkuId::value).toList())
                    .query(row -> {
                        versions.put(SkuId.of(row.getLong(1)), row.getLong(2));
                    });
        }
        return versions;
    }

    List<Sku> byIds(Collection<SkuId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + "WHERE s.id IN (:ids)")
                .param("ids", ids.stream().map(SkuId::value).toList())
                .query((row, n) -> sku(row))
                .list();
    }

    List<Sku> byCodes(Collection<String> codes) {
        if (codes.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(SELECT + "WHERE s.code IN (:codes)")
                .param("codes", codes)
                .query((row, n) -> sku(row))
                .list();
    }

    Optional<SkuId> ownerOf(String barcode) {
        return jdbc.sql("SELECT sku_id FROM sku_barcode WHERE barcode = ?")
                .param(barcode)
                .query(Long.class)
                .optional()
                .map(SkuId::of);
    }

    /** The code of the SKU that owns each of these barcodes; barcodes that nobody owns are missing. */
    Map<String, String> ownerCodes(Collection<String> barcodes) {
        Map<String, String> owners = new HashMap<>();
        if (!barcodes.isEmpty()) {
            jdbc.sql(
                            "SELECT b.barcode, s.code FROM sku_barcode b JOIN sku s ON s.id = b.sku_id WHERE b.barcode IN (:b)")
                    .param("b", barcodes)
                    .query(row -> {
                        owners.put(row.getString(1), row.getString(2));
                    });
        }
        return owners;
    }

    /** One page by code, after {@code search.after()}. */
    List<Sku> page(SkuSearch search) {
        StringBuilder sql = new StringBuilder(SELECT).append("WHERE s.id > 2");
        Map<String, Object> values = new HashMap<>();
        search.conditions(values).forEach(condition -> sql.append(" AND ").append(condition));
        sql.append(" ORDER BY s.code LIMIT ").append(search.limit() + 1);
        return jdbc.sql(sql.toString())
                .params(values)
                .query((row, n) -> sku(row))
                .list();
    }

    List<String> categories(int limit) {
        return jdbc.sql("SELECT DISTINCT category FROM sku WHERE active AND id > 2 ORDER BY category LIMIT ?")
                .param(limit)
                .query(String.class)
                .list();
    }

    void insert(List<Sku> skus) {
        if (skus.isEmpty()) {
            return;
        }
        List<Object[]> rows = skus.stream().map(this::values).toList();
        try {
            batches.batchUpdate("""
                    INSERT INTO sku (code, kind, name, category, unit, list_price_minor, member_price_minor,
                                     duration_minutes, card_terms, recharge_package_id, active, version, changed_at, scale_code, scale_grams, id)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """, rows);
        } catch (DuplicateKeyException e) {
            throw taken(skus);
        }
        insertBarcodes(skus);
    }

    /** A SKU as it was read and as it shall be. */
    record Change(Sku now, Sku next) {}

    /** Writes the next version of each SKU; refuses when somebody else wrote one of them since it was read. */
    void update(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        int[] counts;
        try {
            counts = batches.batchUpdate(
                    """
                    UPDATE sku SET code = ?, kind = ?, name = ?, category = ?, unit = ?, list_price_minor = ?,
                        member_price_minor = ?, duration_minutes = ?, card_terms = ?, recharge_package_id = ?,
                        active = ?, version = ?, changed_at = ?, scale_code = ?, scale_grams = ?
                    WHERE id = ? AND version = ?
                    """, changes.stream().map(this::guardedValues).toList());
        } catch (DuplicateKeyException e) {
            throw taken(changes.stream().map(Change::next).toList());
        }
        for (int i = 0; i < counts.length; i++) {
            Sku sku = changes.get(i).next();
            Guard.one(counts[i], () -> stale(sku));
        }
        List<Sku> moved = changes.stream()
                .filter(change -> !change.now().barcodes().equals(change.next().barcodes()))
                .map(Change::next)
                .toList();
        if (!moved.isEmpty()) {
            jdbc.sql("DELETE FROM sku_barcode WHERE sku_id IN (:ids)")
                    .param("ids", moved.stream().map(sku -> sku.id().value()).toList())
                    .update();
            insertBarcodes(moved);
        }
    }

    private Object[] guardedValues(Change change) {
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(values(change.next())));
        values.add(change.now().version());
        return values.toArray();
    }

    private RuntimeException stale(Sku sku) {
        long version = versions(List.of(sku.id())).getOrDefault(sku.id(), 0L);
        return SkuProblem.SKU_CHANGED_MEANWHILE.with("code", sku.code(), "version", version);
    }

    private void insertBarcodes(List<Sku> skus) {
        List<Object[]> rows = new ArrayList<>();
        for (Sku sku : skus) {
            for (int i = 0; i < sku.barcodes().size(); i++) {
                rows.add(new Object[] {sku.barcodes().get(i), sku.id().value(), i});
            }
        }
        try {
            batches.batchUpdate("INSERT INTO sku_barcode (barcode, sku_id, position) VALUES (?, ?, ?)", rows);
        } catch (DuplicateKeyException e) {
            Map.Entry<String, String> taken =
                    ownerCodes(rows.stream().map(row -> (String) row[0]).toList()).entrySet().stream()
                            .filter(entry ->
                                    skus.stream().noneMatch(sku -> sku.code().equals(entry.getValue())))
                            .findFirst()
                            .orElse(Map.entry("?", "?"));
            throw SkuProblem.SKU_BARCODE_TAKEN.with("barcode", taken.getKey(), "owner", taken.getValue());
        }
    }

    private RuntimeException taken(List<Sku> skus) {
        for (Sku sku : skus) {
            ScaleItem scale = sku.scale();
            SkuId owner = scale == null ? null : ownerOfScaleCode(scale.code()).orElse(null);
            if (scale != null && owner != null && !owner.equals(sku.id())) {
                return SkuProblem.SCALE_CODE_TAKEN.with("scaleCode", scale.code());
            }
        }
        List<String> codes = skus.stream().map(Sku::code).toList();
        String code = codes.size() == 1
                ? codes.getFirst()
                : byCodes(codes).stream().map(Sku::code).findFirst().orElse("?");
        return SkuProblem.SKU_CODE_TAKEN.with("code", code);
    }

    private @Nullable Object[] values(Sku sku) {
        return new @Nullable Object[] {
            sku.code(),
            sku.kind().name(),
            sku.name(),
            sku.category(),
            sku.unit(),
            sku.listPriceMinor(),
            sku.memberPriceMinor(),
            sku.durationMinutes(),
            sku.cardTerms() == null ? null : json.writeValueAsString(sku.cardTerms()),
            sku.rechargePackageId(),
            sku.active(),
            sku.version(),
            Timestamp.from(clock.instant()),
            sku.scale() == null ? null : sku.scale().code(),
            sku.scale() == null ? null : sku.scale().perGrams(),
            sku.id().value()
        };
    }

    private static @Nullable ScaleItem scale(ResultSet row) throws SQLException {
        Long code = row.getObject("scale_code", Long.class);
        return code == null ? null : new ScaleItem(code, row.getInt("scale_grams"));
    }

    /** The product that a scale knows by this number. */
    Optional<SkuId> ownerOfScaleCode(long code) {
        return jdbc.sql("SELECT id FROM sku WHERE scale_code = ?")
                .param(code)
                .query(Long.class)
                .optional()
                .map(SkuId::of);
    }

    private Sku sku(ResultSet row) throws SQLException {
        String barcodes = row.getString("barcodes");
        String terms = row.getString("card_terms");
        return new Sku(
                SkuId.of(row.getLong("id")),
                row.getString("code"),
                barcodes == null ? List.of() : List.of(barcodes.split(",")),
                SkuKind.valueOf(row.getString("kind")),
                row.getString("name"),
                row.getString("category"),
                row.getString("unit"),
                row.getLong("list_price_minor"),
                row.getObject("member_price_minor", Long.class),
                row.getObject("duration_minutes", Integer.class),
                terms == null ? null : json.readValue(terms, CardTerms.class),
                row.getString("recharge_package_id"),
                row.getBoolean("active"),
                row.getLong("version"),
                scale(row),
                null);
    }
}
