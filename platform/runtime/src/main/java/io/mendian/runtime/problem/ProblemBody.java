package io.mendian.runtime.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mendian.kernel.Money;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
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

    private static final Pattern AMOUNT = Pattern.compile("-?\\d{1,18}");

    /** One field of the request and what is wrong with it. */
    public record FieldError(String field, String message) {}

    /** A refusal that names no facts. */
    public static ProblemBody of(Problem problem, Locale locale) {
        return of(problem, Map.of(), List.of(), locale, Money.CNY);
    }

    /**
     * With the facts in their places of the text. Facts whose names end in Minor are amounts of {@code currency}: they stay
     * integers for programs and are told to people in the main unit, 1250 as 12.50 元.
     */
    public static ProblemBody of(
            Problem problem, Map<String, Object> facts, List<FieldError> fields, Locale locale, Currency currency) {
        boolean english = "en".equals(locale.getLanguage());
        String text = english ? problem.en() : problem.zh();
        for (Map.Entry<String, Object> fact : facts.entrySet()) {
            text = text.replace("{" + fact.getKey() + "}", told(fact.getKey(), fact.getValue(), english, currency));
        }
        String type =
                "urn:mendian:problem:" + problem.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String title = problem.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return new ProblemBody(type, title, problem.status(), text, problem.name(), MDC.get("traceId"), facts, fields);
    }

    private static String told(String name, Object value, boolean english, Currency currency) {
        String plain = String.valueOf(value);
        if (!name.endsWith("Minor") || !AMOUNT.matcher(plain).matches()) {
            return plain;
        }
        Money money = Money.of(Long.parseLong(plain), currency);
        return english ? money.en() : money.zh();
    }
}
