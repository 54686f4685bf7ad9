package io.mendian.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.EventType;
import io.mendian.order.ordering.FulfilmentStatus;
import io.mendian.order.ordering.Handing;
import io.mendian.order.ordering.OrderMoves;
import io.mendian.order.ordering.OrderStatus;
import io.mendian.order.payment.PaymentStatus;
import io.mendian.order.refund.RefundStatus;
import io.mendian.order.shift.ShiftStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The transition tables, every pair of them, drawn into the README; {@code -Dcontract.update} redraws. */
class StateDiagramsTest {

    private static final Path README = Path.of("README.md");

    @Test
    void everyEdgeOfAnOrderIsToldByOneEvent() {
        for (OrderStatus from : OrderStatus.values()) {
            from.next().forEach((to, event) -> {
                assertThat(event.isAnnotationPresent(EventType.class))
                        .as(from + " to " + to)
                        .isTrue();
            });
        }
        assertThat(OrderStatus.CANCELLED.next()).isEmpty();
        assertThat(OrderStatus.REFUNDED.next()).isEmpty();
        assertThat(OrderStatus.PAID.next()).doesNotContainKey(OrderStatus.CANCELLED);
        assertThat(OrderStatus.CANCELLED.isReturnable()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(OrderStatus.class)
    void anOrderGoesNoOtherWay(OrderStatus from) {
        for (OrderStatus to : OrderStatus.values()) {
            boolean legal = from.next().containsKey(to);
            // a status may only be left towards the end: never back to placing, and out of an end nowhere
            assertThat(legal && to == OrderStatus.PLACING).isFalse();
            assertThat(legal && from == OrderStatus.REFUNDED).isFalse();
            assertThat(legal && from == OrderStatus.CANCELLED).isFalse();
            assertThat(OrderMoves.isRefused(from, to)).as(from + " to " + to).isEqualTo(!legal);
        }
    }

    @Test
    void theReadmeShowsTheLifeOfAnOrder() throws IOException {
        Set<String> edges = new TreeSet<>();
        for (OrderStatus from : OrderStatus.values()) {
            from.next()
                    .forEach((to, event) -> edges.add("    " + from + " --> " + to + ": "
                            + event.getAnnotation(EventType.class).type()));
        }
        compare("order", edges);
    }

    @ParameterizedTest
    @EnumSource(FulfilmentStatus.class)
    void goodsComeToTheCustomerInLegalStepsOnly(FulfilmentStatus from) {
        for (FulfilmentStatus to : FulfilmentStatus.values()) {
            boolean legal = from.next().containsKey(to);
            assertThat(legal && to == FulfilmentStatus.WAITING).isFalse();
            assertThat(legal && (from == FulfilmentStatus.DONE || from == FulfilmentStatus.ENDED))
                    .isFalse();
            assertThat(OrderMoves.isRefused(from, to)).as(from + " to " + to).isEqualTo(!legal);
        }
        for (Handing handing : Handing.values()) {
            assertThat(FulfilmentStatus.WAITING.next()).containsKey(OrderMoves.whenPaid(handing));
        }
    }

    @Test
    void theReadmeShowsHowGoodsComeToTheCustomer() throws IOException {
        Set<String> edges = new TreeSet<>();
        for (FulfilmentStatus from : FulfilmentStatus.values()) {
            from.next()
                    .forEach((to, event) -> edges.add("    " + from + " --> " + to + ": "
                            + event.getAnnotation(EventType.class).type()));
        }
        compare("fulfilment", edges);
    }

    @Test
    void theReadmeShowsTheLifeOfAPayment() throws IOException {
        Set<String> edges = new TreeSet<>();
        for (PaymentStatus from : PaymentStatus.values()) {
            from.next().forEach(to -> edges.add("    " + from + " --> " + to));
        }
        compare("payment", edges);
    }

    @Test
    void theReadmeShowsTheLifeOfARefund() throws IOException {
        Set<String> edges = new TreeSet<>();
        for (RefundStatus from : RefundStatus.values()) {
            from.next().forEach(to -> edges.add("    " + from + " --> " + to));
        }
        compare("refund", edges);
    }

    @Test
    void theReadmeShowsTheLifeOfAShift() throws IOException {
        Set<String> edges = new TreeSet<>();
        for (ShiftStatus from : ShiftStatus.values()) {
            from.next().forEach(to -> edges.add("    " + from + " --> " + to));
        }
        compare("shift", edges);
    }

    private static void compare(String name, Set<String> edges) throws IOException {
        String begin = "<!-- states of " + name + ", drawn by StateDiagramsTest -->\n";
        String end = "<!-- end -->";
        String drawn = "```mermaid\nstateDiagram-v2\n" + String.join("\n", edges) + "\n```\n";
        String text = Files.readString(README);
        int from = text.indexOf(begin) + begin.length();
        int to = text.indexOf(end, from);
        assertThat(from).as("the README has a place for the states of " + name).isGreaterThan(begin.length());
        if (System.getProperty("contract.update") != null) {
            Files.writeString(README, text.substring(0, from) + drawn + text.substring(to));
            return;
        }
        assertThat(text.substring(from, to)).isEqualTo(drawn);
    }
}
