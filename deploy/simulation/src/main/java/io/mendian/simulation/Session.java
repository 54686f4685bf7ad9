package io.mendian.simulation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Objects;
import org.h2.engine.SessionLocal;
import org.jspecify.annotations.Nullable;

/** A connection as a service sees it. Its statements are kept prepared from one use to the next. */
final class Session implements InvocationHandler {

    private static final ClassLoader LOADER = Session.class.getClassLoader();

    final Database database;
    final Connection real;
    private final SessionLocal inside;
    private final Connection proxy;
    private final Map<String, PreparedCall> prepared = new Lately<>(PreparedCall::drop);
    private boolean closed;
    private boolean inTransaction;

    Session(Database database, Connection real) throws SQLException {
        this.inside = H2Locks.session(real);
        this.database = database;
        this.real = real;
        this.proxy = (Connection) Proxy.newProxyInstance(LOADER, new Class<?>[] {Connection.class}, this);
    }

    Connection open() {
        closed = false;
        return proxy;
    }

    /** Whether a statement belongs to a transaction that goes on after it. */
    boolean isInTransaction() {
        return inTransaction;
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        switch (method.getName()) {
            case "prepareStatement" -> {
                return prepare(method, Objects.requireNonNull(arguments));
            }
            case "createStatement" -> {
                return TextCall.of(this, (Statement) Objects.requireNonNull(call(real, method, arguments)));
            }
            case "commit" -> {
                point("commit");
                real.commit();
                database.scheduler().released(database);
                point("committed");
                return null;
            }
            case "rollback" -> {
                if (arguments == null) {
                    rollback();
                    return null;
                }
            }
            case "setAutoCommit" -> {
                boolean auto = (Boolean) Objects.requireNonNull(arguments)[0];
                if (auto && inTransaction) {
                    database.scheduler().released(database);
                }
                inTransaction = !auto;
            }
            case "close" -> {
                close();
                return null;
            }
            case "isClosed" -> {
                return closed;
            }
            case "isValid" -> {
                return !closed;
            }
            case "equals" -> {
                return arguments != null && self == arguments[0];
            }
            case "hashCode" -> {
                return System.identityHashCode(this);
            }
            case "unwrap", "isWrapperFor" -> throw new SQLException("not a wrapper");
            default -> {
                // as it is
            }
        }
        return call(real, method, arguments);
    }

    private void close() throws SQLException {
        if (!closed) {
            closed = true;
            if (inTransaction) {
                rollback();
                real.setAutoCommit(true);
                inTransaction = false;
            }
            database.giveBack(this);
        }
    }

    boolean forgetUndoneStatement() throws SQLException {
        return H2Locks.forgetUndoneStatement(inside);
    }

    void rollback() throws SQLException {
        real.rollback();
        database.scheduler().released(database);
    }

    private void point(String where) {
        Fiber fiber = Fiber.current();
        if (fiber != null) {
            World.of(fiber).point(fiber, where);
        }
    }

    private Object prepare(Method method, Object[] arguments) throws Throwable {
        String sql = (String) arguments[0];
        String key = arguments.length == 1 ? sql : sql + "\0keys";
        PreparedCall known = prepared.get(key);
        if (known == null || !known.take()) {
            Object[] translated = arguments.clone();
            translated[0] = database.translated(sql);
            PreparedStatement statement = (PreparedStatement) Objects.requireNonNull(call(real, method, translated));
            PreparedCall made = new PreparedCall(this, sql, statement);
            if (known == null) {
                prepared.put(key, made);
                made.keep();
            }
            known = made;
        }
        return known.proxy();
    }

    /** Prepared for one use. */
    PreparedStatement once(String sql) throws SQLException {
        return new PreparedCall(this, sql, real.prepareStatement(database.translated(sql))).proxy();
    }

    /** After a mutation nothing that was prepared before counts. */
    void forget() {
        prepared.clear();
    }

    static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
