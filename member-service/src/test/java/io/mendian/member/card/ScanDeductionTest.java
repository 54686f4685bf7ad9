package io.mendian.member.card;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.CardTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.member.People;
import io.mendian.member.Shops;
import io.mendian.member.history.Assets;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** 扫码消次: the code on the member's screen is scanned once and takes one use, which his file then shows. */
@MendianTest
class ScanDeductionTest {

    private static final SkuId YOGA = SkuId.of(99_011);

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MovableClock clock;

    private Shops.Shop shop;
    private MemberKey member;

    @BeforeEach
    void aMemberWithTenClasses() {
        shop = Shops.open(api);
        member = People.joined(api, shop.id(), People.phone());
        CardTerms ten = new CardTerms("PUNCH", 10, null, List.of(YOGA), List.of());
        deliveries.deliver(
                assets.saleTo(member).in(shop.id()).card(1, ten, 30_000).paid());
    }

    @AfterEach
    void theBooksBalance() {
        assets.balance();
    }

    @Test
    void ofEightScannersOneReadsTheCodeAndItsDeductionIsInTheFile() {
        Instant before = clock.instant().minusSeconds(1);
        String code = showsCode();
        List<String> scans = java.util.stream.IntStream.range(0, 8)
                .mapToObj(i -> UUID.randomUUID().toString())
                .toList();
        var outcomes = Race.run(8, i -> () -> {
            Api.Answer read = resolve(code, scans.get(i));
            return read.status() == 200 ? use(scans.get(i)).status() : read.status();
        });
        assertThat(outcomes.stream().map(Race.Outcome::value).filter(status -> status != null && status == 200))
                .hasSize(1);
        assertThat(usesLeft()).isEqualTo(9);
        JsonNode shown = file().path("latestCardUses");
        assertThat(shown).hasSize(1);
        JsonNode use = shown.get(0);
        assertThat(List.of(
                        use.path("storeId").asString(),
                        use.path("serviceSkuId").asString(),
                        use.path("usesLeft").asString()))
                .containsExactly(shop.id().text(), YOGA.text(), "9");
        assertThat(Instant.parse(use.path("usedAt").asString())).isBetween(before, clock.instant());
        assertThat(use.path("storeName").asString()).isNotBlank();
    }

    @Test
    void aReplayedScanTakesNothing() {
        String code = showsCode();
        String scan = UUID.randomUUID().toString();
        resolve(code, scan).expect(200);
        use(scan).expect(200);
        // the same scan told again is the same deduction; the code in another hand is used up
        resolve(code, scan).expect(200);
        use(scan).expect(200);
        resolve(code, UUID.randomUUID().toString()).expectProblem(409, "MEMBER_CODE_USED");
        api.as(TestCallers.clerk(9, shop.id(), Right.MEMBERS_READ))
                .post("/store/v1/member-codes/resolve", Map.of("code", code))
                .expectProblem(409, "MEMBER_CODE_USED");
        assertThat(usesLeft()).isEqualTo(9);
    }

    @Test
    void aScreenshotOfAnOlderCodeIsNoScan() {
        String old = showsCode();
        clock.advance(java.time.Duration.ofSeconds(61));
        resolve(old, UUID.randomUUID().toString()).expectProblem(410, "MEMBER_CODE_EXPIRED");
        String fresh = showsCode();
        String scan = UUID.randomUUID().toString();
        resolve(fresh, scan).expect(200);
        use(scan).expect(200);
        api.as(Caller.machine("booking-service"))
                .delete("/internal/v1/cards/use/" + scan)
                .expect(204);
        assertThat(usesLeft()).isEqualTo(10);
        assertThat(file().path("latestCardUses").get(0).path("givenBackAt").asString())
                .isNotBlank();
    }

    private String showsCode() {
        return api.as(TestCallers.member(member))
                .post("/app/v1/member-code", Map.of())
                .expect(201)
                .json()
                .path("code")
                .asString();
    }

    private Api.Answer resolve(String code, String scan) {
        return api.as(Caller.machine("booking-service"))
                .post(
                        "/internal/v1/member-codes/resolve",
                        Map.of("code", code, "storeId", shop.id().text(), "useId", scan));
    }

    private Api.Answer use(String scan) {
        return api.as(Caller.machine("booking-service"))
                .post(
                        "/internal/v1/cards/use",
                        Map.of(
                                "useId", scan,
                                "memberKey", member.text(),
                                "serviceSkuId", YOGA.text(),
                                "storeId", shop.id().text()));
    }

    private long usesLeft() {
        return assets.number("SELECT uses_left FROM card WHERE member_key = ?", member);
    }

    private JsonNode file() {
        return api.as(TestCallers.headquarters())
                .get("/hq/v1/members/" + member)
                .expect(200)
                .json()
                .path("sections");
    }
}
