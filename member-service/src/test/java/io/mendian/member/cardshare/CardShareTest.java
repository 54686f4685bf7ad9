package io.mendian.member.cardshare;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.order.CardTerms;
import io.mendian.kernel.MemberKey;
import io.mendian.member.People;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A card is used by those with whom its owner shares it, as long as he does, and each use says by whom. */
class CardShareTest extends CardShareCase {

    @Test
    void whoConfirmedUsesTheCardAndTheStatementSaysWho() {
        String share = invited(relativesPhone);
        use(relative).expectProblem(409, "NO_CARD_FOR_SERVICE");
        JsonNode invitation =
                as(relative).get("/app/v1/me/shared-cards").expect(200).json().get(0);
        assertThat(invitation.path("status").asString()).isEqualTo("INVITED");
        assertThat(invitation.path("card").isNull()).isTrue();
        accept(relative, share).expect(200);
        accept(relative, share).expect(200);
        use(relative).expect(200);
        use(owner).expect(200);
        assertThat(left()).isEqualTo(3);
        JsonNode uses =
                as(owner).get("/app/v1/me/cards/" + card + "/uses").expect(200).json();
        List<String> who = new ArrayList<>();
        uses.forEach(one -> who.add(one.path("usedByMemberKey").asString() + " "
                + one.path("relation").asString("himself")));
        assertThat(who).containsExactlyInAnyOrder(relative.text() + " SPOUSE", owner.text() + " himself");
        JsonNode mine =
                as(relative).get("/app/v1/me/shared-cards").expect(200).json().get(0);
        assertThat(mine.path("card").path("usesLeft").asLong()).isEqualTo(3);
    }

    @Test
    void aRepeatedScanIsOneUseWhoeverOwnsTheCard() {
        shared();
        List<Race.Outcome<Integer>> scans =
                Race.run(8, i -> () -> use(relative, "scan-" + card).status());
        assertThat(scans).allSatisfy(scan -> assertThat(scan.value()).isEqualTo(200));
        assertThat(left()).isEqualTo(4);
        assertThat(usesOf(relative)).isEqualTo(1);
        assets.asOrderService().delete("/internal/v1/cards/use/scan-" + card).expect(204);
        assets.asOrderService().delete("/internal/v1/cards/use/scan-" + card).expect(204);
        assertThat(left()).isEqualTo(5);
    }

    @Test
    void theLastUseIsOneOfTheFamilys() {
        shared();
        for (int i = 0; i < 4; i++) {
            use(owner).expect(200);
        }
        List<Race.Outcome<Integer>> scans =
                Race.run(8, i -> () -> use(i % 2 == 0 ? relative : owner).status());
        assertThat(scans.stream().filter(scan -> scan.value() == 200)).hasSize(1);
        assertThat(scans.stream().filter(scan -> scan.value() == 409)).hasSize(7);
        assertThat(left()).isZero();
        assertThat(usesOf(owner) + usesOf(relative)).isEqualTo(5);
    }

    @Test
    void aWithdrawnShareTakesNothingMoreHoweverCloseTheScan() {
        for (int round = 0; round < 5; round++) {
            String share = shared();
            long[] leftAfterwards = new long[1];
            Race.run(4, i -> () -> {
                int status = i == 0
                        ? withdraw(share).status()
                        : use(relative, share + "-" + i).status();
                if (i == 0) {
                    leftAfterwards[0] = usesOf(relative);
                }
                return status;
            });
            // what was not taken when the owner had his answer is not taken later
            assertThat(usesOf(relative)).isEqualTo(leftAfterwards[0]);
            use(relative).expectProblem(409, "NO_CARD_FOR_SERVICE");
            for (int i = 1; i < 4; i++) {
                assets.asOrderService()
                        .delete("/internal/v1/cards/use/" + share + "-" + i)
                        .expect(204);
            }
        }
        assertThat(left()).isEqualTo(5);
    }

    @Test
    void aCardHasOnlySoManyPlacesHoweverManyAreInvitedAtOnce() {
        List<Race.Outcome<Integer>> invitations =
                Race.run(9, i -> () -> invite(People.phone()).status());
        assertThat(invitations.stream().filter(one -> one.value() == 201)).hasSize(5);
        assertThat(invitations.stream().filter(one -> one.value() == 409)).hasSize(4);
        assertThat(open()).isEqualTo(5);
        invite(relativesPhone).expectProblem(409, "CARD_SHARE_FULL");
        clock.advance(Duration.ofDays(7));
        String share = invited(relativesPhone);
        invite(relativesPhone).expectProblem(409, "CARD_SHARE_ALREADY");
        assertThat(open()).isEqualTo(1);
        clock.advance(Duration.ofDays(7));
        accept(relative, share).expectProblem(409, "CARD_SHARE_OVER");
        JsonNode late = as(owner).get(shares()).expect(200).json().get(0);
        assertThat(late.path("endedBy").asString()).isEqualTo("TIME");
    }

    @Test
    void whoShowsHisCodeIsInvitedByItAndConfirmsHimself() {
        String code = as(relative)
                .post("/app/v1/member-code", "")
                .expect(201)
                .json()
                .path("code")
                .asString();
        Map<String, String> wish = Map.of("memberCode", code, "relation", "CHILD");
        String share = as(owner)
                .post(shares(), wish)
                .expect(201)
                .json()
                .path("shareId")
                .asString();
        as(owner).post(shares(), wish).expectProblem(409, "MEMBER_CODE_USED");
        use(relative).expectProblem(409, "NO_CARD_FOR_SERVICE");
        MemberKey stranger = assets.joined();
        accept(stranger, share).expectProblem(404, "CARD_SHARE_UNKNOWN");
        accept(relative, share).expect(200);
        invited(relativesPhone);
        accept(relative, invitationByPhone()).expectProblem(409, "CARD_SHARE_ALREADY");
        use(relative).expect(200);
        as(relative).post("/app/v1/me/shared-cards/" + share + "/leave", "").expect(204);
        as(relative).post("/app/v1/me/shared-cards/" + share + "/leave", "").expect(204);
        use(relative).expectProblem(409, "NO_CARD_FOR_SERVICE");
    }

    @Test
    void anInvitationDoesNotTellWhetherANumberIsAMembers() {
        JsonNode known = invite(relativesPhone).expect(201).json();
        JsonNode unknown = invite(People.phone()).expect(201).json();
        for (JsonNode answer : List.of(known, unknown)) {
            assertThat(answer.path("memberKey").isNull()).isTrue();
            assertThat(answer.path("member").isNull()).isTrue();
        }
        as(owner).post(shares(), Map.of("relation", "CHILD")).expectProblem(400, "INVALID_REQUEST");
        MemberKey stranger = assets.joined();
        as(stranger)
                .post(shares(), Map.of("phone", relativesPhone, "relation", "CHILD"))
                .expectProblem(404, "CARD_UNKNOWN");
        as(stranger).get(shares()).expectProblem(404, "CARD_UNKNOWN");
    }

    @Test
    void aFrozenCardPaysForNobodyUntilItRunsOn() {
        String punch = card;
        card = buy(new CardTerms("PERIOD", 0, 30, List.of(YOGA), List.of()));
        shared();
        assertThat(use(relative).expect(200).json().path("cardId").asString()).isEqualTo(card);
        var hq = api.as(TestCallers.headquarters());
        String path = "/hq/v1/members/" + owner + "/cards/" + card;
        hq.post(path + "/freeze", "").expect(200);
        use(relative).expectProblem(409, "NO_CARD_FOR_SERVICE");
        assertThat(use(owner).expect(200).json().path("cardId").asString()).isEqualTo(punch);
        hq.post(path + "/resume", "").expect(200);
        use(relative).expect(200);
        assertThat(hq.get(path + "/shares").expect(200).json()).hasSize(1);
    }

    private String invitationByPhone() {
        return as(owner).get(shares()).expect(200).json().get(0).path("shareId").asString();
    }

    private long open() {
        return assets.number("SELECT COUNT(*) FROM card_share WHERE slot IS NOT NULL AND owner_key = ?", owner);
    }
}
