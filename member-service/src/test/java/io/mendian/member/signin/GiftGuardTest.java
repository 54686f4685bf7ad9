package io.mendian.member.signin;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mendian.kernel.MemberKey;
import io.mendian.member.history.Assets;
import io.mendian.runtime.persistence.Ids;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** The gift of a streak has one end. */
@MendianTest
class GiftGuardTest {

    @Autowired
    SignIns signIns;

    @Autowired
    Assets assets;

    @Autowired
    MovableClock clock;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aGiftThatWasGivenIsNeitherGivenAgainNorRefused() {
        MemberKey member = assets.joined();
        LocalDate day = LocalDate.of(2031, 3, 7);
        SignInRule rule = new SignInRule(1, 1, 7, SignInRule.Gift.COUPON, 0, "5", "满十减一", 0);
        transaction.executeWithoutResult(status -> {
            long gift = Ids.next();
            signIns.add(member.value(), day, 7, 1, clock.instant());
            signIns.addGift(gift, member.value(), day, rule);
            signIns.endGift(gift, "GIVEN", "77", null);
            for (String end : new String[] {"GIVEN", "REFUSED"}) {
                assertThatThrownBy(() -> signIns.endGift(gift, end, null, null))
                        .isInstanceOf(IllegalStateException.class);
            }
            status.setRollbackOnly();
        });
    }
}
