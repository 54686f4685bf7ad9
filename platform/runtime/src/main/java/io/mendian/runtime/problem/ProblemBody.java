package io.mendian.runtime.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/** The JSON of a refusal (RFC 9457): code is stable, detail is fit to show to a person, fields names what to mend. */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @Nullable String traceId,
        Map<String, Object> facts,
        List<FieldError> fields) {

    /** One field of the request and what is wrong with it. */
    public record FieldError(String field, String message) {}

    public static ProblemBody of(Problem problem, Map<String, Object> facts, Locale locale) {
        return of(problem, facts, List.of(), locale);
    }

    public static ProblemBody of(Problem problem, Map<String, Object> facts, List<FieldError> fields, Locale locale) {
        boolean english = "en".equals(locale.getLanguage());
        String text = english ? problem.en() : problem.zh();
        for (Map.Entry<String, Object> fact : facts.entrySet()) {
            text = text.replace("{" + fact.getKey() + "}", String.valueOf(fact.getValue()));
        }
        String type =
                "urn:mendian:problem:" + problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String title = problem.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new ProblemBody(type, title, problem.status(), text, problem.name(), MDC.get("traceId"), facts, fields);
    }
}
