package io.mendian.runtime.client;

import feign.Response;
import feign.codec.ErrorDecoder;
import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.problem.Problem;
import io.mendian.runtime.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A refusal of the called service (4xx) reaches the user as it is; any other failure says which service is away. */
final class ProblemDecoder implements ErrorDecoder {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemDecoder.class);
    private final JsonMapper json;

    ProblemDecoder(JsonMapper json) {
        this.json = json;
    }

    private record Passed(String name, int status, String zh, String en) implements Problem {}

    @Override
    public Exception decode(String methodKey, Response response) {
        String service = response.request().requestTemplate().feignTarget().name();
        if (response.status() >= 500
                || response.status() == 401
                || response.status() == 403
                || response.body() == null) {
            LOG.warn("{} answered {} to {}", service, response.status(), methodKey);
            return CommonProblem.DEPENDENCY_UNAVAILABLE.with("service", service);
        }
        try (InputStream body = response.body().asInputStream()) {
            JsonNode problem = json.readTree(body);
            String code = problem.path("code").asString("");
            if (code.isEmpty()) {
                return noProblem(service, methodKey, response);
            }
            String detail = problem.path("detail").asString("");
            Map<String, Object> facts = new HashMap<>();
            problem.path("facts")
                    .forEachEntry((name, value) ->
                            facts.put(name, value.isValueNode() ? value.asString() : value.toString()));
            return ProblemException.of(new Passed(code, response.status(), detail, detail), facts);
        } catch (IOException | JacksonException e) {
            return noProblem(service, methodKey, response);
        }
    }

    private static ProblemException noProblem(String service, String methodKey, Response response) {
        LOG.warn("{} answered {} to {} without a problem", service, response.status(), methodKey);
        return CommonProblem.DEPENDENCY_UNAVAILABLE.with("service", service);
    }
}
