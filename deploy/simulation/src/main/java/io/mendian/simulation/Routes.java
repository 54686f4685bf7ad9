package io.mendian.simulation;

import io.mendian.runtime.security.Caller;
import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** The routes of a service, called without HTTP but through JSON, with its idempotency and its controllers. */
final class Routes {

    private final List<Route> routes = new ArrayList<>();
    private final Map<String, Route> exact = new HashMap<>();
    private final JsonMapper json;

    private record Route(String verb, Pattern path, List<String> names, Object bean, Method method) {}

    Routes(ApplicationContext context, JsonMapper json) {
        this.json = json;
        for (String name : context.getBeanNamesForAnnotation(RestController.class)) {
            Object bean;
            try {
                bean = context.getBean(name);
            } catch (RuntimeException e) {
                continue; // what it needs is no part of the simulation
            }
            Class<?> type = AopUtils.getTargetClass(bean);
            RequestMapping ofType = AnnotatedElementUtils.findMergedAnnotation(type, RequestMapping.class);
            String prefix = ofType == null || ofType.path().length == 0 ? "" : ofType.path()[0];
            for (Method method : type.getDeclaredMethods()) {
                RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
                if (mapping != null && mapping.method().length > 0) {
                    for (String path : mapping.path().length == 0 ? new String[] {""} : mapping.path()) {
                        add(
                                mapping.method()[0].name(),
                                context.getEnvironment().resolvePlaceholders(prefix + path),
                                bean,
                                method);
                    }
                }
            }
        }
    }

    private void add(String verb, String path, Object bean, Method method) {
        List<String> names = new ArrayList<>();
        Matcher variable = Pattern.compile("\\{(\\w+)}").matcher(path);
        while (variable.find()) {
            names.add(variable.group(1));
        }
        if (path.contains("#")) {
            return; // one of the platform's, which the simulation never calls
        }
        method.setAccessible(true);
        Pattern pattern = Pattern.compile(path.replaceAll("\\{\\w+}", "([^/]+)"));
        routes.add(new Route(verb, pattern, names, bean, method));
    }

    /** A request: what goes over the wire. */
    record Request(
            String verb,
            String path,
            @Nullable String body,
            Caller caller,
            @Nullable String key) {}

    /** Does what the route does; gives the answer's JSON. */
    @Nullable
    String call(Request request) {
        Route route = exact.computeIfAbsent(request.verb + request.path, path -> find(request));
        Matcher values = route.path.matcher(request.path);
        if (!values.matches()) {
            throw new IllegalStateException(request.path);
        }
        MockHttpServletRequest http = new MockHttpServletRequest(request.verb, request.path);
        if (request.key != null) {
            http.addHeader("Idempotency-Key", request.key);
        }
        RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(http, new MockHttpServletResponse()));
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(request.caller, null, "USER"));
        try {
            Object answer = route.method.invoke(route.bean, arguments(route, values, request));
            Object body = answer instanceof ResponseEntity<?> entity ? entity.getBody() : answer;
            return body == null ? null : json.writeValueAsString(body);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        } finally {
            RequestContextHolder.resetRequestAttributes();
            SecurityContextHolder.clearContext();
        }
    }

    private Route find(Request request) {
        return routes.stream()
                .filter(route -> route.verb.equals(request.verb)
                        && route.path.matcher(request.path).matches())
                .min(java.util.Comparator.comparingInt(route -> route.names.size()))
                .orElseThrow(() -> new IllegalStateException("no route " + request.verb + " " + request.path));
    }

    private @Nullable Object[] arguments(Route route, Matcher values, Request request) {
        Parameter[] parameters = route.method.getParameters();
        @Nullable Object[] arguments = new @Nullable Object[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            arguments[i] = argument(parameters[i], route, values, request);
        }
        return arguments;
    }

    private @Nullable Object argument(Parameter parameter, Route route, Matcher values, Request request) {
        Type type = parameter.getParameterizedType();
        JavaType wanted = json.getTypeFactory().constructType(type);
        for (Annotation annotation : parameter.getAnnotations()) {
            if (annotation instanceof RequestBody) {
                return request.body == null ? null : json.readValue(request.body, wanted);
            }
            if (annotation instanceof PathVariable variable) {
                String name = variable.value().isEmpty() ? parameter.getName() : variable.value();
                int at = route.names.indexOf(name);
                return at < 0 ? null : json.convertValue(values.group(at + 1), wanted);
            }
            if (annotation instanceof RequestHeader) {
                return "zh-CN";
            }
            if (annotation instanceof RequestParam query
                    && !query.defaultValue().equals(ValueConstants.DEFAULT_NONE)) {
                return json.convertValue(query.defaultValue(), wanted); // no request of the simulation has a query
            }
        }
        if (type == Caller.class) {
            return request.caller;
        }
        if (type == io.mendian.runtime.idempotency.OperationId.class) {
            return new io.mendian.runtime.idempotency.OperationId(0);
        }
        if (type == jakarta.servlet.http.HttpServletRequest.class) {
            return ((ServletRequestAttributes) RequestContextHolder.currentRequestAttributes()).getRequest();
        }
        if (type == java.util.Locale.class) {
            return java.util.Locale.SIMPLIFIED_CHINESE;
        }
        return null;
    }
}
