package io.mendian.member.notice;

import io.mendian.kernel.MemberKey;
import io.mendian.runtime.persistence.Ids;
import java.sql.Timestamp;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members have chosen, every choice on record. */
@Repository
class NoticeChoices {

    private final JdbcClient jdbc;

    NoticeChoices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(MemberKey member, NoticeChoice choice, String textVersion, Instant now) {
        jdbc.sql("""
                        INSERT INTO notice_choice (id, member_key, by_wechat, by_sms, text_version, chosen_at)
                        VALUES (?, ?, ?, ?, ?, ?)
                        """)
                .params(Ids.next(), member.value(), choice.byWeChat(), choice.bySms(), textVersion, Timestamp.from(now))
                .update();
    }

    NoticeChoice of(MemberKey member) {
        return jdbc.sql("SELECT by_wechat, by_sms FROM notice_choice WHERE member_key = ? ORDER BY id DESC LIMIT 1")
                .params(member.value())
                .query((row, n) -> new NoticeChoice(row.getBoolean(1), row.getBoolean(2)))
                .optional()
                .orElse(NoticeChoice.FIRST);
    }
}
