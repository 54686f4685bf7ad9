package io.mendian.runtime.hold;

import io.mendian.kernel.OrderId;
import io.mendian.runtime.persistence.TransactionRetry;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends holds past their deadline, but none whose order may still need it: order-service is asked first. An order that is open
 * or paid keeps its hold a while longer, for its news will come; while nobody answers everything stays as it is.
 */
public class OverdueHolds {

    private static final Logger LOG = LoggerFactory.getLogger(OverdueHolds.class);

    private final ObjectProvider<OrderStandings> orders;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final HoldProperties settings;
    private final MeterRegistry meters;
    private final Set<HoldTable> seen = ConcurrentHashMap.newKeySet();
    private final AtomicReference<@Nullable Instant> unanswered = new AtomicReference<>();

    OverdueHolds(
            ObjectProvider<OrderStandings> orders,
            JdbcTemplate jdbc,
            TransactionTemplate transaction,
            Clock clock,
            HoldProperties settings,
            MeterRegistry meters) {
        this.orders = orders;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.settings = settings;
        this.meters = meters;
    }

    /**
     * Looks at no more than {@code limit} orders; {@code letGo} ends what one of them holds, in a transaction of its own, and
     * says whether there was anything left to end. Gives how many were ended or wait on: fewer than the limit means that
     * nothing more can be done now.
     */
    public int expire(HoldTable holds, int limit, LongPredicate letGo) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("nobody is asked inside a transaction");
        }
        seen.add(holds);
        Instant now = clock.instant();
        List<Long> due = jdbc.queryForList(holds.due(), Long.class, Timestamp.from(now), limit);
        int settled = 0;
        for (int from = 0; from < due.size(); from += OrderStandings.MOST) {
            List<Long> some = due.subList(from, Math.min(due.size(), from + OrderStandings.MOST));
            settled += settle(holds, some, now, letGo);
        }
        return settled;
    }

    Set<HoldTable> tables() {
        return seen;
    }

    /** Since when this process asks and nobody answers; empty once somebody has. */
    public Optional<Instant> unansweredSince() {
        return Optional.ofNullable(unanswered.get());
    }

    private int settle(HoldTable holds, List<Long> due, Instant now, LongPredicate letGo) {
        Map<Long, OrderStanding> told = ask(due);
        for (long order : due) {
            OrderStanding standing = told.get(order);
            if (standing == null || !standing.letsGo()) {
                meters.counter("mendian.holds.kept", "kind", holds.kind(), "because", because(standing))
                        .increment();
            }
        }
        List<Long> needed = due.stream()
                .filter(order -> told.containsKey(order) && !told.get(order).letsGo())
                .sorted()
                .toList();
        int settled = postpone(holds, needed, now);
        for (long order : due) {
            OrderStanding standing = told.get(order);
            if (standing != null && standing.letsGo() && ended(holds, order, letGo)) {
                settled++;
            }
        }
        return settled;
    }

    private static String because(@Nullable OrderStanding standing) {
        return standing == null ? "UNANSWERED" : standing.name();
    }

    /** Empty when nobody answers. */
    private Map<Long, OrderStanding> ask(Collection<Long> due) {
        Map<Long, OrderStanding> told = new HashMap<>();
        try {
            OrderStandings.Question question =
                    new OrderStandings.Question(due.stream().map(OrderId::of).toList());
            for (OrderStandings.Standing each :
                    Objects.requireNonNull(orders.getObject().ask(question)).standings()) {
                told.put(each.orderId().value(), Objects.requireNonNull(each.standing()));
            }
            if (unanswered.getAndSet(null) != null) {
                LOG.info("order-service answers again; overdue holds are looked at");
            }
            return told;
        } catch (RuntimeException e) {
            if (unanswered.compareAndSet(null, clock.instant())) {
                LOG.warn("overdue holds stay until order-service says how their orders stand: {}", e.toString());
            }
            return Map.of();
        }
    }

    private int postpone(HoldTable holds, List<Long> orders, Instant now) {
        if (orders.isEmpty()) {
            return 0;
        }
        Object[] values = new Object[orders.size() + 2];
        values[0] = Timestamp.from(now.plus(settings.askAgainAfter()));
        for (int i = 0; i < orders.size(); i++) {
            values[i + 1] = orders.get(i);
        }
        values[orders.size() + 1] = Timestamp.from(now);
        String places = String.join(", ", Collections.nCopies(orders.size(), "?"));
        int ignored = TransactionRetry.repeat(() -> jdbc.update(holds.postpone(places), values));
        return orders.size();
    }

    private boolean ended(HoldTable holds, long order, LongPredicate letGo) {
        try {
            return TransactionRetry.repeat(() -> Boolean.TRUE.equals(transaction.execute(status -> letGo.test(order))));
        } catch (RuntimeException e) {
            LOG.warn("{} of order {} is let go later", holds.kind(), order, e);
            return false;
        }
    }
}
