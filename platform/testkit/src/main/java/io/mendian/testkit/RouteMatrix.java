package io.mendian.testkit;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.StoreId;
import io.mendian.runtime.security.Allow;
import io.mendian.runtime.security.AllowAnyone;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.Realm;
import io.mendian.runtime.security.Right;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.Assertions;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Walks every route of a service with every kind of caller: denied unless allowed. */
public final class RouteMatrix {

    private static final Map<Realm, String> PREFIX = new EnumMap<>(
            Map.of(Realm.MEMBER, "/app/", Realm.STAFF, "/store/", Realm.HQ, "/hq/", Realm.MACHINE, "/internal/"));

    private final RequestMappingHandlerMapping mapping;
    private final Api api;

    RouteMatrix(RequestMappingHandlerMapping mapping, Api api) {
        this.mapping = mapping;
        this.api = api;
    }

    private record Route(String method, String path, HandlerMethod handler) {}

    /** Fails with the list of every route that answers a caller it should not. Returns how many pairs were tried. */
    public int check() {
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Route route : routes()) {
            if (route.handler.hasMethodAnnotation(AllowAnyone.class)) {
                continue;
            }
            Allow allow = route.handler.getMethodAnnotation(Allow.class);
            if (allow == null) {
                wrong.add(route.method + " " + route.path + " names no rule");
                continue;
            }
            tried += 1 + Realm.values().length;
            if (api.send(route.method, route.path, null).status() != 401) {
                wrong.add(route.method + " " + route.path + " answers nobody");
            }
            for (Realm realm : Realm.values()) {
                boolean own = route.path.startsWith(PREFIX.getOrDefault(realm, "/none/"));
                boolean needsRight = allow.value().length > 0;
                if (own && !needsRight) {
                    continue;
                }
                // a stranger to the realm comes with every right, one of the realm with none of those named
                Caller caller = caller(realm, own ? othersThan(allow) : EnumSet.allOf(Right.class));
                int status = api.as(caller).send(route.method, route.path, null).status();
                if (status != 403) {
                    wrong.add(route.method + " " + route.path + " answers " + realm + " with " + status);
                }
            }
        }
        Assertions.assertThat(wrong).isEmpty();
        return tried;
    }

    private static Set<Right> othersThan(Allow allow) {
        Set<Right> rights = EnumSet.allOf(Right.class);
        List.of(allow.value()).forEach(rights::remove);
        return rights;
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
                mapping.getHandlerMethods().entrySet()) {
            for (String pattern : entry.getKey().getPatternValues()) {
                if (pattern.startsWith("/v3/api-docs")
                        || pattern.startsWith("/error")
                        || pattern.startsWith("/actuator")) {
                    continue;
                }
                for (RequestMethod method : entry.getKey().getMethodsCondition().getMethods()) {
                    String path = pattern.replaceAll("\\{\\*[^}]+}", "x").replaceAll("\\{[^}]+}", "1");
                    routes.add(new Route(method.name(), path, entry.getValue()));
                }
            }
        }
        return routes;
    }

    private static Caller caller(Realm realm, Set<Right> rights) {
        StoreId store = StoreId.of(424242);
        return switch (realm) {
            case MEMBER -> Caller.member(MemberKey.of(424242));
            case STAFF -> new Caller(Realm.STAFF, "424242", store, false, Set.of(store), rights);
            case HQ -> new Caller(Realm.HQ, "424242", null, true, Set.of(), rights);
            case MACHINE -> new Caller(Realm.MACHINE, "stranger", null, true, Set.of(), Set.of());
        };
    }
}
