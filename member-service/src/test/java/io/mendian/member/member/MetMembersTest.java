package io.mendian.member.member;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.booking.BookingMade;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.kernel.StoreId;
import io.mendian.member.People;
import io.mendian.member.Shops;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.TestCallers;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@MendianTest
class MetMembersTest {

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void whoBooksInAStoreIsKnownToItAndEveryRouteBelowHimOpens() {
        MemberKey member = People.joined(api, Shops.open(api).id(), People.phone());
        StoreId other = Shops.open(api).id();
        Api clerk = api.as(TestCallers.clerk(4, other, Right.MEMBERS_READ, Right.ORDERS_READ));
        String history = "/store/v1/members/" + member + "/orders-history";
        clerk.get(history).expectProblem(404, "NOT_FOUND");

        deliveries.deliverInParallel(booking(member, other), 4);

        clerk.get(history).expect(200);
        clerk.get("/store/v1/members/" + member).expect(200);
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM member_store WHERE member_key = ? AND store_id = ?",
                        Long.class,
                        member.value(),
                        other.value()))
                .isEqualTo(1);
    }

    @Test
    void anUnknownMemberParksNothing() {
        BookingMade stranger = booking(MemberKey.of(5), StoreId.of(6));
        deliveries.deliver(stranger);
        assertThat(jdbc.queryForObject(
                        "SELECT COUNT(*) FROM dead_letter WHERE msg_key = ?", Long.class, stranger.bookingId()))
                .isZero();
    }

    @Test
    void theFileShowsWhatTheMemberHas() {
        Shops.Shop shop = Shops.open(api);
        MemberKey member = People.joined(api, shop.id(), People.phone());
        assertThat(api.as(TestCallers.clerk(4, shop.id(), Right.MEMBERS_READ))
                        .get("/store/v1/members/" + member)
                        .expect(200)
                        .json()
                        .path("sections")
                        .propertyNames())
                .contains("level", "points", "storedValue", "cards", "latestOrders");
    }

    private static BookingMade booking(MemberKey member, StoreId store) {
        Instant start = Instant.parse("2026-12-01T02:00:00Z");
        return new BookingMade(
                UUID.randomUUID().toString(),
                "CLASS",
                store,
                member,
                SkuId.of(3),
                "8",
                null,
                start,
                start.plusSeconds(3600),
                start);
    }
}
