package io.mendian.member.points;

import io.mendian.kernel.MemberKey;
import io.mendian.member.audit.AuditEntry;
import io.mendian.member.audit.AuditTrail;
import io.mendian.member.audit.Origin;
import io.mendian.runtime.persistence.UseCase;
import io.mendian.runtime.security.Caller;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.annotation.Transactional;

/** A member's points statement as a CSV file, oldest entry first; leaves a trace of who took it. */
@UseCase
public class ExportStatement {

    static final int MOST_ROWS = 10_000;

    private final PointsQueries queries;
    private final PointsCalendar calendar;
    private final AuditTrail audit;

    ExportStatement(PointsQueries queries, PointsCalendar calendar, AuditTrail audit) {
        this.queries = queries;
        this.calendar = calendar;
        this.audit = audit;
    }

    /** Both days included, in the chain's zone. */
    @Transactional
    public String csv(MemberKey member, LocalDate from, LocalDate to, Caller caller, Origin origin) {
        List<PointsStatement.Entry> entries =
                queries.entries(member, calendar.startOf(from), calendar.startOf(to.plusDays(1)), MOST_ROWS + 1);
        if (entries.size() > MOST_ROWS) {
            throw PointsProblem.EXPORT_TOO_LARGE.with("most", MOST_ROWS);
        }
        StringBuilder csv = new StringBuilder("\uFEFFid,postedAt,delta,balanceAfter,cause,reference\r\n");
        for (PointsStatement.Entry entry : entries) {
            // causes and references are our own words and ids: nothing in them needs quoting
            csv.append(String.join(
                            ",",
                            entry.id(),
                            entry.postedAt().toString(),
                            Long.toString(entry.delta()),
                            Long.toString(entry.balanceAfter()),
                            entry.causeType(),
                            "'" + entry.causeId()))
                    .append("\r\n");
        }
        Map<String, String> facts = Map.of("from", from.toString(), "to", to.toString());
        audit.add(AuditEntry.of(caller, origin, "POINTS_EXPORTED", "member:" + member, facts));
        return csv.toString();
    }
}
