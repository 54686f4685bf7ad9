package io.mendian.runtime.client;

import feign.Client;
import feign.Request;
import feign.Response;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.mendian.runtime.crash.CrashPoints;
import io.mendian.runtime.problem.CommonProblem;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;

/** Counts failures per called service; while its breaker is open a call fails at once with 503. */
final class GuardedClient implements Client {

    private static final int INSTANCES_TRIED = 3;

    private final Client delegate;
    private final ObjectProvider<CircuitBreakerRegistry> breakers;

    GuardedClient(Client delegate, ObjectProvider<CircuitBreakerRegistry> breakers) {
        this.delegate = delegate;
        this.breakers = breakers;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        String service = request.requestTemplate().feignTarget().name();
        CircuitBreaker breaker = breakers.getObject().circuitBreaker(service);
        try {
            breaker.acquirePermission();
        } catch (CallNotPermittedException e) {
            throw CommonProblem.DEPENDENCY_UNAVAILABLE.with("service", service);
        }
        CrashPoints.at("call.asking", () -> nameOf(request));
        long began = System.nanoTime();
        try {
            Response response = atAnInstanceThatTakesIt(request, options);
            CrashPoints.at("call.answered", () -> nameOf(request));
            if (response.status() >= 500) {
                breaker.onError(
                        System.nanoTime() - began, TimeUnit.NANOSECONDS, new IOException("" + response.status()));
            } else {
                breaker.onSuccess(System.nanoTime() - began, TimeUnit.NANOSECONDS);
            }
            return response;
        } catch (IOException | RuntimeException e) {
            breaker.onError(System.nanoTime() - began, TimeUnit.NANOSECONDS, e);
            throw e;
        }
    }

    /** A refused connection has sent nothing: another instance is asked, whatever the method. What was sent is never sent again. */
    private Response atAnInstanceThatTakesIt(Request request, Request.Options options) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return delegate.execute(request, options);
            } catch (ConnectException e) {
                if (attempt == INSTANCES_TRIED) {
                    throw e;
                }
            }
        }
    }

    /** {@code InventoryClient#release}: the client's method without its parameters. */
    private static String nameOf(Request request) {
        return request.requestTemplate().methodMetadata().configKey().replaceFirst("\\(.*", "");
    }
}
