package io.mendian.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.mendian.runtime.problem.ProblemAdvice;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.method.annotation.ExceptionHandlerMethodResolver;

/** A connection that breaks in the middle of a statement, or of a commit, is the database's absence: nothing is wrong with the request or the event. */
class DatabaseAwayTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                RecoverableDataAccessException.class,
                TransactionSystemException.class,
                CannotCreateTransactionException.class,
                CannotGetJdbcConnectionException.class,
                CannotAcquireLockException.class,
                QueryTimeoutException.class
            })
    void theRequestIsToBeRepeatedAndTheEventIsNotParked(Class<? extends RuntimeException> type) throws Exception {
        assertThat(answer(type)).isEqualTo("busy");
        assertThat(EventDispatcher.saysDatabaseIsAway(thrown(type))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(classes = {DataIntegrityViolationException.class, OptimisticLockingFailureException.class})
    void whatTheStatementItselfIsRefusedForIsNot(Class<? extends RuntimeException> type) throws Exception {
        assertThat(EventDispatcher.saysDatabaseIsAway(thrown(type))).isFalse();
    }

    private static RuntimeException thrown(Class<? extends RuntimeException> type) throws ReflectiveOperationException {
        return type.getConstructor(String.class).newInstance("away");
    }

    private static String answer(Class<? extends RuntimeException> type) {
        return Objects.requireNonNull(
                        new ExceptionHandlerMethodResolver(ProblemAdvice.class).resolveMethodByExceptionType(type))
                .getName();
    }
}
