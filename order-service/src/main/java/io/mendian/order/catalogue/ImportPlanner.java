package io.mendian.order.catalogue;

import io.mendian.kernel.SkuId;
import io.mendian.order.catalogue.ImportPlan.Planned;
import io.mendian.order.catalogue.ImportReport.RowFault;
import io.mendian.order.catalogue.SkuFault.Field;
import io.mendian.order.store.Store;
import io.mendian.order.store.Stores;
import io.mendian.runtime.persistence.Ids;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Turns a table into a plan: every row checked by the rules of the catalogue, against the file and the database. */
@Component
class ImportPlanner {

    private static final int MOST_STORES = 10_000;
    private static final int CHUNK = 1000;

    private final Skus skus;
    private final Stores stores;
    private final int priceDigits;

    ImportPlanner(Skus skus, Stores stores, @Value("${mendian.currency}") String currency) {
        this.skus = skus;
        this.stores = stores;
        this.priceDigits = Math.max(Currency.getInstance(currency).getDefaultFractionDigits(), 0);
    }

    ImportPlan plan(Sheet sheet) {
        Columns columns = Columns.of(sheet.rows().getFirst());
        List<SheetRow> rows = sheet.rows().subList(1, sheet.rows().size());
        ImportKnown known = known(columns, rows);
        List<Planned> good = new ArrayList<>();
        List<RowFault> faults = new ArrayList<>();
        // services first, so that a card can name a good one of the same file wherever it stands
        for (boolean services : new boolean[] {true, false}) {
            for (SheetRow row : rows) {
                RowReader reader = new RowReader(columns, row, priceDigits);
                if ((reader.kind() == SkuKind.SERVICE) == services) {
                    plan(columns, row, known, good, faults);
                }
            }
        }
        return new ImportPlan(good, faults, columns.ignored());
    }

    private void plan(Columns columns, SheetRow row, ImportKnown known, List<Planned> good, List<RowFault> faults) {
        RowReader reader = new RowReader(columns, row, priceDigits);
        Sku now = known.byCode().get(reader.text(Field.CODE));
        SkuContent content = RowContent.read(columns, reader, now, known);
        repeats(row, reader, known);
        if (content == null || !reader.faults().isEmpty()) {
            reader.faults().forEach(fault -> faults.add(rowFault(columns, row, fault)));
            return;
        }
        Planned planned = new Planned(row.number(), SkuId.of(Ids.next()), now, content);
        good.add(planned);
        if (content.kind() == SkuKind.SERVICE) {
            known.services().putIfAbsent(content.code(), planned.newId());
        }
    }

    private ImportKnown known(Columns columns, List<SheetRow> rows) {
        Map<String, Integer> codeRows = new HashMap<>();
        Map<String, Integer> barcodeRows = new HashMap<>();
        Set<String> codes = new LinkedHashSet<>();
        for (SheetRow row : rows) {
            RowReader reader = new RowReader(columns, row, priceDigits);
            codeRows.putIfAbsent(reader.text(Field.CODE), row.number());
            reader.list(Field.BARCODES).forEach(barcode -> barcodeRows.putIfAbsent(barcode, row.number()));
            codes.addAll(reader.list(Field.SERVICES));
        }
        codes.addAll(codeRows.keySet());
        Map<String, Sku> byCode = new HashMap<>();
        Map<String, SkuId> services = new HashMap<>();
        for (List<String> chunk : chunks(codes)) {
            for (Sku sku : skus.byCodes(chunk)) {
                byCode.put(sku.code(), sku);
                if (sku.kind() == SkuKind.SERVICE) {
                    services.put(sku.code(), sku.id());
                }
            }
        }
        Map<String, String> owners = new HashMap<>();
        chunks(barcodeRows.keySet()).forEach(chunk -> owners.putAll(skus.ownerCodes(chunk)));
        return new ImportKnown(
                byCode,
                services,
                columns.has(Field.STORES)
                        ? stores.all(MOST_STORES).stream()
                                .collect(Collectors.toMap(Store::code, Store::id, (a, b) -> a))
                        : Map.of(),
                owners,
                codeRows,
                barcodeRows);
    }

    private static List<List<String>> chunks(Collection<String> all) {
        List<String> values = List.copyOf(all);
        List<List<String>> chunks = new ArrayList<>();
        for (int from = 0; from < values.size(); from += CHUNK) {
            chunks.add(values.subList(from, Math.min(from + CHUNK, values.size())));
        }
        return chunks;
    }

    /** Codes and barcodes that an earlier row of the file, or another product, already has. */
    private static void repeats(SheetRow row, RowReader reader, ImportKnown known) {
        String code = reader.text(Field.CODE);
        first(known.codeRows().get(code), row, reader, Field.CODE, code);
        for (String barcode : reader.list(Field.BARCODES)) {
            first(known.barcodeRows().get(barcode), row, reader, Field.BARCODES, barcode);
            String owner = known.barcodeOwners().get(barcode);
            if (owner != null && !owner.equals(code)) {
                reader.fault(
                        Field.BARCODES,
                        "条码 " + barcode + " 已属于商品 " + owner,
                        "the barcode " + barcode + " already belongs to product " + owner,
                        "核对条码，或先从 " + owner + " 移除",
                        "check it, or take it from " + owner + " first");
            }
        }
    }

    private static void first(@Nullable Integer first, SheetRow row, RowReader reader, Field field, String value) {
        if (first != null && first != row.number() && !value.isEmpty()) {
            reader.fault(
                    field,
                    field.zh() + " " + SkuRules.shortened(value) + " 与第 " + first + " 行重复",
                    field.en() + " " + SkuRules.shortened(value) + " already stands in row " + first,
                    "删除或更正其中一行",
                    "remove or correct one of the two");
        }
    }

    private static RowFault rowFault(Columns columns, SheetRow row, SkuFault fault) {
        return new RowFault(
                row.number(),
                fault.field().label(),
                SkuRules.shortened(columns.cell(row, fault.field()).text()),
                fault.reason(),
                fault.fix());
    }
}
