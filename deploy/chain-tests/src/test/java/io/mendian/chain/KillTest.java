package io.mendian.chain;

import io.mendian.supervisor.CommandFailure;
import io.mendian.supervisor.Part;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Parts are killed as by a power cut, at any moment and at the named points of every long process, while customers buy and
 * repeat what was not answered: nothing is lost, nothing is done twice, everything ends, and the books balance.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KillTest {

    private static final int AT_ONCE = 12;
    private final ChainUnderTest chain = ChainUnderTest.running();
    private final Customers customers = new Customers(Shop.open(), 12);
    private int kills;

    /** What is done to reach a crash point of order-service. */
    private record Point(String name, Runnable journey) {}

    @ParameterizedTest
    @EnumSource(names = "SIMULATORS", mode = EnumSource.Mode.EXCLUDE)
    void aPartIsKilledWhileCustomersBuy(Part part) {
        int before = customers.answered();
        for (int i = 0; i < AT_ONCE; i++) {
            customers.begin(customers::memberOrder);
            customers.begin(customers::cashSale);
        }
        Shop.until(() -> customers.answered() > before);
        kill(part);
        customers.begin(customers::memberWhoGoesAway);
        customers.begin(customers::cashSale);
        restarted();
    }

    @Test
    void orderServiceIsKilledAtEveryNamedPoint() {
        chain.kill(Part.ORDER);
        for (Point point : points()) {
            startToDie(point.name);
            for (int i = 0; i < 3; i++) {
                customers.begin(point.journey);
            }
            dies(Part.ORDER, point.name);
        }
        restarted();
    }

    private List<Point> points() {
        List<Point> points = new ArrayList<>();
        for (String step :
                List.of("asked", "priced", "begun", "held-member", "held-coupon", "held-stock", "held", "completed")) {
            points.add(new Point("order.place:" + step, customers::memberOrder));
        }
        points.add(new Point("order.place:begun", customers::memberWhoGoesAway));
        points.add(new Point("order.place:held-stock", customers::memberWhoGoesAway));
        points.add(new Point("order.place:failed", customers::orderOfTooMuch));
        points.add(new Point("payment.wechat:intent", customers::orderPaidByWeChat));
        points.add(new Point("payment.wechat:asked", customers::orderPaidByWeChat));
        points.add(new Point("payment.wechat:closed", customers::orderWhosePaymentChanges));
        points.add(new Point("payment.barcode:intent", customers::saleByBarcode));
        points.add(new Point("payment.barcode:asked", customers::saleByBarcode));
        points.add(new Point("refund:asked", customers::cashSaleThatComesBack));
        points.add(new Point("refund:begun", customers::cashSaleThatComesBack));
        points.add(new Point("refund.wechat:asked", customers::orderPaidByWeChatThatComesBack));
        points.add(new Point("outbox:acknowledged", customers::cashSale));
        return points;
    }

    @Test
    void bookingServiceIsKilledWhileMembersCheckIn() {
        Gym gym = new Gym();
        List<String> steps = List.of("resolved", "card-used");
        List<Gym.Guest> guests = steps.stream().map(step -> gym.expects()).toList();
        chain.kill(Part.BOOKING);
        for (int i = 0; i < steps.size(); i++) {
            Gym.Guest guest = guests.get(i);
            startToDie("check-in:" + steps.get(i));
            customers.begin(() -> gym.letsIn(guest));
            dies(Part.BOOKING, steps.get(i));
        }
        restarted();
    }

    @Test
    void consumersAreKilledBetweenTheirEffectAndItsAcknowledgement() {
        // one after the other: an order comes to its event only while all others run
        for (Part consumer : List.of(Part.MEMBER, Part.MARKETING, Part.INVENTORY, Part.ANALYTICS)) {
            kill(consumer);
            for (int i = 0; i < AT_ONCE; i++) {
                customers.begin(customers::memberOrder);
            }
            startToDie("inbox:committed");
            dies(consumer, "inbox:committed");
            chain.upWith(Map.of());
        }
        restarted();
    }

    /** What does not run is started, and may reach its point before it is known to be healthy. */
    private void startToDie(String point) {
        try {
            chain.upWith(Map.of("CRASH_AT", point));
        } catch (CommandFailure diedAlready) {
            System.out.println("KillTest: " + point + " was reached while starting");
        }
    }

    private void kill(Part part) {
        chain.kill(part);
        kills++;
    }

    private void dies(Part part, String point) {
        Awaitility.await(part + " dies at " + point).atMost(Shop.PATIENCE).until(() -> !chain.runs(part));
        kills++;
    }

    /** Everything runs again: from here on every process has to end, P4 says within 60 s. */
    private void restarted() {
        chain.upWith(Map.of());
        Instant up = Instant.now();
        customers.finish();
        customers.compare();
        System.out.printf(
                "KillTest: %d kills, %d orders answered, all ended %d ms after the restart%n",
                kills, customers.answered(), Duration.between(up, Instant.now()).toMillis());
    }
}
