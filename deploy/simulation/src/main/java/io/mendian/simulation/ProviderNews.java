package io.mendian.simulation;

import io.mendian.order.payment.ConfirmWeChatPayment;
import io.mendian.order.payment.client.SimulatedWeChatPay.Paid;
import io.mendian.order.payment.client.Trade;
import io.mendian.order.refund.AdvanceRefunds;
import java.time.Duration;

/** What the provider does by itself: payers pay, refunds take their time, and it tells of both, late, twice or wrongly. */
final class ProviderNews {

    private static final int HASTY_MILLIS = 60;

    private final World world;

    ProviderNews(World world) {
        this.world = world;
    }

    /** The payer pays after so long, when that is still possible. */
    void pays(String number, Duration after) {
        Fiber ignored = world.scheduler().start(null, "payer of " + number, () -> {
            world.scheduler().sleep(after);
            Provider.Payment payment = world.provider().payments().get(number);
            boolean late = payment != null
                    && payment.state.equals("CLOSED")
                    && world.provider().dice(8);
            if (payment != null
                    && !payment.isPaid()
                    && !payment.state.equals("REVOKED")
                    && (late
                            || !payment.state.equals("CLOSED")
                                    && world.provider().now().isBefore(payment.until))) {
                succeeds(payment);
            }
        });
    }

    void succeeds(Provider.Payment payment) {
        payment.state = "SUCCESS";
        payment.transaction = "T" + payment.number;
        world.say("PAID at the provider: " + payment.number);
        tell(payment);
        if (world.provider().dice(6)) {
            tell(payment);
        }
        if (world.provider().dice(12)) {
            tellAnotherAmount(payment);
        }
    }

    /** Told again until somebody says that he knows. */
    private void tell(Provider.Payment payment) {
        if (world.mutant() == Mutant.CLOSED_IS_BELIEVED && world.provider().dice(2)) {
            return; // a notification that never comes
        }
        // what it says was so when it was written, whatever has become of the payment on its way
        Paid written = Provider.told(payment);
        Fiber ignored = world.scheduler().start(null, "notification of " + payment.number, () -> {
            for (int attempt = 0; attempt < 60; attempt++) {
                world.scheduler().sleep(pause(attempt));
                if (!world.chaos().isLost() && arrived(written.trade())) {
                    return;
                }
            }
        });
    }

    private Duration pause(int attempt) {
        if (world.scheduler().isCalm()) {
            return Duration.ofSeconds(1);
        }
        if (attempt == 0 && world.chaos().isHasty()) {
            return Duration.ofMillis(1 + world.scheduler().random().nextInt(HASTY_MILLIS));
        }
        return Duration.ofSeconds(1 + world.scheduler().random().nextInt(20 << Math.min(attempt, 5)));
    }

    private void tellAnotherAmount(Provider.Payment payment) {
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

    void goesOn(Provider.Refund refund) {
        Fiber ignored = world.scheduler().start(null, "refund " + refund.number, () -> {
            // how long the provider takes is not for us to promise: once all is well it is quick
            int most = world.scheduler().isCalm() ? 2 : 90;
            world.scheduler()
                    .sleep(Duration.ofSeconds(world.scheduler().random().nextInt(most)));
            if (world.provider().dice(10)) {
                refund.status = "ABNORMAL";
                notified(refund);
                world.scheduler().sleep(Duration.ofMinutes(5));
            }
            refund.status = "SUCCESS";
            notified(refund);
            if (world.provider().dice(4)) {
                notified(refund);
            }
        });
    }

    private void notified(Provider.Refund refund) {
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
}
