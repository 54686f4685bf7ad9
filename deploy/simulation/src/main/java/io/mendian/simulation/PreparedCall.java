package io.mendian.simulation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement as a service sees it: before it runs another fiber may; where it meets a locked row it waits and begins
 * again; where everybody waits somebody loses with error 1213, as InnoDB would have it.
 */
final class PreparedCall implements InvocationHandler {

    private static final int LOCK_TIMEOUT = 50200;
    private static final int CONCURRENT_UPDATE = 90131;
    private static final int DEADLOCK = 40001;

    private record Setting(Method method, Object[] arguments) {}

    private final Session session;
    private final String sql;
    /** Without the values of a text: ids of events, and numbers that the database counts on through all histories. */
    private final String label;

    private final PreparedStatement real;
    private final PreparedStatement proxy;
    private final List<Setting> settings = new ArrayList<>();
    private final List<List<Setting>> batch = new ArrayList<>();
    private boolean kept;
    private boolean taken;

    PreparedCall(Session session, String sql, PreparedStatement real) {
        this.session = session;
        this.sql = sql;
        int values = sql.indexOf(" VALUES (");
        this.label = (values < 0 ? sql : sql.substring(0, values)).replaceAll("\\b\\d+\\b", "#");
        this.real = real;
        this.proxy = (PreparedStatement) Proxy.newProxyInstance(
                PreparedCall.class.getClassLoader(), new Class<?>[] {PreparedStatement.class}, this);
    }

    PreparedStatement proxy() {
        return proxy;
    }

    void keep() {
        kept = true;
        taken = true;
    }

    /** Not needed again: it ends with its present use, if there is one. */
    void drop() {
        kept = false;
        if (!taken) {
            try {
                real.close();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    boolean take() throws SQLException {
        if (taken) {
            return false;
        }
        taken = true;
        real.clearParameters();
        settings.clear();
        batch.clear();
        return true;
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        String name = method.getName();
        if (name.startsWith("set") && arguments != null && arguments.length > 1) {
            settings.add(new Setting(method, arguments));
            return Session.call(real, method, arguments);
        }
        switch (name) {
            case "execute", "executeQuery", "executeUpdate", "executeLargeUpdate" -> {
                return execute(method, arguments);
            }
            case "addBatch" -> {
                batch.add(List.copyOf(settings));
                settings.clear();
                return null;
            }
            case "executeBatch" -> {
                return executeBatch();
            }
            case "close" -> {
                if (kept) {
                    taken = false;
                } else {
                    real.close();
                }
                return null;
            }
            case "isClosed" -> {
                return !taken;
            }
            case "getConnection" -> {
                return session.open();
            }
            case "unwrap", "isWrapperFor" -> throw new SQLException("not a wrapper");
            case "equals" -> {
                return self == (arguments == null ? null : arguments[0]);
            }
            case "hashCode" -> {
                return System.identityHashCode(this);
            }
            default -> {
                return Session.call(real, method, arguments);
            }
        }
    }

    private int[] executeBatch() throws Throwable {
        Method update = PreparedStatement.class.getMethod("executeUpdate");
        int[] counts = new int[batch.size()];
        for (int i = 0; i < counts.length; i++) {
            for (Setting setting : batch.get(i)) {
                Session.call(real, setting.method, setting.arguments);
            }
            counts[i] = (Integer) java.util.Objects.requireNonNull(execute(update, null));
        }
        batch.clear();
        return counts;
    }

    private @Nullable Object execute(Method method, Object @Nullable [] arguments) throws Throwable {
        Fiber fiber = Fiber.current();
        if (fiber != null) {
            World.of(fiber).point(fiber, label);
            if (session.isInTransaction() && session.database.faults().deadlock()) {
                throw lost();
            }
        }
        boolean writes = session.database.writes(sql);
        while (true) {
            try {
                Object answer = Session.call(real, method, arguments);
                boolean undone = writes && session.forgetUndoneStatement();
                if (undone || !session.isInTransaction()) {
                    session.database.scheduler().released(session.database);
                }
                return answer;
            } catch (SQLException e) {
                boolean ignored = session.forgetUndoneStatement();
                if (e.getErrorCode() == DEADLOCK) {
                    throw lost();
                }
                if (fiber == null || e.getErrorCode() != LOCK_TIMEOUT && e.getErrorCode() != CONCURRENT_UPDATE) {
                    // what the statement had locked before it failed is free again
                    session.database.scheduler().released(session.database);
                    throw e;
                }
                World.of(fiber).waits(fiber, label);
                if (session.database.scheduler().blockedBy(session.database)) {
                    throw lost();
                }
            }
        }
    }

    private SQLException lost() throws SQLException {
        session.rollback();
        return new SQLException("Deadlock found when trying to get lock", "40001", 1213);
    }
}
