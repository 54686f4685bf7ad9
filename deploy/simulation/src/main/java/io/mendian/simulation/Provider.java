package io.mendian.simulation;

import io.mendian.order.payment.client.SimulatedWeChatPay.Back;
import io.mendian.order.payment.client.SimulatedWeChatPay.Bank;
import io.mendian.order.payment.client.SimulatedWeChatPay.Lost;
import io.mendian.order.payment.client.SimulatedWeChatPay.Paid;
import io.mendian.order.payment.client.SimulatedWeChatPay.Refusal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The payment provider with what it is known for: answers that are lost before and after the effect, notifications that come
 * late, twice, with another amount or before the answer, money that comes after a payment was closed, refunds that take
 * long, end ABNORMAL, or are told of before they were answered.
 */
final class Provider implements Bank {

    private final World world;
    private final ProviderNews news;
    private final Map<String, Payment> payments = new TreeMap<>();
    private final Map<String, Refund> refunds = new TreeMap<>();

    static final class Payment {
        final String number;
        final long amountMinor;
        final Instant until;
        String state = "NOTPAY";

        @Nullable
        String transaction;

        Payment(String number, long amountMinor, Instant until) {
            this.number = number;
            this.amountMinor = amountMinor;
            this.until = until;
        }

        boolean isPaid() {
            return transaction != null && !state.equals("REVOKED");
        }
    }

    static final class Refund {
        final String payment;
        final String number;
        final long amountMinor;
        String status = "PROCESSING";

        Refund(String payment, String number, long amountMinor) {
            this.payment = payment;
            this.number = number;
            this.amountMinor = amountMinor;
        }
    }

    Provider(World world) {
        this.world = world;
        this.news = new ProviderNews(world);
    }

    void clear() {
        payments.clear();
        refunds.clear();
    }

    Map<String, Payment> payments() {
        return payments;
    }

    Map<String, Refund> refunds() {
        return refunds;
    }

    long refundedMinor(String payment) {
        return refunds.values().stream()
                .filter(refund -> refund.payment.equals(payment) && !refund.status.equals("CLOSED"))
                .mapToLong(refund -> refund.amountMinor)
                .sum();
    }

    private void arrives(String what) {
        Fiber fiber = Fiber.current();
        if (fiber != null) {
            world.point(fiber, "provider: " + what);
        }
        if (world.chaos().providerFails()) {
            throw new Lost();
        }
    }

    private <T> T answers(T answer) {
        Fiber fiber = Fiber.current();
        if (fiber != null) {
            world.point(fiber, "provider answers");
        }
        if (world.chaos().providerFails()) {
            throw new Lost();
        }
        return answer;
    }

    boolean dice(int of) {
        return !world.scheduler().isCalm() && world.scheduler().random().nextInt(of) == 0;
    }

    Instant now() {
        return Instant.EPOCH
                .plusNanos(0)
                .plus(Duration.ofNanos(world.scheduler().nowMicros() * 1_000));
    }

    @Override
    public String prepay(String number, long amountMinor, Instant until) {
        arrives("prepay " + number);
        Payment payment = payments.computeIfAbsent(number, key -> new Payment(number, amountMinor, until));
        refuseUnlessOpen(payment, amountMinor);
        return answers("prepay-" + number);
    }

    private static void refuseUnlessOpen(Payment payment, long amountMinor) {
        if (payment.amountMinor != amountMinor) {
            throw new Refusal("INVALID_REQUEST");
        }
        if (payment.isPaid()) {
            throw new Refusal("ORDERPAID");
        }
        if (payment.state.equals("CLOSED") || payment.state.equals("REVOKED")) {
            throw new Refusal("ORDER_CLOSED");
        }
    }

    @Override
    public Paid charge(String number, long amountMinor, Instant until) {
        arrives("charge " + number);
        Payment payment = payments.computeIfAbsent(number, key -> new Payment(number, amountMinor, until));
        refuseUnlessOpen(payment, amountMinor);
        if (dice(4)) {
            payments.remove(number);
            throw new Refusal("AUTH_CODE_INVALID");
        }
        if (dice(3)) {
            payment.state = "USERPAYING";
            news.pays(number, Duration.ofSeconds(2 + world.scheduler().random().nextInt(40)));
        } else {
            news.succeeds(payment);
        }
        return answers(told(payment));
    }

    static Paid told(Payment payment) {
        return new Paid(payment.number, payment.state, payment.transaction, payment.amountMinor);
    }

    /** The payer pays after so long, when that is still possible. */
    void pays(String number, Duration after) {
        news.pays(number, after);
    }

    @Override
    public void reverse(String number) {
        arrives("reverse " + number);
        Payment payment = payments.get(number);
        if (payment != null) {
            payment.state = "REVOKED";
        }
        Boolean ignored = answers(true);
    }

    @Override
    public Optional<Paid> query(String number) {
        arrives("query " + number);
        return answers(Optional.ofNullable(payments.get(number)).map(Provider::told));
    }

    @Override
    public boolean close(String number) {
        arrives("close " + number);
        Payment payment = payments.get(number);
        if (payment == null) {
            throw new Refusal("ORDER_NOT_EXIST");
        }
        if (payment.isPaid()) {
            if (world.mutant() == Mutant.CLOSED_IS_BELIEVED) {
                return answers(true);
            }
            throw new Refusal("ORDERPAID");
        }
        payment.state = "CLOSED";
        if (world.chaos().isHasty() && dice(4)) {
            news.succeeds(payment); // his money was on its way
        }
        return answers(true);
    }

    @Override
    public Back refund(String number, String refundNumber, long amountMinor) {
        arrives("refund " + refundNumber);
        Payment payment = payments.get(number);
        Refund refund = refunds.get(refundNumber);
        if (refund == null) {
            if (payment == null || !payment.isPaid() || refundedMinor(number) + amountMinor > payment.amountMinor) {
                throw new Refusal("NOT_ENOUGH");
            }
            refund = new Refund(number, refundNumber, amountMinor);
            refunds.put(refundNumber, refund);
            news.goesOn(refund);
        } else if (refund.amountMinor != amountMinor) {
            throw new Refusal("INVALID_REQUEST");
        }
        return answers(told(refund));
    }

    private static Back told(Refund refund) {
        return new Back(refund.number, "P" + refund.number, refund.status, refund.amountMinor);
    }

    @Override
    public Optional<Back> queryRefund(String number) {
        arrives("query refund " + number);
        return answers(Optional.ofNullable(refunds.get(number)).map(Provider::told));
    }

    List<Payment> paid() {
        List<Payment> paid = new ArrayList<>();
        payments.values().stream().filter(Payment::isPaid).forEach(paid::add);
        return paid;
    }
}
