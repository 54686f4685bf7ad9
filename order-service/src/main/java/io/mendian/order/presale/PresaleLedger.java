package io.mendian.order.presale;

import io.mendian.contracts.order.DepositChanged;
import io.mendian.kernel.OrderId;
import io.mendian.order.ordering.Order;
import io.mendian.order.ordering.OrderStatus;
import io.mendian.order.ordering.PresaleBook;
import io.mendian.order.ordering.PresaleTerms;
import io.mendian.order.ordering.TenderKind;
import io.mendian.order.payment.WeChatPayments;
import io.mendian.order.store.Stores;
import io.mendian.runtime.event.Outbox;
import io.mendian.runtime.persistence.Guard;
import io.mendian.runtime.persistence.Ids;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The deposits: a debt from the moment they came in until the order is paid with them (used), or ended (kept, or given
 * back). Append-only, each kind once per order, in the order's transaction and under its lock, each with its event.
 */
@Component
class PresaleLedger implements PresaleBook {

    private final PresaleOffers offers;
    private final WeChatPayments payments;
    private final Stores stores;
    private final Outbox outbox;
    private final JdbcClient jdbc;
    private final Clock clock;

    PresaleLedger(
            PresaleOffers offers, WeChatPayments payments, Stores stores, Outbox outbox, JdbcClient jdbc, Clock clock) {
        this.offers = offers;
        this.payments = payments;
        this.stores = stores;
        this.outbox = outbox;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void placed(Order order) {
        PresaleTerms terms = order.head().presale();
        if (terms != null) {
            offers.take(Long.parseLong(terms.offerId()), terms.pieces());
            int ignored = jdbc.sql("INSERT INTO presale_order (order_id, offer_id, pieces) VALUES (?, ?, ?)")
                    .params(order.id().value(), Long.parseLong(terms.offerId()), terms.pieces())
                    .update();
        }
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void covered(Order before, Order after) {
        PresaleTerms terms = after.head().presale();
        if (terms == null) {
            return;
        }
        boolean first = !before.isDeposited() && after.isDeposited();
        if (first) {
            add(after, "RECEIVED", terms.depositMinor());
            waitForBalance(after.id(), terms);
        }
        if (after.status() == OrderStatus.PAID) {
            add(after, "USED", -terms.depositMinor());
            payments.earlierStep(after.id());
        }
    }

    /** From here the order lives as long as its balance may be paid. */
    private void waitForBalance(OrderId id, PresaleTerms terms) {
        Guard.one(
                jdbc.sql("UPDATE sales_order SET pay_until = ? WHERE id = ? AND status = 'PENDING_PAYMENT'")
                        .params(Timestamp.from(terms.balanceUntil()), id.value())
                        .update(),
                () -> new ConcurrencyFailureException("order " + id + " changed meanwhile"));
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public void ended(Order cancelled) {
        PresaleTerms terms = cancelled.head().presale();
        if (terms == null) {
            return;
        }
        offers.free(Long.parseLong(terms.offerId()), terms.pieces());
        if (cancelled.isDeposited()) {
            boolean kept = cancelled.state().keptMinor() > 0;
            add(cancelled, kept ? "KEPT" : "GIVEN_BACK", -terms.depositMinor());
            if (!kept) {
                payments.notNeeded(cancelled.id());
            }
        }
    }

    private void add(Order order, String kind, long amountMinor) {
        Instant now = clock.instant();
        LocalDate date = stores.requireWithDayOpen(order.head().store()).businessDateOf(now);
        boolean cash = !order.tenders().isEmpty() && order.tenders().getFirst().kind() == TenderKind.CASH;
        // kept money stays in the drawer
        long cashMinor = cash && !kind.equals("KEPT") ? amountMinor : 0;
        int ignored = jdbc.sql("""
                        INSERT INTO presale_entry (id, order_id, store_id, kind, amount_minor, cash_minor, business_date, booked_at)
                        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .param(Ids.next())
                .param(order.id().value())
                .param(order.head().store().value())
                .param(kind)
                .param(amountMinor)
                .param(cashMinor)
                .param(date)
                .param(Timestamp.from(now))
                .update();
        outbox.add(new DepositChanged(
                order.id(),
                order.head().store(),
                kind,
                amountMinor,
                order.amounts().currency(),
                date,
                now));
    }
}
