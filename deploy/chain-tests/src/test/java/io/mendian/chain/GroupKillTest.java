package io.mendian.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.supervisor.CommandFailure;
import io.mendian.supervisor.Part;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** marketing-service and order-service are killed while a group fails and gives its money back: it comes back, and once. */
class GroupKillTest extends CampaignCase {

    @Test
    void aGroupFailsAndRefundsWhileBothServicesAreKilled() {
        long stock = shop.onHand(apples);
        String offer = groupOffer(3);
        List<Member> members = members(2);
        String first = opens(members.get(0), offer);
        String second = joins(members.get(1), offer, first);
        Shop.eventually(() -> figures(offer).path("seatsPaid").asLong(), 2L);
        shop.chain.kill(Part.ORDER);
        shop.chain.kill(Part.MARKETING);
        timeIsOver(first);
        // the failure is told and not known to be: it is told again; the provider is asked and its answer lost
        startToDie("outbox:acknowledged,refund.wechat:asked");
        dies(Part.MARKETING);
        startToDie("refund.wechat:asked");
        dies(Part.ORDER);
        shop.chain.upWith(Map.of());
        cameBackOnce(members.get(0), first);
        cameBackOnce(members.get(1), second);
        Shop.eventually(() -> figures(offer).path("backMinor").asLong(), 2 * GROUP_PRICE);
        Shop.eventually(() -> shop.onHand(apples), stock);
        assertThat(figures(offer).path("groupsFailed").asLong()).isEqualTo(1);
        shop.settles();
    }

    /** What does not run is started, and may reach its point before it is known to be healthy. */
    private void startToDie(String points) {
        try {
            shop.chain.upWith(Map.of("CRASH_AT", points));
        } catch (CommandFailure diedAlready) {
            System.out.println("GroupKillTest: " + points + " was reached while starting");
        }
    }

    private void dies(Part part) {
        Awaitility.await(part + " dies").atMost(Shop.PATIENCE).until(() -> !shop.chain.runs(part));
    }
}
