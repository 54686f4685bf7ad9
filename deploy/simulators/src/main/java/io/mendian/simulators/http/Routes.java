package io.mendian.simulators.http;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All routes of the server. A path such as {@code /a/{no}/close} binds its variable parts; the first match wins. */
public final class Routes {

    /** Answers one request. */
    @FunctionalInterface
    public interface Handler {
        Answer answer(Request request);
    }

    private record Route(String method, String[] parts, Handler handler) {}

    private final List<Route> routes = new ArrayList<>();

    public Routes on(String method, String path, Handler handler) {
        routes.add(new Route(method, path.split("/"), handler));
        return this;
    }

    Answer dispatch(Request request) {
        String[] parts = request.path().split("/");
        boolean otherMethod = false;
        for (Route route : routes) {
            Map<String, String> vars = match(route.parts, parts);
            if (vars != null) {
                if (route.method.equals(request.method())) {
                    return route.handler.answer(request.with(vars));
                }
                otherMethod = true;
            }
        }
        return Answer.json(otherMethod ? 405 : 404, Map.of("code", otherMethod ? "METHOD_NOT_ALLOWED" : "NOT_FOUND"));
    }

    private static @Nullable Map<String, String> match(String[] pattern, String[] parts) {
        if (pattern.length != parts.length) {
            return null;
        }
        Map<String, String> vars = new HashMap<>();
        for (int i = 0; i < parts.length; i++) {
            if (pattern[i].startsWith("{")) {
                vars.put(pattern[i].substring(1, pattern[i].length() - 1), parts[i]);
            } else if (!pattern[i].equals(parts[i])) {
                return null;
            }
        }
        return vars;
    }
}
