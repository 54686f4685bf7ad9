package io.mendian.gateway.front;

import io.mendian.runtime.problem.Problem;
import io.mendian.runtime.problem.ProblemBody;
import java.util.Locale;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Answers with problem+json, in the caller's language, as the services do. */
@Component
public class Refusals {

    private final JsonMapper json;

    public Refusals(JsonMapper json) {
        this.json = json;
    }

    public Mono<Void> refuse(ServerWebExchange exchange, Problem problem) {
        ServerHttpResponse response = exchange.getResponse();
        boolean english = exchange.getRequest().getHeaders().getAcceptLanguageAsLocales().stream()
                .findFirst()
                .map(locale -> locale.getLanguage().equals("en"))
                .orElse(false);
        Locale locale = english ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (problem.status() == 429 || problem.status() == 503) {
            response.getHeaders().set("Retry-After", "2");
        }
        DataBuffer body = response.bufferFactory().wrap(json.writeValueAsBytes(ProblemBody.of(problem, locale)));
        return response.writeWith(Mono.just(body));
    }
}
