package io.mendian.member.member;

import io.mendian.kernel.MemberKey;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who a merged member has become. Members asked for cannot be merged away until the transaction ends. */
@Component
public class Successors {

    private final JdbcTemplate jdbc;

    Successors(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The successor of each of these who was merged; whoever is himself is not in it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<MemberKey, MemberKey> of(Collection<MemberKey> members) {
        TreeSet<Long> keys =
                new TreeSet<>(members.stream().map(MemberKey::value).toList());
        String marks = String.join(", ", Collections.nCopies(keys.size(), "?"));
        Map<MemberKey, MemberKey> successors = new HashMap<>();
        jdbc.query(
                "SELECT member_key, merged_into FROM member WHERE member_key IN (" + marks
                        + ") ORDER BY member_key LOCK IN SHARE MODE",
                row -> {
                    long into = row.getLong(2);
                    if (!row.wasNull()) {
                        successors.put(MemberKey.of(row.getLong(1)), MemberKey.of(into));
                    }
                },
                keys.toArray());
        return successors;
    }
}
