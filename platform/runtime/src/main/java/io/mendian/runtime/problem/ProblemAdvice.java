package io.mendian.runtime.problem;

import feign.FeignException;
import io.mendian.runtime.persistence.TransactionRetry;
import io.mendian.runtime.problem.ProblemBody.FieldError;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.RecoverableDataAccessException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;

/** Turns every exception of a request into problem+json. Unknown errors tell nothing of the inside; they are logged once. */
@RestControllerAdvice
public class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    private final Currency currency;

    ProblemAdvice(@Value("${mendian.currency:CNY}") String currency) {
        this.currency = Currency.getInstance(currency);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> problem(ProblemException e, Locale locale) {
        return answer(body(e.problem(), e.facts(), List.of(), locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> invalid(MethodArgumentNotValidException e, Locale locale) {
        List<FieldError> fields = e.getBindingResult().getFieldErrors().stream()
                .map(error ->
                        new FieldError(error.getField(), Objects.requireNonNullElse(error.getDefaultMessage(), "?")))
                .toList();
        return invalid(summary(fields), fields, locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> invalid(HandlerMethodValidationException e, Locale locale) {
        List<FieldError> fields = e.getParameterValidationResults().stream()
                .flatMap(result -> result.getResolvableErrors().stream()
                        .map(error -> new FieldError(
                                Objects.requireNonNullElse(
                                        result.getMethodParameter().getParameterName(), "?"),
                                Objects.requireNonNullElse(error.getDefaultMessage(), "?"))))
                .toList();
        return invalid(summary(fields), fields, locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> unreadable(HttpMessageNotReadableException e, Locale locale) {
        if (e.getCause() instanceof DatabindException bad && !bad.getPath().isEmpty()) {
            String field = bad.getPath().stream()
                    .map(step -> step.getPropertyName() != null ? step.getPropertyName() : "[" + step.getIndex() + "]")
                    .reduce((a, b) -> b.startsWith("[") ? a + b : a + "." + b)
                    .orElse("?");
            String reason = Objects.requireNonNullElse(bad.getOriginalMessage(), "not readable")
                    .lines()
                    .findFirst()
                    .orElse("");
            return invalid(field + ": " + plain(reason), List.of(new FieldError(field, plain(reason))), locale);
        }
        String reason = e.getCause() instanceof JacksonException bad
                ? "JSON "
                        + Objects.requireNonNullElse(bad.getOriginalMessage(), "")
                                .lines()
                                .findFirst()
                                .orElse("")
                : "a JSON body is expected";
        return invalid(plain(reason), List.of(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> mismatch(MethodArgumentTypeMismatchException e, Locale locale) {
        Class<?> wanted = e.getRequiredType();
        String message = "expects " + (wanted == null ? "another type" : wanted.getSimpleName());
        return invalid(e.getName() + ": " + message, List.of(new FieldError(e.getName(), message)), locale);
    }

    @ExceptionHandler({ServletRequestBindingException.class, MissingServletRequestPartException.class})
    ResponseEntity<ProblemBody> binding(Exception e, Locale locale) {
        return invalid(Objects.requireNonNullElse(e.getMessage(), "?"), List.of(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> illegal(IllegalArgumentException e, Locale locale) {
        LOG.info("refused: {}", e.toString());
        return invalid(Objects.requireNonNullElse(e.getMessage(), "?"), List.of(), locale);
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> tooLarge(MaxUploadSizeExceededException e, Locale locale) {
        return answer(ProblemBody.of(CommonProblem.PAYLOAD_TOO_LARGE, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> missing(NoResourceFoundException e, Locale locale) {
        return answer(ProblemBody.of(CommonProblem.NOT_FOUND, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> method(HttpRequestMethodNotSupportedException e, Locale locale) {
        return answer(ProblemBody.of(CommonProblem.METHOD_NOT_ALLOWED, locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> mediaType(HttpMediaTypeNotSupportedException e, Locale locale) {
        Map<String, Object> facts = Map.of("supported", String.valueOf(e.getSupportedMediaTypes()));
        return answer(body(CommonProblem.UNSUPPORTED_MEDIA_TYPE, facts, List.of(), locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> denied(AccessDeniedException e, Locale locale) {
        return answer(ProblemBody.of(CommonProblem.NOT_ALLOWED, locale));
    }

    @ExceptionHandler({
        TransientDataAccessException.class,
        RecoverableDataAccessException.class,
        DataAccessResourceFailureException.class,
        CannotCreateTransactionException.class,
        TransactionSystemException.class
    })
    ResponseEntity<ProblemBody> busy(Exception e, Locale locale) {
        LOG.warn("database is busy or away: {}", e.toString());
        return answer(ProblemBody.of(CommonProblem.BUSY, locale));
    }

    /** Another service could not be reached, or did not answer in time. */
    @ExceptionHandler
    ResponseEntity<ProblemBody> serviceAway(FeignException e, Locale locale) {
        LOG.warn("a service is away: {}", e.toString());
        String service =
                e.hasRequest() ? e.request().requestTemplate().feignTarget().name() : "?";
        return answer(body(CommonProblem.DEPENDENCY_UNAVAILABLE, Map.of("service", service), List.of(), locale));
    }

    @ExceptionHandler
    ResponseEntity<ProblemBody> unknown(Exception e, Locale locale) {
        if (TransactionRetry.lostARace(e)) {
            return busy(e, locale);
        }
        LOG.error("unexpected failure", e);
        return answer(ProblemBody.of(CommonProblem.INTERNAL, locale));
    }

    private ProblemBody body(Problem problem, Map<String, Object> facts, List<FieldError> fields, Locale locale) {
        return ProblemBody.of(problem, facts, fields, locale, currency);
    }

    private ResponseEntity<ProblemBody> invalid(String reason, List<FieldError> fields, Locale locale) {
        return answer(body(CommonProblem.INVALID_REQUEST, Map.of("reason", reason), fields, locale));
    }

    private static ResponseEntity<ProblemBody> answer(ProblemBody body) {
        ResponseEntity.BodyBuilder builder =
                ResponseEntity.status(body.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (body.status() == 503 || body.code().equals(CommonProblem.REQUEST_IN_PROGRESS.name())) {
            builder.header(HttpHeaders.RETRY_AFTER, "2");
        }
        return builder.body(body);
    }

    private static String summary(List<FieldError> fields) {
        return fields.stream()
                .map(error -> error.field() + " " + error.message())
                .reduce((a, b) -> a + "; " + b)
                .orElse("?");
    }

    /** Jackson names Java classes; a caller has no use for them. */
    private static String plain(String reason) {
        return reason.replaceAll("`?(?:[a-z]+\\.)+([A-Z][A-Za-z$]*)`?", "$1");
    }
}
