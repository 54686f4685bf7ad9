package io.mendian.simulation;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/**
 * The database of one service in one world: read committed, row locks, unique keys and checks as the migrations say.
 * Before every statement another fiber may go on; whoever meets a locked row waits; what a killed fiber had not committed
 * is lost.
 */
final class Database implements DataSource {

    private static final Pattern WRITES = Pattern.compile(
            "(?is)^\\s*(?:INSERT\\s+(?:IGNORE\\s+)?INTO|UPDATE|DELETE\\s+FROM|MERGE\\s+INTO)\\s+(\\w+)");

    final String name;
    private final Scheduler scheduler;
    private final String url;
    private final ArrayDeque<Session> idle = new ArrayDeque<>();
    private final Map<String, String> said = new Lately<>(text -> {});
    private final Map<String, String> written = new Lately<>(table -> {});
    private final TreeSet<String> touched = new TreeSet<>();
    private final Map<String, List<Object[]>> base = new LinkedHashMap<>();
    private UnaryOperator<String> mutation = UnaryOperator.identity();
    private Faults faults = Faults.NONE;

    @SuppressWarnings({"unused", "UnusedVariable"})
    private @org.jspecify.annotations.Nullable Connection creator;

    Database(String world, String name, Scheduler scheduler) {
        this.name = name;
        this.scheduler = scheduler;
        this.url = "jdbc:h2:mem:" + world + "-" + name
                + ";MODE=MySQL;DATABASE_TO_LOWER=TRUE;CASE_INSENSITIVE_IDENTIFIERS=TRUE;LOCK_TIMEOUT=0;ANALYZE_AUTO=0"
                + ";DB_CLOSE_DELAY=-1;NON_KEYWORDS=DAY,VALUE,KEY,USER,MONTH,YEAR,HOUR,MINUTE";
    }

    Scheduler scheduler() {
        return scheduler;
    }

    /** What the database does wrong by itself. */
    interface Faults {
        Faults NONE = () -> false;

        /** Whether this statement loses its transaction, as after a deadlock with somebody unseen. */
        boolean deadlock();
    }

    void faults(Faults now) {
        faults = now;
    }

    Faults faults() {
        return faults;
    }

    /** Says another thing than the services do: how a guard is taken away to see whether that is found. */
    void mutate(UnaryOperator<String> how) {
        mutation = how;
        said.clear();
        idle.forEach(Session::forget);
    }

    void create(List<String> scripts) throws SQLException {
        // never closed: the database computes its check constraints in the session that made them
        Connection connection = DriverManager.getConnection(url);
        creator = connection;
        H2Locks.neverWait(connection);
        try (Statement statement = connection.createStatement()) {
            for (String script : scripts) {
                for (String one : Dialect.script(script)) {
                    boolean onRows = WRITES.matcher(one).find();
                    try {
                        statement.execute(one);
                    } catch (SQLException e) {
                        if (!onRows || one.contains("VALUES")) {
                            throw e;
                        }
                        // it moves rows of earlier versions, of which a new database has none
                    }
                }
            }
            statement.execute("SET REFERENTIAL_INTEGRITY FALSE");
        }
    }

    String translated(String sql) {
        return said.computeIfAbsent(sql, text -> Dialect.of(mutation.apply(text)));
    }

    boolean writes(String sql) {
        String table = written.computeIfAbsent(sql, text -> {
            Matcher matcher = WRITES.matcher(text);
            return matcher.find() ? matcher.group(1).toLowerCase(java.util.Locale.ROOT) : "";
        });
        if (table.isEmpty()) {
            return false;
        }
        touched.add(table);
        return true;
    }

    @Override
    public Connection getConnection() throws SQLException {
        Session session = idle.poll();
        if (session == null) {
            session = new Session(this, DriverManager.getConnection(url));
        }
        return session.open();
    }

    void giveBack(Session session) {
        idle.push(session);
    }

    /** Keeps what is in all tables as that with which every seed begins. */
    void remember() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                ResultSet tables =
                        connection.getMetaData().getTables(null, "public", null, new String[] {"BASE TABLE"})) {
            while (tables.next()) {
                String table = tables.getString("TABLE_NAME");
                base.put(table, rows(connection, table));
            }
        }
        touched.clear();
    }

    private static List<Object[]> rows(Connection connection, String table) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT * FROM " + table)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                Object[] row = new Object[columns];
                for (int i = 0; i < columns; i++) {
                    row[i] = result.getObject(i + 1);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** Back to the beginning: only tables that somebody wrote to. */
    void reset() throws SQLException {
        try (Connection connection = getConnection()) {
            connection.setAutoCommit(false);
            for (String table : List.copyOf(touched)) {
                try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + table)) {
                    delete.executeUpdate();
                }
                List<Object[]> rows = base.getOrDefault(table, List.of());
                if (!rows.isEmpty()) {
                    insert(connection, table, rows);
                }
            }
            connection.commit();
            connection.setAutoCommit(true);
        }
        touched.clear();
    }

    private static void insert(Connection connection, String table, List<Object[]> rows) throws SQLException {
        String marks = String.join(", ", java.util.Collections.nCopies(rows.getFirst().length, "?"));
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO " + table + " VALUES (" + marks + ")")) {
            for (Object[] row : rows) {
                for (int i = 0; i < row.length; i++) {
                    insert.setObject(i + 1, row[i]);
                }
                insert.executeUpdate();
            }
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() {
        return new PrintWriter(System.err, false, java.nio.charset.StandardCharsets.UTF_8);
    }

    @Override
    public void setLogWriter(PrintWriter out) {
        // nobody listens
    }

    @Override
    public void setLoginTimeout(int seconds) {
        // nobody waits
    }

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("not a wrapper");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
