package io.mendian.simulation;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.PreparedStatement;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** A statement whose text holds its values: what it writes goes the way of prepared ones, once. */
final class TextCall implements InvocationHandler {

    private final Session session;
    private final Statement real;

    private TextCall(Session session, Statement real) {
        this.session = session;
        this.real = real;
    }

    static Statement of(Session session, Statement real) {
        return (Statement) Proxy.newProxyInstance(
                TextCall.class.getClassLoader(), new Class<?>[] {Statement.class}, new TextCall(session, real));
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) throws Throwable {
        if (method.getName().equals("executeUpdate") && arguments != null && arguments.length == 1) {
            try (PreparedStatement once = session.once((String) arguments[0])) {
                return once.executeUpdate();
            }
        }
        return Session.call(real, method, arguments);
    }
}
