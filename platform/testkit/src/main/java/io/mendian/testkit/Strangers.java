package io.mendian.testkit;

import io.mendian.runtime.security.AllowAnyone;
import io.mendian.runtime.security.Caller;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every route with an id in its path and calls it as a stranger: once with the id of an object that exists and is not
 * his, once with one that nobody has. Both answers must be the same 404. A route that is neither tried nor said to be open
 * fails the walk, so a new one cannot be forgotten.
 */
public final class Strangers {

    private static final String PLATFORM = "/hq/v1/(alarms|books|quarantine|operations)/.*";

    private final RequestMappingHandlerMapping mapping;
    private final Api api;
    private final Map<String, Probe> probes = new LinkedHashMap<>();
    private final Map<String, String> open = new LinkedHashMap<>();

    Strangers(RequestMappingHandlerMapping mapping, Api api) {
        this.mapping = mapping;
        this.api = api;
    }

    private record Probe(
            Caller stranger,
            Map<String, String> ids,
            @Nullable Object body) {}

    /**
     * How a stranger tries a route.
     *
     * @param route method and pattern, such as {@code GET /store/v1/orders/{id}}
     * @param ids the ids of an object of somebody else, by the names in the pattern
     */
    public Strangers tries(String route, Caller stranger, Map<String, ?> ids, @Nullable Object body) {
        Map<String, String> texts = new TreeMap<>();
        ids.forEach((name, id) -> texts.put(name, id.toString()));
        probes.put(route, new Probe(stranger, texts, body));
        return this;
    }

    public Strangers tries(String route, Caller stranger, Map<String, ?> ids) {
        return tries(route, stranger, ids, null);
    }

    /** A route whose objects are for everybody who may call it, and why. */
    public Strangers open(String route, String why) {
        open.put(route, why);
        return this;
    }

    /** Fails with every route that tells a stranger more than that there is nothing. Returns how many were tried. */
    public int check() {
        List<String> wrong = new ArrayList<>();
        List<String> routes = objectRoutes();
        for (String route : routes) {
            Probe probe = probes.get(route);
            if (probe != null) {
                tell(route, probe, wrong);
            } else if (!open.containsKey(route)) {
                wrong.add(route + " is not tried as a stranger");
            }
        }
        probes.keySet().stream()
                .filter(route -> !routes.contains(route))
                .forEach(route -> wrong.add(route + " is gone"));
        Assertions.assertThat(wrong).isEmpty();
        return probes.size();
    }

    private void tell(String route, Probe probe, List<String> wrong) {
        Api.Answer theirs = call(route, probe, probe.ids());
        Map<String, String> nobodys = new TreeMap<>();
        probe.ids()
                .forEach((name, id) -> nobodys.put(
                        name,
                        id.matches("\\d+")
                                ? Long.toString(ThreadLocalRandom.current().nextLong(1L << 50, 1L << 60))
                                : id));
        Api.Answer missing = call(route, probe, nobodys);
        boolean same = theirs.status() == missing.status() && said(theirs).equals(said(missing));
        if (theirs.status() != 404 || !same) {
            wrong.add(route + " says " + theirs.status() + " " + said(theirs) + " of another's object and "
                    + missing.status() + " " + said(missing) + " of none");
        }
    }

    private Api.Answer call(String route, Probe probe, Map<String, String> ids) {
        String[] parts = route.split(" ", 2);
        String path = parts[1];
        for (Map.Entry<String, String> id : ids.entrySet()) {
            path = path.replace("{" + id.getKey() + "}", id.getValue());
        }
        return api.as(probe.stranger()).send(parts[0], path, probe.body());
    }

    private static String said(Api.Answer answer) {
        if (!answer.body().startsWith("{")) {
            return "";
        }
        return answer.json().path("code").asString("") + " "
                + answer.json().path("detail").asString("");
    }

    private List<String> objectRoutes() {
        List<String> routes = new ArrayList<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
                mapping.getHandlerMethods().entrySet()) {
            if (entry.getValue().hasMethodAnnotation(AllowAnyone.class)) {
                continue;
            }
            for (String pattern : entry.getKey().getPatternValues()) {
                boolean people = pattern.matches("/(app|store|hq)/.*\\{.*") && !pattern.matches(PLATFORM);
                for (RequestMethod method : entry.getKey().getMethodsCondition().getMethods()) {
                    if (people) {
                        routes.add(method + " " + pattern);
                    }
                }
            }
        }
        return routes.stream().sorted().toList();
    }
}
