package io.mendian.member.notice;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.security.Caller;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads of notices: a member's own, and what became of those to members whom the caller's stores know. */
@Component
public class NoticeQueries {

    private static final String SCOPE = """
             AND (:chain = 1 OR EXISTS (SELECT 1 FROM member_store s
                WHERE s.member_key = n.member_key AND s.store_id IN (:stores)))
            """;

    private final Notices notices;
    private final NoticeChoices choices;
    private final NoticeSettings settings;
    private final JdbcClient jdbc;
    private final ZoneId zone;

    NoticeQueries(
            Notices notices,
            NoticeChoices choices,
            NoticeSettings settings,
            JdbcClient jdbc,
            @Value("${mendian.zone:Asia/Shanghai}") ZoneId zone) {
        this.notices = notices;
        this.choices = choices;
        this.settings = settings;
        this.jdbc = jdbc;
        this.zone = zone;
    }

    public NoticeChoice choice(MemberKey member) {
        return choices.of(member);
    }

    /** The templates of the mini-program for which a member may be asked to allow a message. */
    public List<String> weChatTemplates() {
        String template = settings.pointsExpiring().wechatTemplate();
        return template.isBlank() ? List.of() : List.of(template);
    }

    /** A member's notices, the newest first. */
    public NoticeView.Page own(MemberKey member, @Nullable Long cursor, int limit) {
        List<NoticeView> page =
                notices.ofMember(member, cursor, limit).stream().map(this::view).toList();
        return new NoticeView.Page(
                page, page.size() < limit ? null : page.getLast().noticeId());
    }

    private NoticeView view(NoticeRow notice) {
        LocalDate lastDay = LocalDate.ofInstant(notice.dueAt().minusNanos(1), zone);
        return new NoticeView(
                Long.toString(notice.id()),
                notice.kind(),
                "您有 " + notice.points() + " 积分在 " + lastDay + " 后失效，请尽快使用",
                notice.points() + " points can be used until " + lastDay + " inclusive",
                notice.points(),
                notice.dueAt(),
                notice.madeAt(),
                notice.readAt());
    }

    /** How many notices of these days ended how, days in the chain's zone, both included. */
    public List<NoticeTrace.Figure> figures(Caller caller, LocalDate from, LocalDate to) {
        return scoped(caller, """
                        SELECT n.kind, n.status, n.channel, n.reason, COUNT(*) FROM member_notice n
                        WHERE n.made_at >= :from AND n.made_at < :until""" + SCOPE + """
                        GROUP BY n.kind, n.status, n.channel, n.reason
                        ORDER BY n.kind, n.status, n.channel, n.reason LIMIT 200
                        """)
                .param("from", Timestamp.from(from.atStartOfDay(zone).toInstant()))
                .param("until", Timestamp.from(to.plusDays(1).atStartOfDay(zone).toInstant()))
                .query((row, n) -> new NoticeTrace.Figure(
                        row.getString(1),
                        NoticeStatus.valueOf(row.getString(2)),
                        row.getString(3) == null ? null : NoticeChannel.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getLong(5)))
                .list();
    }

    /** What became of single notices, the newest first. */
    public NoticeTrace.Page traces(Caller caller, @Nullable NoticeStatus status, @Nullable Long cursor, int limit) {
        List<NoticeTrace> page = scoped(caller, """
                        SELECT n.* FROM member_notice n
                        WHERE (:status IS NULL OR n.status = :status) AND (:cursor IS NULL OR n.id < :cursor)""" + SCOPE + " ORDER BY n.id DESC LIMIT :most")
                .param("status", status == null ? null : status.name())
                .param("cursor", cursor)
                .param("most", limit)
                .query(Notices::row)
                .list()
                .stream()
                .map(NoticeQueries::trace)
                .toList();
        return new NoticeTrace.Page(
                page, page.size() < limit ? null : page.getLast().noticeId());
    }

    private JdbcClient.StatementSpec scoped(Caller caller, String sql) {
        List<Long> stores = caller.stores().stream().map(StoreId::value).toList();
        return jdbc.sql(sql)
                .param("chain", caller.chainWide() ? 1 : 0)
                .param("stores", stores.isEmpty() ? List.of(0L) : stores);
    }

    private static NoticeTrace trace(NoticeRow notice) {
        return new NoticeTrace(
                Long.toString(notice.id()),
                Long.toString(notice.memberKey()),
                notice.kind(),
                notice.status(),
                notice.channel(),
                notice.reason(),
                notice.tries(),
                notice.madeAt(),
                notice.endedAt());
    }
}
