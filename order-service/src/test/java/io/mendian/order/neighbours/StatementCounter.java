package io.mendian.order.neighbours;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Counts the SQL statements that the service sends, while a test asks for it. */
@Component
public class StatementCounter implements BeanPostProcessor {

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

    private static Object statement(Statement real, Class<?> type, String sql) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
            if (on && method.getName().startsWith("execute")) {
                SENT.add(sql == null ? String.valueOf(arguments[0]) : sql);
            }
            return call(() -> method.invoke(real, arguments));
        });
    }

    private interface Call {
        Object run() throws Exception;
    }

    private static Object call(Call call) throws Throwable {
        try {
            return call.run();
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
