package io.mendian.gateway.front;

import io.mendian.gateway.identity.GatewayProblem;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.problem.Problem;
import java.io.IOException;
import java.net.ConnectException;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** What goes wrong on the way to a service: a dead service is 503, a slow one 503, an unknown path 404. */
@Component
@Order(-2)
class ErrorAnswers implements ErrorWebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
    private final Refusals refusals;

    ErrorAnswers(Refusals refusals) {
        this.refusals = refusals;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable error) {
        if (exchange.getResponse().isCommitted()) {
            // part of an answer has gone out: the connection is broken off, or the client would take the part for the
            // whole
            return Mono.error(error);
        }
        return refusals.refuse(exchange, problemOf(error));
    }

    private static Problem problemOf(Throwable error) {
        if (error instanceof ResponseStatusException status) {
            return switch (status.getStatusCode().value()) {
                case 404 -> CommonProblem.NOT_FOUND;
                case 405 -> CommonProblem.METHOD_NOT_ALLOWED;
                case 413 -> CommonProblem.PAYLOAD_TOO_LARGE;
                case 503, 504 -> GatewayProblem.SERVICE_AWAY;
                default -> status.getStatusCode().is4xxClientError() ? CommonProblem.NOT_FOUND : CommonProblem.INTERNAL;
            };
        }
        if (error instanceof ConnectException || error instanceof TimeoutException || error instanceof IOException) {
            LOG.warn("a service is away: {}", error.toString());
            return GatewayProblem.SERVICE_AWAY;
        }
        LOG.error("unexpected failure", error);
        return CommonProblem.INTERNAL;
    }
}
