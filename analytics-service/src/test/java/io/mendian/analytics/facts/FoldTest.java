package io.mendian.analytics.facts;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.analytics.Trading;
import io.mendian.contracts.DomainEvent;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.runtime.books.BookQueries;
import io.mendian.runtime.books.BookResult;
import io.mendian.runtime.event.EventDispatcher;
import io.mendian.runtime.event.IncomingEvent;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.Race;
import io.mendian.testkit.Seeds;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever comes, in whatever order, batches and repetitions: the sums are the fold of the facts. */
@MendianTest
class FoldTest {

    @Autowired
    Deliveries deliveries;

    @Autowired
    EventDispatcher dispatcher;

    @Autowired
    BookQueries books;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    private final Trading trading = new Trading();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20261122})
    void sumsAreTheFoldOfTheFacts(long seed) {
        Random random = new Random(Seeds.of(seed));
        long expected = 0;
        List<DomainEvent> events = new ArrayList<>();
        List<MemberKey> members = Stream.generate(Trading::member).limit(5).toList();
        List<SkuId> skus =
                Stream.generate(() -> SkuId.of(Trading.id())).limit(4).toList();
        for (int i = 0; i < 120; i++) {
            LocalDate date = LocalDate.of(2025, 12, 20).plusDays(random.nextInt(40));
            MemberKey member = random.nextInt(4) == 0 ? null : members.get(random.nextInt(5));
            long amount = random.nextInt(5) == 0 ? 0 : random.nextInt(10_000);
            Trading.Sale sale = trading.sale(member, date.toString());
            sale.line(skus.get(random.nextInt(4)), 1 + random.nextInt(5), amount + random.nextInt(100), amount);
            if (random.nextInt(6) == 0) {
                sale.recharge(random.nextInt(1000), random.nextInt(100));
            }
            events.add(sale.paid());
            expected += amount;
            if (random.nextInt(3) == 0) {
                boolean full = random.nextBoolean();
                long back = full ? amount : amount / 2;
                events.add(sale.refund(date.plusDays(random.nextInt(20)).toString(), full ? 1 : 0, back, full));
                expected -= back;
            }
        }
        deliver(events, random);
        assertThat(jdbc.queryForObject(
                        "SELECT SUM(sales_minor - refunds_minor) FROM agg_sales WHERE store_id = ?",
                        Long.class,
                        trading.store.value()))
                .as("seed %d", seed)
                .isEqualTo(expected);
        assertFolded("seed " + seed);
    }

    private void deliver(List<DomainEvent> events, Random random) {
        List<IncomingEvent> incoming =
                new ArrayList<>(events.stream().map(deliveries::incoming).toList());
        incoming.addAll(List.copyOf(incoming.subList(0, 40)));
        Collections.shuffle(incoming, random);
        while (!incoming.isEmpty()) {
            int size = Math.min(incoming.size(), 1 + random.nextInt(50));
            List<IncomingEvent> batch = List.copyOf(incoming.subList(0, size));
            incoming.subList(0, size).clear();
            dispatcher.dispatch(batch);
        }
    }

    @Test
    void twoListenersThatBookIntoTheSameRowsLoseNothing() {
        MemberKey member = Trading.member();
        SkuId sku = SkuId.of(Trading.id());
        Race.run(8, i -> () -> {
            for (int n = 0; n < 5; n++) {
                List<IncomingEvent> batch = new ArrayList<>();
                for (int k = 0; k < 4; k++) {
                    batch.add(deliveries.incoming(trading.sale(member, "2026-02-0" + (1 + k))
                            .line(sku, 1, 10, 10)
                            .paid()));
                }
                dispatcher.dispatch(batch);
            }
            return true;
        });
        assertThat(jdbc.queryForObject(
                        "SELECT orders FROM agg_member WHERE member_key = ?", Long.class, member.value()))
                .isEqualTo(160);
        assertFolded("race");
    }

    @Test
    void aBatchOfOldSalesCostsAHandfulOfStatements() {
        List<IncomingEvent> batch = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            batch.add(deliveries.incoming(trading.sale(Trading.member(), "1997-01-01")
                    .history()
                    .line(SkuId.of(1), 1, 1177, 1177)
                    .by("HISTORY", 1177)
                    .paid()));
        }
        AtomicLong inserts = new AtomicLong();
        transaction.executeWithoutResult(status -> {
            long before = inserts();
            dispatcher.dispatch(batch);
            // after the facts' own: they are written in the order of registration
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    inserts.set(inserts() - before);
                }
            });
        });
        assertThat(inserts.get()).isBetween(5L, 20L);
        assertThat(jdbc.queryForObject(
                        "SELECT SUM(orders) FROM agg_sales WHERE store_id = ?", Long.class, trading.store.value()))
                .isEqualTo(200);
    }

    /** Counted by the server for this connection. */
    private long inserts() {
        return Long.parseLong(jdbc.queryForList("SHOW SESSION STATUS LIKE 'Com_insert'")
                .getFirst()
                .get("Value")
                .toString());
    }

    private void assertFolded(String what) {
        assertThat(books.run().checks())
                .as(what)
                .filteredOn(
                        check -> check.name().startsWith("I21") || check.name().startsWith("A20"))
                .hasSizeGreaterThanOrEqualTo(6)
                .allMatch(BookResult::balanced);
    }
}
