package io.mendian.member.notice;

import io.mendian.kernel.BusinessDay;
import io.mendian.kernel.MemberKey;
import io.mendian.member.Fakes;
import io.mendian.member.People;
import io.mendian.member.Shops;
import io.mendian.member.history.Assets;
import io.mendian.member.points.WarnOfExpiry;
import io.mendian.testkit.Api;
import io.mendian.testkit.Deliveries;
import io.mendian.testkit.MendianTest;
import io.mendian.testkit.MovableClock;
import io.mendian.testkit.TestCallers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** A member of the mini-program with a phone, whose points expire in thirty days. */
@MendianTest
abstract class NoticeCase {

    static final BusinessDay DAYS = BusinessDay.in(BusinessDay.CHINA);

    @Autowired
    Assets assets;

    @Autowired
    Api api;

    @Autowired
    Deliveries deliveries;

    @Autowired
    MovableClock clock;

    @Autowired
    WarnOfExpiry warnOfExpiry;

    @Autowired
    SendNotices send;

    @Autowired
    BeginNotice begin;

    @Autowired
    Fakes.FakeMessages messages;

    @Autowired
    Fakes.FakeSms sms;

    @Autowired
    Fakes.FakeWeChat weChat;

    @Autowired
    JdbcTemplate jdbc;

    String openid;
    String phone;
    MemberKey member;
    Instant due;

    @BeforeEach
    void aMemberWithPoints() {
        openid = "o-" + UUID.randomUUID();
        phone = "+86" + People.phone();
        JsonNode login = api.post(
                        "/app/v1/login/wechat",
                        Map.of(
                                "jsCode",
                                weChat.loginCode(openid),
                                "phoneCode",
                                weChat.phoneCode(phone),
                                "storeId",
                                Shops.open(api).id().text()))
                .expect(200)
                .json();
        member = MemberKey.parse(login.path("memberKey").asString());
        assets.earn(member, 3_000);
        due = DAYS.startOf(DAYS.dateOf(clock.instant()).plusDays(366));
    }

    @AfterEach
    void theBooksBalance() {
        assets.balance();
    }

    /** At midnight, thirty days before the end. */
    void warned() {
        clock.advanceTo(due.minus(Duration.ofDays(30)).plusSeconds(1));
        warnAll();
    }

    void warnAll() {
        while (warnOfExpiry.warn(200) > 0) {
            // lots of other tests
        }
    }

    /** The next morning at ten. */
    void tellInTheMorning() {
        clock.advanceTo(due.minus(Duration.ofDays(30)).plus(Duration.ofHours(10)));
        sendAll();
    }

    void sendAll() {
        while (send.sendDue(200) > 0) {
            // notices of other tests
        }
    }

    void choose(boolean byWeChat, boolean bySms) {
        own().put("/app/v1/me/notice-choice", Map.of("byWeChat", byWeChat, "bySms", bySms, "textVersion", "v1"))
                .expect(200);
    }

    Api own() {
        return api.as(TestCallers.member(member));
    }

    /** Status, channel, reason and tries of the member's only notice. */
    String fate() {
        return jdbc.queryForObject(
                "SELECT CONCAT_WS(' ', status, channel, reason, tries) FROM member_notice WHERE member_key = ?",
                String.class,
                member.value());
    }

    long noticeId() {
        return assets.number("SELECT id FROM member_notice WHERE member_key = ?", member);
    }
}
