package io.mendian.member.notice;

import java.time.LocalTime;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How the chain tells its members. */
@ConfigurationProperties("mendian.notice")
record NoticeSettings(
        @DefaultValue("21:00") String quietFrom,
        @DefaultValue("09:00") String quietUntil,
        @DefaultValue PointsExpiring pointsExpiring) {

    /** A blank template means that its channel is not used; the fields are those of the chain's template at WeChat. */
    record PointsExpiring(
            @DefaultValue("") String wechatTemplate,
            @DefaultValue("pages/points/index") String wechatPage,
            @DefaultValue("number1") String pointsField,
            @DefaultValue("date2") String dateField,
            @DefaultValue("thing3") String hintField,
            @DefaultValue("POINTS_EXPIRING") String smsTemplate) {}

    QuietHours quiet() {
        return new QuietHours(LocalTime.parse(quietFrom), LocalTime.parse(quietUntil));
    }
}
