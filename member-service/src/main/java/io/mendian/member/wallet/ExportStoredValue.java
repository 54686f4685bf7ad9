package io.mendian.member.wallet;

import io.mendian.kernel.BusinessDay;
import io.mendian.kernel.MemberKey;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** A member's stored value statement as a CSV file, oldest posting first, with cause and reference of each. */
@Component
public class ExportStoredValue {

    static final int MOST_ROWS = 10_000;

    private final WalletQueries queries;
    private final BusinessDay days;

    ExportStoredValue(WalletQueries queries, @Value("${mendian.zone:Asia/Shanghai}") ZoneId zone) {
        this.queries = queries;
        this.days = BusinessDay.in(zone);
    }

    /** Both days included, in the chain's zone. */
    public String csv(MemberKey member, LocalDate from, LocalDate to) {
        List<WalletStatement.Entry> entries =
                queries.entries(member, days.startOf(from), days.startOf(to.plusDays(1)), MOST_ROWS + 1);
        if (entries.size() > MOST_ROWS) {
            throw WalletProblem.EXPORT_TOO_LARGE.with("most", MOST_ROWS);
        }
        StringBuilder csv =
                new StringBuilder("\uFEFFid,postedAt,ledger,deltaMinor,balanceAfterMinor,cause,reference\r\n");
        for (WalletStatement.Entry entry : entries) {
            // causes and references are our own words and ids: nothing in them needs quoting
            csv.append(String.join(
                            ",",
                            entry.id(),
                            entry.postedAt().toString(),
                            entry.kind(),
                            Long.toString(entry.deltaMinor()),
                            Long.toString(entry.balanceAfter()),
                            entry.causeType(),
                            "'" + entry.causeId()))
                    .append("\r\n");
        }
        return csv.toString();
    }
}
