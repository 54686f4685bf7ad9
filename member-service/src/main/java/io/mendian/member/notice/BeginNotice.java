package io.mendian.member.notice;

import io.mendian.member.member.MemberContacts;
import io.mendian.member.phone.PhoneNumber;
import io.mendian.member.points.ExpiringPoints;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a due notice into one sender's hands and says by what it goes, to whom and what it tells; commits before anything is
 * sent. Of two senders one gets it. Whoever is lost on the way loses it after two minutes: by SMS it is sent again under its
 * number, which is the same message; by WeChat, where it would be a second one, it is not.
 */
@UseCase
class BeginNotice {

    private static final Duration IN_HAND = Duration.ofMinutes(2);

    private final Notices notices;
    private final NoticeChoices choices;
    private final NoticeSettings settings;
    private final MemberContacts contacts;
    private final ExpiringPoints expiring;
    private final ZoneId zone;
    private final Clock clock;

    BeginNotice(
            Notices notices,
            NoticeChoices choices,
            NoticeSettings settings,
            MemberContacts contacts,
            ExpiringPoints expiring,
            @Value("${mendian.zone:Asia/Shanghai}") ZoneId zone,
            Clock clock) {
        this.notices = notices;
        this.choices = choices;
        this.settings = settings;
        this.contacts = contacts;
        this.expiring = expiring;
        this.zone = zone;
        this.clock = clock;
    }

    /** What is to be sent; {@code tries} names this attempt. */
    record Begun(long id, NoticeChannel channel, String address, long points, Instant dueAt, int tries) {

        /** Addresses do not appear in logs. */
        @Override
        public String toString() {
            return "notice " + id + " by " + channel;
        }
    }

    private record Way(NoticeChannel channel, String address) {}

    @Transactional
    public Optional<Begun> begin(long id) {
        Instant now = clock.instant();
        NoticeRow notice = notices.lockDue(id, now).orElse(null);
        if (notice == null) {
            return Optional.empty();
        }
        if (notice.status() == NoticeStatus.SENDING && notice.channel() == NoticeChannel.WECHAT) {
            notices.end(notice, NoticeStatus.UNCONFIRMED, "SENDER_LOST", now);
            return Optional.empty();
        }
        if (!now.isBefore(notice.dueAt())) {
            notices.end(notice, NoticeStatus.FAILED, "TOO_LATE", now);
            return Optional.empty();
        }
        long points = expiring.at(notice.member(), notice.dueAt());
        if (points == 0) {
            notices.end(notice, NoticeStatus.SKIPPED, "NOTHING_EXPIRES", now);
            return Optional.empty();
        }
        NoticeChoice choice = choices.of(notice.member());
        Way way = way(notice, choice);
        if (way == null) {
            String reason = choice.none() ? "CHOSEN_NONE" : notice.reason() == null ? "NO_CHANNEL" : notice.reason();
            notices.end(notice, NoticeStatus.SKIPPED, reason, now);
            return Optional.empty();
        }
        Instant allowed =
                settings.quiet().next(now, contacts.zone(notice.member()).orElse(zone));
        if (allowed.isAfter(now)) {
            notices.postpone(notice, allowed);
            return Optional.empty();
        }
        notices.sending(notice, way.channel(), points, now.plus(IN_HAND));
        return Optional.of(
                new Begun(notice.id(), way.channel(), way.address(), points, notice.dueAt(), notice.tries() + 1));
    }

    /** WeChat first, SMS where that is not allowed or was not; null when he can be told by neither. */
    private @Nullable Way way(NoticeRow notice, NoticeChoice choice) {
        boolean weChat = choice.byWeChat()
                && notice.channel() != NoticeChannel.SMS
                && !settings.pointsExpiring().wechatTemplate().isBlank();
        String openid = weChat ? contacts.openid(notice.member()).orElse(null) : null;
        if (openid != null) {
            return new Way(NoticeChannel.WECHAT, openid);
        }
        String phone =
                choice.bySms() && !settings.pointsExpiring().smsTemplate().isBlank()
                        ? contacts.phone(notice.member()).map(PhoneNumber::e164).orElse(null)
                        : null;
        return phone == null ? null : new Way(NoticeChannel.SMS, phone);
    }
}
