package io.mendian.member.notice;

import io.mendian.runtime.alarm.Alarms;
import io.mendian.runtime.persistence.UseCase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what became of a message, once: done, tried again later, by the other channel, or given up. */
@UseCase
class EndNotice {

    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final int MOST_DOUBLINGS = 8;

    private final Notices notices;
    private final Alarms alarms;
    private final Clock clock;

    EndNotice(Notices notices, Alarms alarms, Clock clock) {
        this.notices = notices;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Transactional
    public void end(BeginNotice.Begun begun, SendOutcome outcome) {
        Instant now = clock.instant();
        boolean bySms = begun.channel() == NoticeChannel.SMS;
        switch (outcome) {
            case SendOutcome.Sent ignored -> notices.sent(begun.id(), begun.tries(), NoticeStatus.SENT, null, now);
            case SendOutcome.NotAllowed no -> otherwise(begun, no.reason(), now);
            case SendOutcome.Refused no -> {
                alarms.raise("NOTICE_REFUSED", begun.channel().name(), "messages are refused: " + no.reason());
                otherwise(begun, no.reason(), now);
            }
            case SendOutcome.Later later -> later(begun, later.reason(), later.pause(), now);
            case SendOutcome.Unknown unknown -> {
                if (bySms) {
                    // under its number it is the same message
                    later(begun, unknown.reason(), Duration.ZERO, now);
                } else {
                    notices.sent(begun.id(), begun.tries(), NoticeStatus.UNCONFIRMED, unknown.reason(), now);
                }
            }
        }
    }

    /** By SMS, where WeChat is no way; SMS is the last one. */
    private void otherwise(BeginNotice.Begun begun, String reason, Instant now) {
        if (begun.channel() == NoticeChannel.SMS) {
            notices.sent(begun.id(), begun.tries(), NoticeStatus.FAILED, reason, now);
        } else {
            notices.again(begun.id(), begun.tries(), NoticeChannel.SMS, reason, now);
        }
    }

    private void later(BeginNotice.Begun begun, String reason, Duration atLeast, Instant now) {
        Duration pause = SHORTEST.multipliedBy(1L << Math.min(begun.tries() - 1, MOST_DOUBLINGS));
        Instant next = now.plus(pause.compareTo(atLeast) > 0 ? pause : atLeast);
        notices.again(begun.id(), begun.tries(), begun.channel(), reason, next);
    }
}
