package io.mendian.runtime.persistence;

import io.micrometer.core.instrument.Metrics;
import java.sql.SQLException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Repeats a whole transaction when the database says that it lost: 1213 deadlock, 1205 lock wait, 1020 snapshot
 * conflict. Inside a running transaction it lets the exception through, for only the outermost may begin again.
 */
public final class TransactionRetry implements MethodInterceptor {

    private static final int ATTEMPTS = 8;
    private static final long FIRST_PAUSE_MILLIS = 5;

    private static volatile LongConsumer sleep = TransactionRetry::sleep;

    /** For a simulation, in which only its own time passes; takes milliseconds. */
    static void pauseBy(LongConsumer other) {
        sleep = other;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return invocation.proceed();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return invocation instanceof org.springframework.aop.ProxyMethodInvocation proxied
                        ? proxied.invocableClone().proceed()
                        : invocation.proceed();
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !lostARace(e)) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    /** The same for code that holds a transaction template. */
    public static <T extends @Nullable Object> T repeat(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                return transaction.get();
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS
                        || !lostARace(e)
                        || TransactionSynchronizationManager.isActualTransactionActive()) {
                    throw e;
                }
                pause(attempt);
            }
        }
    }

    /** Whether the database asks for the transaction to be begun again. */
    public static boolean lostARace(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql
                    && (sql.getErrorCode() == 1213 || sql.getErrorCode() == 1205 || sql.getErrorCode() == 1020)) {
                Metrics.counter("mendian.transaction.retries", "code", Integer.toString(sql.getErrorCode()))
                        .increment();
                return true;
            }
        }
        return false;
    }

    private static void pause(int attempt) {
        sleep.accept(FIRST_PAUSE_MILLIS << attempt);
    }

    private static void sleep(long most) {
        try {
            TimeUnit.MILLISECONDS.sleep(ThreadLocalRandom.current().nextLong(1, most));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to begin again", e);
        }
    }
}
