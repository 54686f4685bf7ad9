package io.mendian.simulation;

import io.mendian.order.payment.ConfirmWeChatPayment;
import io.mendian.order.payment.client.SimulatedWeChatPay.Back;
import io.mendian.order.payment.client.SimulatedWeChatPay.Bank;
import io.mendian.order.payment.client.SimulatedWeChatPay.Lost;
import io.mendian.order.payment.client.SimulatedWeChatPay.Paid;
import io.mendian.order.payment.client.SimulatedWeChatPay.Refusal;
import io.mendian.order.payment.client.Trade;
import io.mendian.order.refund.AdvanceRefunds;
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

    private boolean dice(int of) {
        return !world.scheduler().isCalm() && world.scheduler().random().nextInt(of) == 0;
    }

    private Instant now() {
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
        if (payment.state.equals("CLOSED")) {
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
            pays(number, Duration.ofSeconds(2 + world.scheduler().random().nextInt(40)));
        } else {
            succeed(payment);
        }
        return answers(told(payment));
    }

    /** The payer pays after so long, when that is still possible. */
    void pays(String number, Duration after) {
        Fiber ignored = world.scheduler().start(null, "payer of " + number, () -> {
            world.scheduler().sleep(after);
            Payment payment = payments.get(number);
            boolean late = payment != null && payment.state.equals("CLOSED") && dice(8);
            if (payment != null
                    && !payment.isPaid()
                    && (late || !payment.state.equals("CLOSED") && now().isBefore(payment.until))) {
                succeed(payment);
            }
        });
    }

    private void succeed(Payment payment) {
        payment.state = "SUCCESS";
        payment.transaction = "T" + payment.number;
        world.say("PAID at the provider: " + payment.number);
        tell(payment);
        if (dice(6)) {
            tell(payment);
        }
        if (dice(12)) {
            tellAnotherAmount(payment);
        }
    }

    /** Told again until somebody says that he knows. */
    private void tell(Payment payment) {
        if (world.mutant() == Mutant.CLOSED_IS_BELIEVED && dice(2)) {
            return; // a notification that never comes
        }
        Fiber ignored = world.scheduler().start(null, "notification of " + payment.number, () -> {
            for (int attempt = 0; attempt < 60; attempt++) {
                int seconds = world.scheduler().isCalm()
                        ? 1
                        : 1 + world.scheduler().random().nextInt(20 << Math.min(attempt, 5));
                world.scheduler().sleep(Duration.ofSeconds(seconds));
                if (!world.chaos().isLost() && arrived(told(payment).trade())) {
                    return;
                }
            }
        });
    }

    private void tellAnotherAmount(Payment payment) {
        Fiber ignored = world.scheduler().start(null, "wrong notification of " + payment.number, () -> {
            boolean known = arrived(new Paid(payment.number, "SUCCESS", "T-", payment.amountMinor + 1).trade());
            if (known) {
                throw new IllegalStateException("took a wrong amount");
            }
        });
    }

    private boolean arrived(Trade trade) {
        Node order = world.node("order-service");
        boolean[] known = new boolean[1];
        if (!order.isUp()) {
            return false;
        }
        Fiber handling = world.scheduler().start(order, "order-service notification", () -> {
            ConfirmWeChatPayment.Outcome outcome =
                    order.bean(ConfirmWeChatPayment.class).confirm(trade);
            known[0] = outcome != ConfirmWeChatPayment.Outcome.NOT_OURS;
        });
        world.scheduler().await(handling);
        return known[0] && !world.chaos().isLost();
    }

    private static Paid told(Payment payment) {
        return new Paid(payment.number, payment.state, payment.transaction, payment.amountMinor);
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
            goesOn(refund);
        } else if (refund.amountMinor != amountMinor) {
            throw new Refusal("INVALID_REQUEST");
        }
        return answers(told(refund));
    }

    private void goesOn(Refund refund) {
        Fiber ignored = world.scheduler().start(null, "refund " + refund.number, () -> {
            world.scheduler()
                    .sleep(Duration.ofSeconds(world.scheduler().random().nextInt(90)));
            if (dice(10)) {
                refund.status = "ABNORMAL";
                notified(refund);
                world.scheduler().sleep(Duration.ofMinutes(5));
            }
            refund.status = "SUCCESS";
            notified(refund);
            if (dice(4)) {
                notified(refund);
            }
        });
    }

    private void notified(Refund refund) {
        Node order = world.node("order-service");
        for (int attempt = 0; attempt < 30; attempt++) {
            if (order.isUp() && !world.chaos().isLost()) {
                boolean[] known = new boolean[1];
                Fiber handling = world.scheduler().start(order, "order-service refund notification", () -> {
                    order.bean(AdvanceRefunds.class).told(refund.number);
                    known[0] = true;
                });
                world.scheduler().await(handling);
                if (known[0]) {
                    return;
                }
            }
            world.scheduler().sleep(Duration.ofSeconds(world.scheduler().isCalm() ? 1 : 15));
        }
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
