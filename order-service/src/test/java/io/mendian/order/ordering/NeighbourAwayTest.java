package io.mendian.order.ordering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.kernel.StoreId;
import io.mendian.order.ordering.client.InventoryClient;
import io.mendian.order.ordering.client.MemberClient;
import io.mendian.runtime.problem.ProblemException;
import io.mendian.testkit.MendianTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Neighbours that are away, half away, or do not know us: what is asked again, what never, and what the user is told. */
@MendianTest
class NeighbourAwayTest extends WireCase {

    @Test
    void thatANeighbourDoesNotKnowUsIsNotTheUsersFault() {
        answer = "{\"code\":\"FORBIDDEN\",\"status\":403,\"detail\":\"no right\"}";
        for (int refusal : new int[] {401, 403}) {
            status = refusal;
            assertAway(this::hold);
        }
    }

    @Test
    void whatIsNoProblemOfOursIsNotShownToTheUser() {
        status = 404;
        for (String text : List.of("<html>not here</html>", "", "{\"status\":404,\"error\":\"Not Found\"}")) {
            answer = text;
            assertAway(this::hold);
        }
    }

    @Test
    void aServiceThatFailsAgainAndAgainIsLeftAloneForAWhile() {
        status = 500;
        MemberClient members = client(MemberClient.class, "member-service");
        for (int i = 0; i < 10; i++) {
            assertAway(() -> members.checkoutContext("5"));
        }
        int asked = calls.get();
        assertThat(asked).isEqualTo(10);
        for (int i = 0; i < 5; i++) {
            assertAway(() -> members.checkoutContext("5"));
        }
        // the breaker may have let some through to see, had this taken seconds; it never lets all through
        assertThat(calls.get() - asked).isLessThan(5);
    }

    @Test
    void aRefusedConnectionIsTriedAtAnotherInstanceWhateverTheMethod() throws IOException {
        answer = "{\"holdId\":\"1\"}";
        InventoryClient stock = client(InventoryClient.class, "inventory-service", closedPort(), port());
        for (int i = 1; i <= 4; i++) {
            hold(stock);
            assertThat(calls).hasValue(i);
        }
    }

    @Test
    void whereNobodyTakesItTheUserIsTold() throws IOException {
        InventoryClient stock = client(InventoryClient.class, "inventory-service", closedPort());
        assertThatThrownBy(() -> hold(stock)).isInstanceOf(Exception.class);
        assertThat(calls).hasValue(0);
    }

    @Test
    void whatWasSentIsNeverSentAgain() {
        hangsUp = true;
        InventoryClient stock = client(InventoryClient.class, "inventory-service", port(), port());
        assertThatThrownBy(() -> hold(stock)).isInstanceOf(Exception.class);
        assertThat(calls).hasValue(1);
    }

    private void hold() {
        hold(client(InventoryClient.class, "inventory-service"));
    }

    private static void hold(InventoryClient stock) {
        stock.hold(new InventoryClient.StockHoldRequest("1", StoreId.of(1), Instant.EPOCH, List.of()));
    }

    private static void assertAway(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().name()).isEqualTo("DEPENDENCY_UNAVAILABLE");
            assertThat(e.problem().status()).isEqualTo(503);
        });
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
