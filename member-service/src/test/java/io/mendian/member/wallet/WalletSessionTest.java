package io.mendian.member.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.contracts.DomainEvent;
import io.mendian.contracts.member.StoredValueChanged;
import io.mendian.contracts.order.OrderPaid;
import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.runtime.event.EventDispatcher;
import io.mendian.runtime.event.IncomingEvent;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.TransactionRetry;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.OutboxProbe;
import io.mendian.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Many postings in one transaction. */
@MendianTest
class WalletSessionTest {

    @Autowired
    WalletLedger ledger;

    @Autowired
    Outbox outbox;

    @Autowired
    Assets assets;

    @Autowired
    Deliveries deliveries;

    @Autowired
    EventDispatcher dispatcher;

    @Autowired
    OutboxProbe events;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @AfterEach
    void theBooksBalance() {
        assets.balance();
    }

    /** One wish on the accounts of a chain of members. */
    private record Wish(int member, int kind, StoredValue amount, String cause) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 20_261_122, 77})
    void togetherTheyDoWhatTheyDoOneByOne(long seed) {
        Random random = new Random(Seeds.of(seed));
        List<MemberKey> alone = List.of(Sale.someone(), Sale.someone(), Sale.someone());
        List<MemberKey> together = List.of(Sale.someone(), Sale.someone(), Sale.someone());
        List<Wish> wishes = IntStream.range(0, 150)
                .mapToObj(i -> new Wish(random.nextInt(3), random.nextInt(4), amount(random), "w" + i))
                .toList();
        for (List<MemberKey> members : List.of(alone, together)) {
            members.forEach(member -> in(session -> session.post(member, new StoredValue(900, 90), "TEST", "start")));
            setAside(members);
        }
        wishes.forEach(wish -> in(session -> judge(session, alone, wish)));
        for (int from = 0; from < wishes.size(); ) {
            List<Wish> batch = wishes.subList(from, Math.min(wishes.size(), from + 1 + random.nextInt(20)));
            in(session -> batch.forEach(wish -> judge(session, together, wish)));
            from += batch.size();
        }
        for (int i = 0; i < 3; i++) {
            assertThat(rows(together.get(i))).isEqualTo(rows(alone.get(i))).hasSizeGreaterThan(20);
            assertThat(told(together.get(i))).isEqualTo(told(alone.get(i)));
        }
        alone.forEach(this::freeTheRest);
        together.forEach(this::freeTheRest);
    }

    /** No hold stands behind what was set aside here; the books would not balance. */
    private void freeTheRest(MemberKey member) {
        StoredValue held = new StoredValue(
                assets.number("SELECT held_principal_minor FROM wallet_account WHERE member_key = ?", member),
                assets.number("SELECT held_bonus_minor FROM wallet_account WHERE member_key = ?", member));
        new TransactionTemplate(transactions).executeWithoutResult(status -> ledger.free(member, held));
    }

    private static StoredValue amount(Random random) {
        return new StoredValue(random.nextInt(300), random.nextInt(40));
    }

    /** A posting that would leave the range is refused; those behind it are judged by what is there. */
    private static void judge(WalletSession session, List<MemberKey> members, Wish wish) {
        MemberKey member = members.get(wish.member);
        try {
            switch (wish.kind) {
                case 0 -> session.post(member, wish.amount, "TEST", wish.cause);
                case 1 -> session.post(member, wish.amount.negated(), "TEST", wish.cause);
                case 2 -> session.spendHeld(member, wish.amount.proportional(10), "TEST", wish.cause);
                default -> {
                    StoredValue ignored = session.takeIfEnough(member, wish.amount.totalMinor(), "TEST", wish.cause);
                }
            }
        } catch (IllegalStateException | IllegalArgumentException | ArithmeticException refused) {
            assertThat(wish.kind).isNotZero();
        }
    }

    @Test
    void batchesThatMeetOnTheSameAccountsLoseNothing() {
        List<MemberKey> members = List.of(Sale.someone(), Sale.someone(), Sale.someone());
        Assets.race(8, runner -> () -> {
            for (int i = 0; i < 5; i++) {
                int round = i;
                in(
                        session -> {
                            for (int m = 0; m < 12; m++) {
                                MemberKey member = members.get(runner % 2 == 0 ? m % 3 : 2 - m % 3);
                                session.post(member, new StoredValue(10, 1), "TEST", runner + "-" + round + "-" + m);
                            }
                        },
                        members);
            }
            return true;
        });
        for (MemberKey member : members) {
            assertThat(assets.number("SELECT principal_minor FROM wallet_account WHERE member_key = ?", member))
                    .isEqualTo(8 * 5 * 4 * 10);
            assertThat(assets.number("SELECT SUM(delta_minor) FROM wallet_entry WHERE member_key = ?", member))
                    .isEqualTo(8 * 5 * 4 * 11);
            assertThat(assets.number(
                            "SELECT MAX(balance_after) FROM wallet_entry WHERE member_key = ? AND kind = 'PRINCIPAL'",
                            member))
                    .isEqualTo(8 * 5 * 4 * 10);
        }
    }

    @Test
    void aCausePostsOnceInABatchAndInTwo() {
        MemberKey member = Sale.someone();
        in(session -> session.post(member, new StoredValue(500, 50), "TEST", "first"));
        assertThatThrownBy(() -> in(session -> {
                    session.post(member, new StoredValue(70, 0), "TEST", "second");
                    session.post(member, new StoredValue(70, 0), "TEST", "second");
                }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThatThrownBy(() -> in(session -> {
                    session.post(member, new StoredValue(30, 3), "TEST", "third");
                    session.post(member, new StoredValue(500, 50), "TEST", "first");
                }))
                .isInstanceOf(DuplicateKeyException.class);
        assertThat(assets.number("SELECT SUM(delta_minor) FROM wallet_entry WHERE member_key = ?", member))
                .isEqualTo(550);
        assertThat(assets.number(
                        "SELECT principal_minor + bonus_minor FROM wallet_account WHERE member_key = ?", member))
                .isEqualTo(550);
        assertThat(told(member)).hasSize(1);
    }

    @Test
    void ordersDeliveredTogetherSpendTheSameBalanceInTheirOrderOnce() {
        MemberKey member = Sale.someone();
        assets.recharge(member, 10_000, 1_000);
        List<IncomingEvent> delivered = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            OrderPaid paid = i == 2
                    ? assets.saleTo(member).recharge(2_000, 0).paid()
                    : assets.saleTo(member).goods(4_400).storedValue(4_400).paid();
            delivered.add(deliveries.incoming(paid));
        }
        dispatcher.dispatch(delivered);
        dispatcher.dispatch(delivered);
        assertThat(jdbc.queryForList(
                        "SELECT balance_after FROM wallet_entry WHERE member_key = ? AND kind = 'PRINCIPAL' ORDER BY id",
                        Long.class,
                        member.value()))
                .containsExactly(10_000L, 6_000L, 2_000L, 4_000L);
        assertThat(assets.number(
                        "SELECT principal_minor + bonus_minor FROM wallet_account WHERE member_key = ?", member))
                .isEqualTo(4_200);
    }

    private void in(Consumer<WalletSession> work) {
        in(work, List.of());
    }

    /** Repeated when the database asks for it, as every use case is. */
    private void in(Consumer<WalletSession> work, List<MemberKey> locked) {
        boolean ignored = TransactionRetry.repeat(() -> {
            new TransactionTemplate(transactions).executeWithoutResult(status -> {
                WalletSession session = ledger.open(locked);
                work.accept(session);
                List<DomainEvent> told = session.save();
                outbox.addAll(told);
            });
            return true;
        });
    }

    private void setAside(List<MemberKey> members) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(
                        status -> members.forEach(member -> ledger.setAside(member, new StoredValue(100, 20))));
    }

    private List<String> rows(MemberKey member) {
        List<String> rows = new ArrayList<>(jdbc.queryForList(
                "SELECT CONCAT(kind, ' ', delta_minor, ' ', balance_after, ' ', cause_id) FROM wallet_entry"
                        + " WHERE member_key = ? ORDER BY id",
                String.class,
                member.value()));
        rows.addAll(jdbc.queryForList(
                "SELECT CONCAT(principal_minor, ' ', bonus_minor, ' ', held_principal_minor, ' ', held_bonus_minor)"
                        + " FROM wallet_account WHERE member_key = ?",
                String.class,
                member.value()));
        return rows;
    }

    private List<String> told(MemberKey member) {
        return events.events(StoredValueChanged.class, member.text()).stream()
                .map(event -> event.reference() + " " + event.principalDeltaMinor() + " " + event.bonusDeltaMinor())
                .toList();
    }
}
