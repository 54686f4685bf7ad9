package io.mendian.member.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.member.history.Assets;
import io.mendian.member.history.Sale;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import io.mendian.runtime.security.Right;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Before points expire their member is told: once, by what he allows, at a time when he is awake. */
class NoticeTest extends NoticeCase {

    @Test
    void heIsToldOnceByWeChatWhateverTheTimersDoAndNotAtNight() {
        messages.allow(openid, 3);
        warned();
        sendAll();
        assertThat(messages.to(openid)).isEmpty();
        assertThat(fate()).isEqualTo("DUE 0");
        clock.advanceTo(due.minus(Duration.ofDays(30)).plus(Duration.ofHours(10)));
        Assets.race(6, i -> () -> {
            warnOfExpiry.warn(200);
            return send.sendDue(200);
        });
        sendAll();
        assertThat(messages.to(openid)).hasSize(1);
        assertThat(messages.to(openid).getFirst().data()).containsEntry("number1", "30");
        assertThat(fate()).isEqualTo("SENT WECHAT 1");
        assertThat(sms.last(phone)).isNull();
    }

    @Test
    void heIsToldByTextMessageOnlyAfterHeSaidYesAndAllowsNoOther() {
        warned();
        tellInTheMorning();
        assertThat(fate()).isEqualTo("SKIPPED SMS WECHAT_43101 1");
        assertThat(sms.last(phone)).isNull();
        aMemberWithPoints();
        choose(true, true);
        warned();
        tellInTheMorning();
        assertThat(fate()).isEqualTo("SENT SMS 2");
        assertThat(Objects.requireNonNull(sms.last(phone)).params()).containsEntry("points", "30");
        assertThat(sms.count(phone)).isEqualTo(1);
    }

    @Test
    void aProviderThatIsAwayIsAskedAgainAtGrowingPausesAndThenOnce() {
        messages.allow(openid, 3);
        for (int i = 0; i < 3; i++) {
            messages.answer(openid, new SendOutcome.Later("WECHAT_AWAY", Duration.ZERO));
        }
        warned();
        tellInTheMorning();
        assertThat(fate()).isEqualTo("DUE WECHAT WECHAT_AWAY 1");
        sendAll();
        assertThat(fate()).isEqualTo("DUE WECHAT WECHAT_AWAY 1");
        for (int minutes : new int[] {1, 2}) {
            clock.advance(Duration.ofMinutes(minutes));
            sendAll();
        }
        assertThat(fate()).isEqualTo("DUE WECHAT WECHAT_AWAY 3");
        clock.advance(Duration.ofMinutes(4));
        sendAll();
        sendAll();
        assertThat(fate()).isEqualTo("SENT WECHAT 4");
        assertThat(messages.to(openid)).hasSize(1);
    }

    @Test
    void whatWeChatMayHaveSentIsNotSentAgain() {
        messages.allow(openid, 3);
        messages.answer(openid, new SendOutcome.Unknown("WECHAT_NO_ANSWER"));
        choose(true, true);
        warned();
        tellInTheMorning();
        clock.advance(Duration.ofDays(1));
        sendAll();
        assertThat(fate()).isEqualTo("UNCONFIRMED WECHAT WECHAT_NO_ANSWER 1");
        assertThat(messages.to(openid)).isEmpty();
        assertThat(sms.last(phone)).isNull();
    }

    @Test
    void aSenderThatWasLostLeavesWeChatAloneAndRepeatsTheSameTextMessage() {
        messages.allow(openid, 3);
        warned();
        clock.advanceTo(due.minus(Duration.ofDays(30)).plus(Duration.ofHours(10)));
        assertThat(begin.begin(noticeId())).isPresent();
        assertThat(begin.begin(noticeId())).isEmpty();
        clock.advance(Duration.ofMinutes(3));
        sendAll();
        assertThat(fate()).isEqualTo("UNCONFIRMED WECHAT SENDER_LOST 1");
        aMemberWithPoints();
        choose(false, true);
        warned();
        clock.advanceTo(due.minus(Duration.ofDays(30)).plus(Duration.ofHours(10)));
        assertThat(begin.begin(noticeId())).isPresent();
        clock.advance(Duration.ofMinutes(3));
        sendAll();
        assertThat(fate()).isEqualTo("SENT SMS 2");
        assertThat(Objects.requireNonNull(sms.last(phone)).reference()).isEqualTo("notice-" + noticeId());
    }

    @Test
    void whoWantsNoMessageGetsNoneAndReadsItInHisOwnList() {
        messages.allow(openid, 3);
        choose(false, false);
        warned();
        tellInTheMorning();
        assertThat(fate()).isEqualTo("SKIPPED CHOSEN_NONE 0");
        assertThat(messages.to(openid)).isEmpty();
        JsonNode own = own().get("/app/v1/me/notices").expect(200).json().path("notices");
        assertThat(own).hasSize(1);
        assertThat(own.get(0).path("points").asLong()).isEqualTo(30);
        assertThat(own.get(0).path("readAt").isNull()).isTrue();
        String path = "/app/v1/me/notices/" + own.get(0).path("noticeId").asString() + "/read";
        api.as(TestCallers.member(assets.joined())).post(path, "").expectProblem(404, "NOT_FOUND");
        own().post(path, "").expect(204);
        own().post(path, "").expect(204);
        assertThat(own().get("/app/v1/me/notices")
                        .expect(200)
                        .json()
                        .path("notices")
                        .get(0)
                        .path("readAt")
                        .isNull())
                .isFalse();
    }

    @Test
    void heIsToldWhatExpiresNowAndNothingWhereHeSpentIt() {
        messages.allow(openid, 3);
        warned();
        spend(10);
        tellInTheMorning();
        assertThat(messages.to(openid).getFirst().data()).containsEntry("number1", "20");
        aMemberWithPoints();
        messages.allow(openid, 3);
        warned();
        spend(30);
        tellInTheMorning();
        assertThat(fate()).isEqualTo("SKIPPED NOTHING_EXPIRES 0");
        assertThat(own().get("/app/v1/me/notices").expect(200).json().path("notices"))
                .isEmpty();
    }

    @Test
    void afterTheEndNobodyIsWarned() {
        messages.allow(openid, 3);
        warned();
        clock.advanceTo(due);
        sendAll();
        assertThat(fate()).isEqualTo("FAILED TOO_LATE 0");
        assertThat(messages.to(openid)).isEmpty();
    }

    @Test
    void headquartersSeesWhatWasSentAndWhatFailedAndWhyWithinItsReach() {
        messages.answer(openid, new SendOutcome.Refused("WECHAT_47003"));
        warned();
        tellInTheMorning();
        assertThat(fate()).isEqualTo("SKIPPED SMS WECHAT_47003 1");
        LocalDate today = DAYS.dateOf(clock.instant());
        String figures = "/hq/v1/notices/figures?from=" + today.minusDays(1) + "&to=" + today;
        JsonNode seen =
                api.as(TestCallers.headquarters()).get(figures).expect(200).json();
        assertThat(seen.toString())
                .contains("WECHAT_47003")
                .doesNotContain(openid)
                .doesNotContain(phone);
        JsonNode trace = api.as(TestCallers.headquarters())
                .get("/hq/v1/notices?status=SKIPPED&limit=1")
                .expect(200)
                .json()
                .path("notices")
                .get(0);
        assertThat(trace.path("memberKey").asString()).isEqualTo(member.text());
        Caller elsewhere = new Caller(Realm.HQ, "8", null, false, Set.of(Sale.STORE), EnumSet.of(Right.MEMBERS_READ));
        assertThat(api.as(elsewhere).get(figures).expect(200).json()).isEmpty();
        assertThat(api.as(elsewhere).get("/hq/v1/notices").expect(200).json().path("notices"))
                .isEmpty();
        assertThat(jdbc.queryForList(
                        "SELECT facts FROM alarm WHERE kind = 'NOTICE_REFUSED' AND cleared_at IS NULL", String.class))
                .hasSize(1);
    }

    private void spend(long points) {
        Sale sale = assets.saleTo(member).line("GIFT", "酒", 1, 0, null, null).points(points);
        assets.hold(sale, member, points, 0).expect(200);
        deliveries.deliver(sale.paid());
    }
}
