package io.mendian.order.catalogue;

import io.mendian.contracts.order.CardTerms;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.order.catalogue.SkuFault.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds the content of one imported row. A column that the file lacks keeps what the product has; an empty cell clears it. */
final class RowContent {

    private static final String NO_CATEGORY = "未分类";

    private final Columns columns;
    private final RowReader reader;
    private final @Nullable Sku now;
    private final ImportKnown known;

    private RowContent(Columns columns, RowReader reader, @Nullable Sku now, ImportKnown known) {
        this.columns = columns;
        this.reader = reader;
        this.now = now;
        this.known = known;
    }

    /** Null when kind or price are missing; whatever else is wrong is among the reader's faults. */
    static @Nullable SkuContent read(Columns columns, RowReader reader, @Nullable Sku now, ImportKnown known) {
        SkuContent content = new RowContent(columns, reader, now, known).content();
        if (content != null) {
            Set<Field> unreadable =
                    reader.faults().stream().map(SkuFault::field).collect(Collectors.toSet());
            SkuRules.faults(content).stream()
                    .filter(fault -> !unreadable.contains(fault.field()))
                    .forEach(reader.faults()::add);
            if (now != null && now.kind() != content.kind()) {
                reader.faults().add(SkuRules.kindChanged(now.kind()));
            }
        }
        return content;
    }

    private @Nullable SkuContent content() {
        SkuKind kind = reader.kind();
        Long price = reader.price(Field.LIST_PRICE);
        if (price == null && reader.faults().stream().noneMatch(fault -> fault.field() == Field.LIST_PRICE)) {
            reader.fault(
                    Field.LIST_PRICE,
                    "零售价为空",
                    "the list price is empty",
                    "填写金额，赠品可填 0",
                    "give an amount; 0 for a gift");
        }
        if (kind == null || price == null) {
            return null;
        }
        return new SkuContent(
                reader.text(Field.CODE),
                keeps(Field.BARCODES) ? Objects.requireNonNull(now).barcodes() : reader.list(Field.BARCODES),
                kind,
                reader.text(Field.NAME),
                text(Field.CATEGORY, now == null ? NO_CATEGORY : now.category(), NO_CATEGORY),
                text(Field.UNIT, now == null ? kind.usualUnit() : now.unit(), kind.usualUnit()),
                price,
                keeps(Field.MEMBER_PRICE)
                        ? Objects.requireNonNull(now).memberPriceMinor()
                        : reader.price(Field.MEMBER_PRICE),
                keeps(Field.DURATION) ? Objects.requireNonNull(now).durationMinutes() : reader.whole(Field.DURATION),
                kind == SkuKind.CARD ? card() : noCard(),
                rechargePackage(),
                reader.yes(Field.ACTIVE, now == null || now.active()),
                now == null ? null : now.scale());
    }

    private boolean keeps(Field field) {
        return now != null && !columns.has(field);
    }

    private String text(Field field, String kept, String usual) {
        if (!columns.has(field)) {
            return kept;
        }
        String text = reader.text(field);
        return text.isEmpty() ? usual : text;
    }

    private @Nullable String rechargePackage() {
        if (keeps(Field.PACKAGE)) {
            return Objects.requireNonNull(now).rechargePackageId();
        }
        String id = reader.text(Field.PACKAGE);
        return id.isEmpty() ? null : id;
    }

    private @Nullable CardTerms noCard() {
        for (Field field : List.of(Field.CARD_KIND, Field.USES, Field.VALID_DAYS, Field.SERVICES, Field.STORES)) {
            if (!reader.text(field).isEmpty()) {
                reader.fault(
                        field,
                        "只有卡才填此列",
                        "only a card has this",
                        "请留空，或将类型改为卡",
                        "leave it empty, or make the kind CARD");
            }
        }
        return null;
    }

    private CardTerms card() {
        CardTerms before = now == null ? null : now.cardTerms();
        if (before != null && before.kind().equals("GIFT")) {
            return before; // a sheet knows no gift cards
        }
        if (before != null && !columns.has(Field.USES) && !columns.has(Field.VALID_DAYS)) {
            return before;
        }
        Integer uses = reader.whole(Field.USES);
        return new CardTerms(
                reader.cardKind(),
                uses == null ? 0 : uses,
                reader.whole(Field.VALID_DAYS),
                before != null && !columns.has(Field.SERVICES) ? before.serviceSkuIds() : services(),
                before != null && !columns.has(Field.STORES) ? before.storeIds() : stores());
    }

    private List<SkuId> services() {
        List<SkuId> services = new ArrayList<>();
        for (String code : reader.list(Field.SERVICES)) {
            SkuId id = known.services().get(code);
            if (id == null) {
                reader.faults().add(CardFaults.noService(code));
            } else {
                services.add(id);
            }
        }
        return services;
    }

    private List<StoreId> stores() {
        List<StoreId> stores = new ArrayList<>();
        for (String code : reader.list(Field.STORES)) {
            StoreId id = known.stores().get(code);
            if (id == null) {
                reader.fault(
                        Field.STORES,
                        "没有编码为“" + SkuRules.shortened(code) + "”的门店",
                        "no store has the code '" + SkuRules.shortened(code) + "'",
                        "填写门店编码；全部门店请留空",
                        "give store codes, or nothing for all stores");
            } else {
                stores.add(id);
            }
        }
        return stores;
    }
}
