package io.mendian.member.notice;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends what is due. */
@Component
@ConditionalOnProperty(name = "mendian.timers.enabled", matchIfMissing = true)
class NoticeTimers {

    private static final int A_RUN = 50;

    private final SendNotices send;

    NoticeTimers(SendNotices send) {
        this.send = send;
    }

    @Scheduled(fixedDelay = 10_000, initialDelay = 40_000)
    void send() {
        while (send.sendDue(A_RUN) == A_RUN) {
            // the next fifty
        }
    }
}
