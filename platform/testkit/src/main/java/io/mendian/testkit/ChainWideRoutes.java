package io.mendian.testkit;

import io.mendian.kernel.StoreId;
import io.mendian.runtime.security.AllowAnyone;
import io.mendian.runtime.security.Caller;
import io.mendian.runtime.security.ChainWide;
import io.mendian.runtime.security.Realm;
import io.mendian.runtime.security.Right;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.Assertions;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Walks every write of headquarters as somebody who holds every right, but for one store only: what concerns the whole chain
 * refuses him and says why. Each other route is named here with what keeps it within his stores.
 */
public final class ChainWideRoutes {

    private static final StoreId STORE = StoreId.of(424_242);
    private static final Caller REGION =
            new Caller(Realm.HQ, "424242", null, false, Set.of(STORE), EnumSet.allOf(Right.class));

    private final RequestMappingHandlerMapping mapping;
    private final Api api;
    private final Map<String, String> open = new LinkedHashMap<>();

    ChainWideRoutes(RequestMappingHandlerMapping mapping, Api api) {
        this.mapping = mapping;
        this.api = api;
    }

    /** Routes (method and pattern) that concern less than the chain, or change nothing, and why. */
    public ChainWideRoutes open(String why, String... routes) {
        for (String route : routes) {
            open.put(route, why);
        }
        return this;
    }

    /** Fails with every write that a caller of one store may try for the whole chain. Returns how many refused him. */
    public int check() {
        List<String> wrong = new ArrayList<>();
        Map<String, HandlerMethod> writes = writes();
        int refused = 0;
        for (Map.Entry<String, HandlerMethod> write : writes.entrySet()) {
            String route = write.getKey();
            boolean chainWide = write.getValue().hasMethodAnnotation(ChainWide.class);
            if (chainWide == open.containsKey(route)) {
                wrong.add(route
                        + (chainWide ? " is both chain-wide and declared" : " is neither chain-wide nor declared"));
            }
            if (chainWide) {
                refused++;
                refuses(route, wrong);
            }
        }
        open.keySet().stream()
                .filter(route -> !writes.containsKey(route))
                .forEach(route -> wrong.add(route + " is gone"));
        Assertions.assertThat(wrong).isEmpty();
        return refused;
    }

    private void refuses(String route, List<String> wrong) {
        String[] parts = route.split(" ", 2);
        String path = parts[1].replaceAll("\\{[^}]+}", "1");
        Api.Answer answer = api.as(REGION).send(parts[0], path, null);
        if (answer.status() != 403 || !answer.body().contains("CHAIN_WIDE_NEEDED")) {
            wrong.add(route + " answers a caller of one store with " + answer.status());
        }
    }

    private Map<String, HandlerMethod> writes() {
        Map<String, HandlerMethod> writes = new TreeMap<>();
        for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
                mapping.getHandlerMethods().entrySet()) {
            if (entry.getValue().hasMethodAnnotation(AllowAnyone.class)) {
                continue;
            }
            for (String pattern : entry.getKey().getPatternValues()) {
                for (RequestMethod method : entry.getKey().getMethodsCondition().getMethods()) {
                    if (pattern.startsWith("/hq/") && method != RequestMethod.GET) {
                        writes.put(method + " " + pattern, entry.getValue());
                    }
                }
            }
        }
        return writes;
    }
}
