package io.mendian.runtime.idempotency;

import io.mendian.runtime.crash.CrashPoints;
import io.mendian.runtime.idempotency.IdempotencyStore.Entry;
import io.mendian.runtime.idempotency.IdempotencyStore.Request;
import io.mendian.runtime.persistence.TransactionRetry;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** Stands around {@link Idempotent} controller methods. */
final class IdempotencyInterceptor implements MethodInterceptor {

    private final IdempotencyStore store;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final BodyHash bodies;
    private final Clock clock;
    private final Leases leases;
    private final SecretAnswers secrets;
    private final Turns turns;

    IdempotencyInterceptor(
            IdempotencyStore store,
            TransactionTemplate transaction,
            JsonMapper json,
            Clock clock,
            Leases leases,
            SecretAnswers secrets,
            Turns turns) {
        this.turns = turns;
        this.secrets = secrets;
        this.store = store;
        this.transaction = transaction;
        this.json = json;
        this.bodies = new BodyHash(json);
        this.clock = clock;
        this.leases = leases;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        Method method = invocation.getMethod();
        Request request = requestOf(invocation);
        Object answer =
                Objects.requireNonNull(method.getAnnotation(Idempotent.class)).value() == Idempotent.Kind.LOCAL
                        ? local(invocation, request)
                        : turns.take(request.route(), () -> Optional.ofNullable(process(invocation, request)))
                                .orElse(null);
        CrashPoints.at("request.answered", request.route());
        return answer;
    }

    private @Nullable Object local(MethodInvocation invocation, Request request) {
        return TransactionRetry.repeat(
                        () -> transaction.execute(status -> Optional.ofNullable(once(invocation, request))))
                .orElse(null);
    }

    private @Nullable Object once(MethodInvocation invocation, Request request) {
        if (!store.begin(request)) {
            return replay(find(request), request, invocation.getMethod());
        }
        return kept(request, invocation.getMethod(), proceed(invocation));
    }

    private @Nullable Object process(MethodInvocation invocation, Request request) {
        boolean begun = store.begin(request);
        Entry entry = find(request);
        Instant until = entry.leasedUntil();
        if (!begun) {
            if (entry.isAnswered() || BodyHash.differs(entry, request)) {
                return replay(entry, request, invocation.getMethod());
            }
            until = takeOver(request, entry);
        }
        Leases.Lease lease = leases.keep(request, until);
        try {
            Object answer = proceed(invocation, entry.operationId());
            leases.end(lease);
            return kept(request, invocation.getMethod(), answer);
        } catch (RuntimeException | Error e) {
            leases.end(lease);
            // whoever led is gone, for whatever reason: the next try need not wait for the lease
            lease.giveUp();
            throw e;
        }
    }

    private Entry find(Request request) {
        return store.find(request).orElseThrow(CommonProblem.REQUEST_IN_PROGRESS::with);
    }

    /**
     * A leader whose lease is over is gone; of those who come then, one leads. A lease that ends later than any honest one
     * was taken by a clock that ran ahead, and is not waited for.
     */
    private Instant takeOver(Request request, Entry entry) {
        Instant now = clock.instant();
        if (entry.leasedUntil().isAfter(now)
                && !entry.leasedUntil().isAfter(now.plus(Leases.LENGTH).plus(Leases.LENGTH))) {
            throw CommonProblem.REQUEST_IN_PROGRESS.with();
        }
        return store.renew(request, entry.leasedUntil()).orElseThrow(CommonProblem.REQUEST_IN_PROGRESS::with);
    }

    private static @Nullable Object proceed(MethodInvocation invocation, long operationId) {
        Object[] arguments = invocation.getArguments();
        for (int i = 0; i < arguments.length; i++) {
            if (invocation.getMethod().getParameterTypes()[i] == OperationId.class) {
                arguments[i] = new OperationId(operationId);
            }
        }
        return proceed(invocation);
    }

    private @Nullable Object replay(Entry entry, Request request, Method method) {
        if (BodyHash.differs(entry, request)) {
            throw CommonProblem.IDEMPOTENCY_KEY_REUSED.with();
        }
        if (!entry.isAnswered()) {
            throw CommonProblem.REQUEST_IN_PROGRESS.with();
        }
        response().setHeader("Idempotent-Replayed", "true");
        if (entry.answer() == null || method.getReturnType() == void.class) {
            return null;
        }
        boolean wrapped = method.getReturnType() == ResponseEntity.class;
        JavaType type = json.getTypeFactory().constructType(method.getGenericReturnType());
        String answer = isSecret(method) ? secrets.open(request, entry.answer()) : entry.answer();
        Object body = json.readValue(answer, wrapped ? type.containedTypeOrUnknown(0) : type);
        return wrapped
                ? ResponseEntity.status(Objects.requireNonNull(entry.status())).body(body)
                : body;
    }

    /** Keeps the answer. When a try that had been taken for dead was faster, its answer is the one. */
    private @Nullable Object kept(Request request, Method method, @Nullable Object answer) {
        int status = 200;
        Object body = answer;
        if (answer instanceof ResponseEntity<?> entity) {
            status = entity.getStatusCode().value();
            body = entity.getBody();
        } else {
            ResponseStatus declared = AnnotatedElementUtils.findMergedAnnotation(method, ResponseStatus.class);
            status = declared == null ? 200 : declared.code().value();
        }
        String text = json.writeValueAsString(body);
        CrashPoints.at("request.answering", request.route());
        return store.answer(request, status, isSecret(method) ? secrets.seal(request, text) : text)
                ? answer
                : replay(find(request), request, method);
    }

    private Request requestOf(MethodInvocation invocation) {
        HttpServletRequest http = attributes().getRequest();
        String key = http.getHeader("Idempotency-Key");
        if (key == null || key.length() < 8 || key.length() > 100) {
            throw CommonProblem.IDEMPOTENCY_KEY_MISSING.with();
        }
        Method method = invocation.getMethod();
        String route = method.getDeclaringClass().getSimpleName() + "." + method.getName();
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        String principal = authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? caller.realm() + ":" + caller.subject()
                : "anyone";
        String hash = hash(invocation);
        return new Request(principal, route, key, isSecret(method) ? BodyHash.marked(secrets.hash(hash)) : hash);
    }

    private static boolean isSecret(Method method) {
        return Objects.requireNonNull(method.getAnnotation(Idempotent.class)).secret();
    }

    private String hash(MethodInvocation invocation) {
        List<Object> parts = new ArrayList<>();
        var annotations = invocation.getMethod().getParameterAnnotations();
        for (int i = 0; i < annotations.length; i++) {
            Object argument = invocation.getArguments()[i];
            boolean counts =
                    Arrays.stream(annotations[i]).anyMatch(a -> a instanceof RequestBody || a instanceof PathVariable);
            if (counts && !(argument instanceof MultipartFile)) {
                parts.add(argument);
            }
        }
        return bodies.of(parts);
    }

    private static @Nullable Object proceed(MethodInvocation invocation) {
        try {
            return invocation instanceof org.springframework.aop.ProxyMethodInvocation proxied
                    ? proxied.invocableClone(invocation.getArguments()).proceed()
                    : invocation.proceed();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private static HttpServletResponse response() {
        return Objects.requireNonNull(attributes().getResponse());
    }

    private static ServletRequestAttributes attributes() {
        return (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
    }
}
