package io.mendian.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Counts the SQL statements that the service under test sends, while a test asks for it, so that a test can fail when they
 * grow. It counts those of all threads: the tests of a service run one after the other.
 */
public final class StatementCounter implements BeanPostProcessor {

    private static final Queue<String> SENT = new ConcurrentLinkedQueue<>();
    private static volatile boolean on;

    /** The statements sent while {@code work} runs. */
    public static List<String> sentBy(Runnable work) {
        SENT.clear();
        on = true;
        try {
            work.run();
            return List.copyOf(SENT);
        } finally {
            on = false;
        }
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource dataSource ? dataSource(dataSource) : bean;
    }

    private static Object dataSource(DataSource real) {
        return Proxy.newProxyInstance(
                DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    Object result = call(() -> method.invoke(real, arguments));
                    return result instanceof Connection connection ? connection(connection) : result;
                });
    }

    private static Object connection(Connection real) {
        return Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    Object result = call(() -> method.invoke(real, arguments));
                    if (result instanceof PreparedStatement statement) {
                        return statement(statement, PreparedStatement.class, (String) arguments[0]);
                    }
                    return result instanceof Statement statement ? statement(statement, Statement.class, null) : result;
                });
    }

    private static Object statement(Statement real, Class<?> type, @Nullable String sql) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (on && method.getName().startsWith("execute")) {
                SENT.add(sql == null ? String.valueOf(arguments[0]) : sql);
            }
            return call(() -> method.invoke(real, arguments));
        });
    }

    private interface Call {
        @Nullable
        Object run() throws Exception;
    }

    private static @Nullable Object call(Call call) throws Throwable {
        try {
            return call.run();
        } catch (InvocationTargetException e) {
            throw Objects.requireNonNull(e.getCause());
        }
    }
}
