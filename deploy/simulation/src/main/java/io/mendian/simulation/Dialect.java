package io.mendian.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says in H2's words what the services say in those of MySQL and MariaDB. Nothing of a guard is changed here. */
final class Dialect {

    /** {@code UPDATE a x JOIN b y ON y.c = x.c SET x.d = … WHERE …}: the rows of b are looked up for each row of a. */
    private static final Pattern UPDATE_JOIN = Pattern.compile(
            "(?is)^\\s*UPDATE\\s+(\\w+)\\s+(\\w+)\\s+JOIN\\s+(\\w+)\\s+(\\w+)\\s+ON\\s+(.+?)\\s+SET\\s+(.+?)\\s+WHERE\\s+(.+)$");

    private static final List<String> TABLE_OPTIONS = List.of(
            "(?i)\\s+DEFAULT\\s+(CHARACTER SET|CHARSET)\\s*=?\\s*\\w+",
            "(?i)\\s+CHARACTER SET\\s+\\w+",
            "(?i)\\s+COLLATE\\s*=?\\s*\\w+",
            "(?i)(?<=\\))\\s+(STORED|VIRTUAL|PERSISTENT)\\b");

    private Dialect() {}

    static String of(String sql) {
        String said = sql;
        Matcher join = UPDATE_JOIN.matcher(said);
        if (join.matches()) {
            said = mergeOf(join);
        }
        return said.replaceAll("(?i)\\bAS\\s+CHAR\\)", "AS VARCHAR)")
                .replaceAll("(?i)\\s+LOCK IN SHARE MODE", " FOR UPDATE")
                .replaceAll("\\bIF\\(", "CASEWHEN(")
                .replace("<=>", "IS NOT DISTINCT FROM")
                .replaceAll("\\bDIV\\b", "/")
                .replaceAll("COUNT\\(DISTINCT topic, msg_key\\)", "COUNT(DISTINCT (topic, msg_key))")
                .replaceAll("(?i)\\bINTERVAL 8 HOUR\\b", "INTERVAL '8' HOUR");
    }

    private static String mergeOf(Matcher join) {
        String table = join.group(1);
        String alias = join.group(2);
        String changes = join.group(6).replaceAll("(^|,)\\s*" + alias + "\\.(\\w+)\\s*=", "$1 $2 =");
        return "MERGE INTO " + table + " " + alias + " USING " + join.group(3) + " " + join.group(4) + " ON ("
                + join.group(5) + " AND " + join.group(7) + ") WHEN MATCHED THEN UPDATE SET " + changes;
    }

    /** The statements of a migration. */
    static List<String> script(String text) {
        List<String> statements = new ArrayList<>();
        for (String part : text.replaceAll("(?m)--.*$", "").split(";\\s*(\\n|$)")) {
            if (!part.isBlank()) {
                statements.addAll(each(part));
            }
        }
        return statements;
    }

    private static List<String> each(String part) {
        String statement = part;
        for (String option : TABLE_OPTIONS) {
            statement = statement.replaceAll(option, "");
        }
        statement = statement.strip();
        if (!statement.regionMatches(true, 0, "ALTER TABLE", 0, 11)) {
            return List.of(statement);
        }
        String[] words = statement.split("\\s+", 4);
        List<String> changes = new ArrayList<>();
        int depth = 0;
        int from = 0;
        String body = words[3];
        for (int i = 0; i <= body.length(); i++) {
            char c = i < body.length() ? body.charAt(i) : ',';
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ',' && depth == 0) {
                changes.add("ALTER TABLE " + words[2] + " "
                        + body.substring(from, i).strip());
                from = i + 1;
            }
        }
        return changes;
    }
}
