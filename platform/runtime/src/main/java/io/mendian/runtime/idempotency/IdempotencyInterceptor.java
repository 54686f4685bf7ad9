package io.mendian.runtime.idempotency;

import io.mendian.runtime.idempotency.IdempotencyStore.Entry;
import io.mendian.runtime.persistence.TransactionRetry;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
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
    private final Clock clock;

    IdempotencyInterceptor(IdempotencyStore store, TransactionTemplate transaction, JsonMapper json, Clock clock) {
        this.store = store;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    private record Request(String principal, String route, String key, String bodyHash) {}

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        Method method = invocation.getMethod();
        Request request = requestOf(invocation);
        return Objects.requireNonNull(method.getAnnotation(Idempotent.class)).value() == Idempotent.Kind.LOCAL
                ? local(invocation, request)
                : process(invocation, request);
    }

    private @Nullable Object local(MethodInvocation invocation, Request request) {
        return TransactionRetry.repeat(
                        () -> transaction.execute(status -> Optional.ofNullable(once(invocation, request))))
                .orElse(null);
    }

    private @Nullable Object once(MethodInvocation invocation, Request request) {
        if (!store.begin(request.principal, request.route, request.key, request.bodyHash)) {
            Entry entry = store.find(request.principal, request.route, request.key)
                    .orElseThrow(CommonProblem.REQUEST_IN_PROGRESS::with);
            return replay(entry, request, invocation.getMethod());
        }
        Object answer = proceed(invocation);
        keep(request, invocation.getMethod(), answer);
        return answer;
    }

    private @Nullable Object process(MethodInvocation invocation, Request request) {
        boolean begun = store.begin(request.principal, request.route, request.key, request.bodyHash);
        Entry entry = store.find(request.principal, request.route, request.key)
                .orElseThrow(CommonProblem.REQUEST_IN_PROGRESS::with);
        if (!begun) {
            if (entry.isAnswered() || !entry.bodyHash().equals(request.bodyHash)) {
                return replay(entry, request, invocation.getMethod());
            }
            if (entry.leasedUntil().isAfter(clock.instant())
                    || !store.takeOver(request.principal, request.route, request.key, entry)) {
                throw CommonProblem.REQUEST_IN_PROGRESS.with();
            }
        }
        Object[] arguments = invocation.getArguments();
        for (int i = 0; i < arguments.length; i++) {
            if (invocation.getMethod().getParameterTypes()[i] == OperationId.class) {
                arguments[i] = new OperationId(entry.operationId());
            }
        }
        try {
            Object answer = proceed(invocation);
            keep(request, invocation.getMethod(), answer);
            return answer;
        } catch (RuntimeException e) {
            // whoever led is gone, for whatever reason: the next try need not wait for the lease
            store.release(request.principal, request.route, request.key);
            throw e;
        }
    }

    private @Nullable Object replay(Entry entry, Request request, Method method) {
        if (!entry.bodyHash().equals(request.bodyHash)) {
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
        Object body = json.readValue(entry.answer(), wrapped ? type.containedTypeOrUnknown(0) : type);
        return wrapped
                ? ResponseEntity.status(Objects.requireNonNull(entry.status())).body(body)
                : body;
    }

    private void keep(Request request, Method method, @Nullable Object answer) {
        int status = 200;
        Object body = answer;
        if (answer instanceof ResponseEntity<?> entity) {
            status = entity.getStatusCode().value();
            body = entity.getBody();
        } else {
            ResponseStatus declared = AnnotatedElementUtils.findMergedAnnotation(method, ResponseStatus.class);
            status = declared == null ? 200 : declared.code().value();
        }
        store.answer(request.principal, request.route, request.key, status, json.writeValueAsString(body));
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
        return new Request(principal, route, key, hash(invocation));
    }

    private String hash(MethodInvocation invocation) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            var annotations = invocation.getMethod().getParameterAnnotations();
            for (int i = 0; i < annotations.length; i++) {
                Object argument = invocation.getArguments()[i];
                boolean counts = Arrays.stream(annotations[i])
                        .anyMatch(a -> a instanceof RequestBody || a instanceof PathVariable);
                if (counts && !(argument instanceof MultipartFile)) {
                    digest.update(json.writeValueAsBytes(argument));
                }
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
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
