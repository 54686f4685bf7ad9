package io.mendian.member.notice;

import io.mendian.member.code.SmsSender;
import io.mendian.member.provider.ProviderFailure;
import io.mendian.runtime.crash.CrashPoints;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;

/** Sends what members are to be told: taken in hand, committed, sent, written down. Nothing is sent in a transaction. */
@UseCase
public class SendNotices {

    private static final Logger LOG = LoggerFactory.getLogger(SendNotices.class);
    private static final DateTimeFormatter WECHAT_DATE = DateTimeFormatter.ofPattern("yyyy年M月d日");
    private static final String HINT = "到期未使用将自动失效，欢迎到店使用";

    private final Notices notices;
    private final BeginNotice begin;
    private final EndNotice end;
    private final WeChatMessages weChat;
    private final SmsSender sms;
    private final NoticeSettings.PointsExpiring words;
    private final ZoneId zone;
    private final Clock clock;

    SendNotices(
            Notices notices,
            BeginNotice begin,
            EndNotice end,
            WeChatMessages weChat,
            SmsSender sms,
            NoticeSettings settings,
            @Value("${mendian.zone:Asia/Shanghai}") ZoneId zone,
            Clock clock) {
        this.notices = notices;
        this.begin = begin;
        this.end = end;
        this.weChat = weChat;
        this.sms = sms;
        this.words = settings.pointsExpiring();
        this.zone = zone;
        this.clock = clock;
    }

    /** Sends those that are due, at most {@code limit}; gives how many it looked at. */
    public int sendDue(int limit) {
        var due = notices.due(clock.instant(), limit);
        due.forEach(id -> begin.begin(id).ifPresent(this::send));
        return due.size();
    }

    private void send(BeginNotice.Begun begun) {
        CrashPoints.at("notice", "begun");
        SendOutcome outcome = begun.channel() == NoticeChannel.WECHAT ? byWeChat(begun) : bySms(begun);
        CrashPoints.at("notice", "sent");
        end.end(begun, outcome);
        if (!(outcome instanceof SendOutcome.Sent)) {
            LOG.info("{}: {}", begun, outcome);
        }
    }

    private SendOutcome byWeChat(BeginNotice.Begun begun) {
        Map<String, String> data = Map.of(
                words.pointsField(), Long.toString(begun.points()),
                words.dateField(), WECHAT_DATE.format(lastDay(begun)),
                words.hintField(), HINT);
        return weChat.send(
                new WeChatMessages.Message(begun.address(), words.wechatTemplate(), words.wechatPage(), data));
    }

    private SendOutcome bySms(BeginNotice.Begun begun) {
        Map<String, String> says = Map.of(
                "points", Long.toString(begun.points()), "date", lastDay(begun).toString());
        try {
            sms.send(new SmsSender.Sms(begun.address(), "notice", words.smsTemplate(), says, "notice-" + begun.id()));
            return new SendOutcome.Sent();
        } catch (ProviderFailure e) {
            LOG.warn("{}: {}", begun, e.getMessage());
            return new SendOutcome.Later("SMS_NOT_TAKEN", Duration.ZERO);
        }
    }

    /** Points that end with a day can be used on it. */
    private LocalDate lastDay(BeginNotice.Begun begun) {
        return LocalDate.ofInstant(begun.dueAt().minusNanos(1), zone);
    }
}
