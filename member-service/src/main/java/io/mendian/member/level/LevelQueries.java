package io.mendian.member.level;

import io.mendian.kernel.MemberKey;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads of levels. */
@Component
public class LevelQueries {

    private final Ladders ladders;
    private final Standings standings;
    private final JdbcClient jdbc;

    LevelQueries(Ladders ladders, Standings standings, JdbcClient jdbc) {
        this.ladders = ladders;
        this.standings = standings;
        this.jdbc = jdbc;
    }

    /** The ladder in force, lowest level first. */
    public List<Level> ladder() {
        return ladders.current().levels();
    }

    /** The level a member has from the moment he joins. */
    public Level baseLevel() {
        return ladders.current().base();
    }

    public StandingView standing(MemberKey member) {
        return StandingView.of(member, standings.find(member.value()).orElse(null), ladders.current());
    }

    /** The newest changes first, at most {@code limit}, older than step {@code before}. */
    public List<LevelChange> history(MemberKey member, long before, int limit) {
        return jdbc.sql("""
                        SELECT step, from_code, to_code, cause_type, cause_id, changed_at FROM level_history
                        WHERE member_key = ? AND step < ? ORDER BY step DESC LIMIT ?
                        """)
                .params(member.value(), before, limit)
                .query((row, n) -> new LevelChange(
                        row.getLong(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getTimestamp(6).toInstant()))
                .list();
    }
}
