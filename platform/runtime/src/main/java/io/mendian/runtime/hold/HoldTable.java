package io.mendian.runtime.hold;

import java.util.regex.Pattern;

/**
 * A table of holds: one row, or several, per order, with the columns {@code expires_at} and {@code due_since}; what is held
 * is {@code HELD} in the column {@code state}.
 *
 * @param kind how metric and alarm name it
 * @param id the column of the order's id
 */
public record HoldTable(String kind, String table, String id, String state) {

    private static final Pattern NAME = Pattern.compile("[a-z_]+");

    public HoldTable {
        if (!NAME.matcher(table).matches()
                || !NAME.matcher(id).matches()
                || !NAME.matcher(state).matches()) {
            throw new IllegalArgumentException(table + "." + id + "." + state);
        }
    }

    String due() {
        return "SELECT %2$s FROM %1$s WHERE %3$s = 'HELD' AND expires_at <= ? GROUP BY %2$s ORDER BY MIN(expires_at), %2$s LIMIT ?"
                .formatted(table, id, state);
    }

    /** Whoever confirmed or released it meanwhile was right: only what is still held, and still due, waits on. */
    String postpone(String ids) {
        return "UPDATE %1$s SET due_since = COALESCE(due_since, expires_at), expires_at = ? WHERE %2$s IN (%4$s) AND %3$s = 'HELD' AND expires_at <= ?"
                .formatted(table, id, state, ids);
    }

    String keptSince() {
        return "SELECT COUNT(DISTINCT %2$s), MIN(COALESCE(due_since, expires_at)) FROM %1$s WHERE %3$s = 'HELD' AND COALESCE(due_since, expires_at) <= ?"
                .formatted(table, id, state);
    }

    String eldest() {
        return "SELECT %2$s FROM %1$s WHERE %3$s = 'HELD' AND COALESCE(due_since, expires_at) <= ? GROUP BY %2$s ORDER BY MIN(COALESCE(due_since, expires_at)) LIMIT 10"
                .formatted(table, id, state);
    }
}
