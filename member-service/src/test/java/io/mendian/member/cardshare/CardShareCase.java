package io.mendian.member.cardshare;

import io.mendian.contracts.order.CardTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.kernel.SkuId;
import io.mendian.member.People;
import io.mendian.member.Shops;
import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.TestCallers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A card of five uses, its owner, and a relative whose number he knows. */
@MendianTest
abstract class CardShareCase {

    static final SkuId YOGA = SkuId.of(99_301);

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MovableClock clock;

    MemberKey owner;
    MemberKey relative;
    String relativesPhone;
    String card;
    Sale bought;

    @BeforeEach
    void aCardAndAFamily() {
        owner = assets.joined();
        relativesPhone = People.phone();
        relative = People.joined(api, Shops.open(api).id(), relativesPhone);
        card = buy(new CardTerms("PUNCH", 5, null, List.of(YOGA), List.of()));
    }

    @AfterEach
    void theBooksBalance() {
        assets.balance();
    }

    String buy(CardTerms terms) {
        bought = assets.saleTo(owner).card(1, terms, 30_000);
        deliveries.deliver(bought.paid());
        return as(owner)
                .get("/app/v1/me/cards")
                .expect(200)
                .json()
                .get(0)
                .path("cardId")
                .asString();
    }

    Api as(MemberKey member) {
        return api.as(TestCallers.member(member));
    }

    String shares() {
        return "/app/v1/me/cards/" + card + "/shares";
    }

    Api.Answer invite(String phone) {
        return as(owner).post(shares(), Map.of("phone", phone, "relation", "SPOUSE"));
    }

    String invited(String phone) {
        return invite(phone).expect(201).json().path("shareId").asString();
    }

    Api.Answer accept(MemberKey member, String share) {
        return as(member).post("/app/v1/me/shared-cards/" + share + "/accept", "");
    }

    /** The card is shared with the relative, who has confirmed. */
    String shared() {
        String share = invited(relativesPhone);
        accept(relative, share).expect(200);
        return share;
    }

    Api.Answer withdraw(String share) {
        return as(owner).post(shares() + "/" + share + "/withdraw", "");
    }

    Api.Answer use(MemberKey member) {
        return use(member, UUID.randomUUID().toString());
    }

    Api.Answer use(MemberKey member, String useId) {
        return assets.asOrderService()
                .post(
                        "/internal/v1/cards/use",
                        Map.of(
                                "useId", useId,
                                "memberKey", member.text(),
                                "serviceSkuId", YOGA.text(),
                                "storeId", Sale.STORE.text()));
    }

    long left() {
        return assets.number("SELECT SUM(uses_left) FROM card WHERE member_key = ?", owner);
    }

    long usesOf(MemberKey member) {
        return assets.number("SELECT COUNT(*) FROM card_use WHERE status = 'USED' AND member_key = ?", member);
    }
}
