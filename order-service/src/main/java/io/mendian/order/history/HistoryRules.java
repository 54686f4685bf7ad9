package io.mendian.order.history;

import io.mendian.kernel.StoreId;
import io.mendian.order.store.Store;
import io.mendian.order.store.Stores;
import io.mendian.runtime.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What an old sale must fulfil. Closed stores are allowed: their history is history too. */
@Component
class HistoryRules {

    private static final long MOST_PIECES = 100_000;

    /** 100 million in the currency's main unit. */
    private static final long HIGHEST_MINOR = 10_000_000_000L;

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    private final Stores stores;
    private final String currency;
    private final Clock clock;

    HistoryRules(Stores stores, @Value("${mendian.currency}") String currency, Clock clock) {
        this.stores = stores;
        this.currency = currency;
        this.clock = clock;
    }

    /** The stores that a batch names; may ask member-service, so not inside a transaction. */
    Map<StoreId, Optional<Store>> storesOf(List<HistorySale> sales) {
        Map<StoreId, Optional<Store>> found = new HashMap<>();
        for (HistorySale sale : sales) {
            found.computeIfAbsent(sale.storeId(), this::store);
        }
        return found;
    }

    private Optional<Store> store(StoreId id) {
        Optional<Store> known = stores.find(id);
        if (known.isPresent()) {
            return known;
        }
        try {
            return Optional.of(stores.requireTrading(id));
        } catch (ProblemException e) {
            if (e.problem().status() >= 500) {
                throw e;
            }
            return stores.find(id);
        }
    }

    /** Refuses a sale that cannot be; gives the instant at which it counts (noon of its business day when the till did not know). */
    Instant check(HistorySale sale, Optional<Store> known) {
        Store store = known.orElseThrow(() -> HistoryProblem.HISTORY_STORE_UNKNOWN.with(
                "store", sale.storeId().text()));
        if (!sale.currency().equals(currency)) {
            throw HistoryProblem.HISTORY_CURRENCY_DIFFERS.with("expected", currency, "currency", sale.currency());
        }
        if (sale.memberKey() == null && sale.memberExternalRef() != null) {
            throw HistoryProblem.HISTORY_MEMBER_UNRESOLVED.with("memberExternalRef", sale.memberExternalRef());
        }
        if (sale.pieces() < 1
                || sale.pieces() > MOST_PIECES
                || sale.amountMinor() < 0
                || sale.amountMinor() > HIGHEST_MINOR) {
            throw HistoryProblem.HISTORY_AMOUNT_INVALID.with("highestMinor", HIGHEST_MINOR);
        }
        items(sale);
        return soldAt(sale, store);
    }

    private Instant soldAt(HistorySale sale, Store store) {
        LocalDate date = sale.businessDate();
        Instant soldAt = sale.soldAt() == null
                ? store.day().startOf(date).plus(Duration.ofHours(12))
                : sale.soldAt().truncatedTo(ChronoUnit.MICROS);
        long apart = ChronoUnit.DAYS.between(date, store.day().dateOf(soldAt));
        if (date.isBefore(EARLIEST) || date.isAfter(store.day().dateOf(clock.instant())) || Math.abs(apart) > 1) {
            throw HistoryProblem.HISTORY_DATE_INVALID.with("date", date.toString());
        }
        return soldAt;
    }

    private static void items(HistorySale sale) {
        if (sale.items().isEmpty()) {
            return;
        }
        long pieces = 0;
        long amount = 0;
        for (HistorySale.Item item : sale.items()) {
            boolean sane = item.pieces() >= 1
                    && item.pieces() <= MOST_PIECES
                    && item.amountMinor() >= 0
                    && item.amountMinor() <= HIGHEST_MINOR;
            if (!sane) {
                throw HistoryProblem.HISTORY_AMOUNT_INVALID.with("highestMinor", HIGHEST_MINOR);
            }
            pieces += item.pieces();
            amount += item.amountMinor();
        }
        if (pieces != sale.pieces() || amount != sale.amountMinor()) {
            throw HistoryProblem.HISTORY_ITEMS_DIFFER.with();
        }
    }
}
