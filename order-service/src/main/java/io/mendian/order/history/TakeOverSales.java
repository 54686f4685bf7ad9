package io.mendian.order.history;

import io.mendian.kernel.OrderId;
import io.mendian.kernel.StoreId;
import io.mendian.order.history.HistorySales.Stored;
import io.mendian.order.history.Takeover.Outcome;
import io.mendian.order.history.Takeover.Result;
import io.mendian.order.store.Store;
import io.mendian.runtime.persistence.Ids;
import io.mendian.runtime.problem.ProblemBody;
import io.mendian.runtime.problem.ProblemException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Takes over a batch of sales of an old till. Each number of a source counts once for ever: the same sale again is
 * EXISTING, another content under its number is REFUSED, and a bad sale keeps no good one out.
 */
@Component
public class TakeOverSales {

    public static final int MOST = 500;

    private final HistoryRules rules;
    private final SaveHistorySales save;
    private final Currency currency;

    TakeOverSales(HistoryRules rules, SaveHistorySales save, @Value("${mendian.currency}") String currency) {
        this.rules = rules;
        this.save = save;
        this.currency = Currency.getInstance(currency);
    }

    public Takeover takeOver(String source, List<HistorySale> sales) {
        Map<StoreId, Optional<Store>> stores = rules.storesOf(sales);
        @Nullable Result[] results = new @Nullable Result[sales.size()];
        Map<String, HistorySaleRow> rows = new HashMap<>();
        List<HistorySaleRow> repeats = new ArrayList<>();
        for (int i = 0; i < sales.size(); i++) {
            HistorySale sale = sales.get(i);
            try {
                HistorySaleRow row = HistorySaleRow.of(
                        i,
                        OrderId.of(Ids.next()),
                        sale,
                        rules.check(sale, Objects.requireNonNull(stores.get(sale.storeId()))));
                if (rows.putIfAbsent(sale.externalRef(), row) != null) {
                    repeats.add(row);
                }
            } catch (ProblemException e) {
                results[i] = refused(i, sale, e);
            }
        }
        Map<Integer, Stored> stored = rows.isEmpty() ? Map.of() : save.save(source, List.copyOf(rows.values()));
        for (HistorySaleRow row : rows.values()) {
            results[row.index()] = result(row, Objects.requireNonNull(stored.get(row.index())));
        }
        for (HistorySaleRow row : repeats) {
            HistorySaleRow first = Objects.requireNonNull(rows.get(row.sale().externalRef()));
            results[row.index()] = result(row, Objects.requireNonNull(stored.get(first.index())));
        }
        return Takeover.of(Arrays.stream(results).map(Objects::requireNonNull).toList());
    }

    private Result result(HistorySaleRow row, Stored stored) {
        String externalRef = row.sale().externalRef();
        if (stored.id().equals(row.id())) {
            return new Result(row.index(), externalRef, Outcome.CREATED, row.id(), null, null, null);
        }
        if (Arrays.equals(stored.contentHash(), row.contentHash())) {
            return new Result(row.index(), externalRef, Outcome.EXISTING, stored.id(), null, null, null);
        }
        return refused(
                row.index(),
                row.sale(),
                HistoryProblem.HISTORY_CONTENT_DIFFERS.with(
                        "externalRef", externalRef, "orderId", stored.id().text()));
    }

    private Result refused(int index, HistorySale sale, ProblemException e) {
        ProblemBody body = ProblemBody.of(e.problem(), e.facts(), List.of(), LocaleContextHolder.getLocale(), currency);
        return new Result(index, sale.externalRef(), Outcome.REFUSED, null, body.status(), body.code(), body.detail());
    }
}
