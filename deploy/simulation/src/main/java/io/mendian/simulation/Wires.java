package io.mendian.simulation;

import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.problem.Problem;
import io.mendian.runtime.problem.ProblemException;
import io.mendian.runtime.security.Caller;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.json.JsonMapper;

/** The network between services: every Feign client of a service is one of these, and calls may be lost either way. */
final class Wires implements InvocationHandler {

    private final World world;
    private final Node from;
    private final String to;
    private final JsonMapper json;
    private final Map<Method, Shape> shapes = new HashMap<>();

    private record Shape(String verb, String path, Map<String, Integer> variables, int body, JavaType answer) {}

    private record Passed(String name, int status, String zh, String en) implements Problem {}

    private Wires(World world, Node from, String to, JsonMapper json) {
        this.world = world;
        this.from = from;
        this.to = to;
        this.json = json;
    }

    static Object client(World world, Node from, Class<?> type, JsonMapper json) {
        FeignClient client = type.getAnnotation(FeignClient.class);
        return Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new Wires(world, from, client.name(), json));
    }

    @Override
    public @Nullable Object invoke(Object self, Method method, Object @Nullable [] arguments) {
        if (method.getDeclaringClass() == Object.class) {
            return switch (method.getName()) {
                case "equals" -> arguments != null && self == arguments[0];
                case "hashCode" -> System.identityHashCode(self);
                default -> to;
            };
        }
        Object[] given = arguments == null ? new Object[0] : arguments;
        Shape shape = shapes.computeIfAbsent(method, this::shape);
        String path = shape.path;
        for (Map.Entry<String, Integer> variable : shape.variables.entrySet()) {
            path = path.replace("{" + variable.getKey() + "}", String.valueOf(given[variable.getValue()]));
        }
        String body = shape.body < 0 ? null : json.writeValueAsString(given[shape.body]);
        Routes.Request request = new Routes.Request(shape.verb, path, body, Caller.machine(from.name), null);
        String answer = ask(request);
        return method.getReturnType() == void.class || answer == null ? null : json.readValue(answer, shape.answer);
    }

    private @Nullable String ask(Routes.Request request) {
        try {
            return world.call(world.node(to), request);
        } catch (ProblemException e) {
            if (e.problem().status() >= 500) {
                throw CommonProblem.DEPENDENCY_UNAVAILABLE.with("service", to);
            }
            Map<String, Object> facts = new HashMap<>();
            e.facts().forEach((name, value) -> facts.put(name, String.valueOf(value)));
            Problem told = e.problem();
            throw ProblemException.of(new Passed(told.name(), told.status(), told.zh(), told.en()), facts);
        } catch (NoAnswer e) {
            throw CommonProblem.DEPENDENCY_UNAVAILABLE.with("service", to);
        }
    }

    /** The call ended without an answer: lost on its way, or the other side failed or is gone. */
    static final class NoAnswer extends RuntimeException {
        private static final long serialVersionUID = 1;

        NoAnswer(String why, @Nullable Throwable cause) {
            super(why, cause);
        }
    }

    private Shape shape(Method method) {
        RequestMapping mapping = AnnotatedElementUtils.findMergedAnnotation(method, RequestMapping.class);
        if (mapping == null) {
            throw new IllegalStateException(method + " names no route");
        }
        Map<String, Integer> variables = new HashMap<>();
        int body = -1;
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            PathVariable variable = parameters[i].getAnnotation(PathVariable.class);
            if (variable != null) {
                variables.put(variable.value().isEmpty() ? parameters[i].getName() : variable.value(), i);
            }
            if (parameters[i].isAnnotationPresent(RequestBody.class)) {
                body = i;
            }
        }
        JavaType answer = json.getTypeFactory().constructType(method.getGenericReturnType());
        return new Shape(mapping.method()[0].name(), mapping.path()[0], variables, body, answer);
    }
}
