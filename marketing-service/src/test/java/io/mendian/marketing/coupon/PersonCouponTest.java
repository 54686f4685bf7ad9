package io.mendian.marketing.coupon;

import static io.mendian.marketing.Marketing.amountOff;
import static io.mendian.marketing.Marketing.newMember;
import static io.mendian.marketing.Marketing.newOrder;
import static io.mendian.marketing.Marketing.paid;
import static io.mendian.marketing.Marketing.template;
import static io.mendian.marketing.Marketing.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.contracts.member.MemberJoined;
import io.mendian.contracts.member.MemberPersonKnown;
import io.mendian.kernel.MemberKey;
import io.mendian.runtime.books.BookQueries;
import io.mendian.testkit.Api;
import io.mendian.testkit.Race;
import io.mendian.testkit.TestCallers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A newcomers' coupon is one per person (K07), under whichever phone, openid or device he comes. */
class PersonCouponTest extends TemplateCase {

    @Autowired
    BookQueries books;

    private final MemberKey first = newMember();
    private final MemberKey second = newMember();

    @AfterEach
    void theBooksOfTheTemplateBalance() {
        // other tests leave what is wrong on purpose: only this template's matters
        assertThat(books.run().checks().stream()
                        .flatMap(check -> check.offenders().stream())
                        .filter(offender -> offender.startsWith("template " + template)))
                .isEmpty();
    }

    @Test
    void whoComesAgainUnderAnotherKeyGetsNoSecondOne() {
        template = template(api, with(amountOff(0, 800), "issueOn", "MEMBER_JOINED"));
        deliveries.deliverTwice(joined(first, null));
        deliveries.deliverInParallel(joined(second, first), 6);
        deliveries.deliverTwice(joined(newMember(), first));
        assertThat(states(first)).containsExactly("AVAILABLE");
        assertThat(states(second)).isEmpty();
        assertThat(issued()).isEqualTo(1);
    }

    @Test
    void ofManyClaimsByOnePersonAtOnceOneIsGiven() {
        template = template(api, with(amountOff(0, 500), "newMembersOnly", true));
        deliveries.deliver(joined(first, null));
        List<MemberKey> faces = new ArrayList<>(List.of(first));
        for (int i = 0; i < 7; i++) {
            MemberKey face = newMember();
            deliveries.deliver(joined(face, first));
            faces.add(face);
        }
        List<Race.Outcome<Integer>> claims =
                Race.run(16, i -> () -> claim(faces.get(i % 8)).status());
        assertThat(claims.stream().filter(one -> one.value() == 201)).hasSize(1);
        assertThat(claims.stream().filter(one -> one.value() == 409)).hasSize(15);
        claim(second).expect(201);
        claim(second).expectProblem(409, "COUPON_ONCE_PER_PERSON");
        assertThat(issued()).isEqualTo(2);
    }

    @Test
    void aPersonWhoBoughtUnderOneKeyIsNotNewUnderAnother() {
        template = template(api, with(amountOff(0, 500), "newMembersOnly", true));
        deliveries.deliver(joined(first, null));
        deliveries.deliver(paid(newOrder(), first, 900, clock.instant()));
        deliveries.deliver(joined(second, first));
        claim(second).expectProblem(409, "COUPON_NEW_MEMBERS_ONLY");
    }

    @Test
    void whereItIsLearnedLaterTheSecondOneIsTakenBackOnce() {
        template = template(api, with(amountOff(0, 500), "newMembersOnly", true));
        deliveries.deliver(joined(first, null));
        claim(first).expect(201);
        claim(second).expect(201);
        deliveries.deliverInParallel(known(second, first, null), 6);
        deliveries.deliverTwice(known(second, first, null));
        assertThat(states(first)).containsExactly("AVAILABLE");
        assertThat(states(second)).containsExactly("WITHDRAWN");
        assertThat(withdrawals(second)).containsExactly("PERSON:" + first);
        claim(second).expectProblem(409, "COUPON_ONCE_PER_PERSON");
    }

    @Test
    void aMergeGivesNobodyMoreThanHisLimit() {
        template =
                template(api, with(with(amountOff(0, 500), "newMembersOnly", true), "limits", Map.of("perMember", 1)));
        claim(first).expect(201);
        // he had one before they were one per person
        jdbc.sql("INSERT INTO coupon_member_quota (template_id, member_key, taken) VALUES (?, ?, 1)")
                .params(template, second.value())
                .update();
        deliveries.deliverTwice(known(first, second, second));
        assertThat(states(first)).containsExactly("AVAILABLE");
        assertThat(states(second)).isEmpty();
    }

    @Test
    void aMergeLeavesOneWhicheverOfTheTwoHadIt() {
        template =
                template(api, with(with(amountOff(0, 500), "newMembersOnly", true), "limits", Map.of("perMember", 1)));
        claim(first).expect(201);
        deliveries.deliverInParallel(known(first, second, second), 6);
        deliveries.deliverTwice(known(first, second, second));
        assertThat(states(first)).isEmpty();
        assertThat(states(second)).containsExactly("AVAILABLE");
        claim(second).expectProblem(409, "COUPON_ONCE_PER_PERSON");
        MemberKey third = newMember();
        claim(third).expect(201);
        deliveries.deliverTwice(known(third, second, second));
        assertThat(states(third)).containsExactly("WITHDRAWN");
        assertThat(states(second)).containsExactly("AVAILABLE");
    }

    @Test
    void aClaimAndTheNewsThatHeIsTheSamePersonEndWithOne() {
        template = template(api, with(amountOff(0, 500), "newMembersOnly", true));
        claim(first).expect(201);
        for (int round = 0; round < 5; round++) {
            MemberKey other = newMember();
            Race.run(2, i -> () -> {
                if (i == 0) {
                    return claim(other).status();
                }
                deliveries.deliver(known(other, first, null));
                return 0;
            });
            assertThat(states(other)).doesNotContain("AVAILABLE");
        }
        assertThat(states(first)).containsExactly("AVAILABLE");
    }

    private Api.Answer claim(MemberKey member) {
        return api.as(TestCallers.member(member)).post("/app/v1/coupon-templates/" + template + "/claims", Map.of());
    }

    private MemberJoined joined(MemberKey member, @Nullable MemberKey person) {
        return new MemberJoined(member, null, "PHONE", "ORDINARY", false, clock.instant(), person);
    }

    private MemberPersonKnown known(MemberKey member, MemberKey person, @Nullable MemberKey mergedInto) {
        return new MemberPersonKnown(member, person, mergedInto, clock.instant());
    }

    private List<String> withdrawals(MemberKey member) {
        return jdbc.sql("""
                        SELECT e.cause_id FROM coupon_entry e JOIN coupon c ON c.id = e.coupon_id
                        WHERE c.template_id = ? AND c.member_key = ? AND e.cause_type = 'WITHDRAWN'
                        """)
                .params(template, member.value())
                .query(String.class)
                .list();
    }

    private long issued() {
        return jdbc.sql("SELECT issued FROM coupon_template WHERE id = ?")
                .param(template)
                .query(Long.class)
                .single();
    }
}
