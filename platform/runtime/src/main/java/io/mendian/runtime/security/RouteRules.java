package io.mendian.runtime.security;

import io.mendian.runtime.problem.CommonProblem;
import io.mendian.runtime.problem.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Decides by the annotation of the route a request would reach. An unknown route answers 404 to anyone signed in, 401 to others. */
final class RouteRules implements AuthorizationManager<RequestAuthorizationContext> {

    private static final String REFUSAL = RouteRules.class.getName() + ".refusal";
    private static final Map<String, Realm> REALMS = Map.of(
            "app",
            Realm.MEMBER,
            "store",
            Realm.STAFF,
            "hq",
            Realm.HQ,
            "internal",
            Realm.MACHINE,
            "open",
            Realm.MACHINE);

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    RouteRules(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    @Override
    public @Nullable AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        HandlerMethod route = route(request);
        if (route != null && route.hasMethodAnnotation(AllowAnyone.class)) {
            return new AuthorizationDecision(true);
        }
        Caller caller = CallerParameter.current();
        if (caller == null) {
            return new AuthorizationDecision(false);
        }
        if (route == null) {
            request.setAttribute(REFUSAL, CommonProblem.NOT_FOUND);
            return new AuthorizationDecision(false);
        }
        Allow allow = route.getMethodAnnotation(Allow.class);
        boolean open = allow != null
                && caller.realm() == realmOf(request)
                && (allow.value().length == 0 || Arrays.stream(allow.value()).anyMatch(caller::has));
        if (open && !caller.chainWide() && route.hasMethodAnnotation(ChainWide.class)) {
            request.setAttribute(REFUSAL, CommonProblem.CHAIN_WIDE_NEEDED);
            return new AuthorizationDecision(false);
        }
        return new AuthorizationDecision(open);
    }

    static Problem refusalOf(HttpServletRequest request) {
        return request.getAttribute(REFUSAL) instanceof Problem problem ? problem : CommonProblem.NOT_ALLOWED;
    }

    private static @Nullable Realm realmOf(HttpServletRequest request) {
        String[] parts = request.getRequestURI().split("/", 3);
        return parts.length > 1 ? REALMS.get(parts[1]) : null;
    }

    private @Nullable HandlerMethod route(HttpServletRequest request) {
        if (!ServletRequestPathUtils.hasParsedRequestPath(request)) {
            ServletRequestPathUtils.parseAndCache(request);
        }
        for (RequestMappingHandlerMapping mapping : mappings) {
            try {
                HandlerExecutionChain chain = mapping.getHandler(request);
                if (chain != null && chain.getHandler() instanceof HandlerMethod method) {
                    return method;
                }
            } catch (Exception e) {
                // wrong method or media type: the dispatcher says so later, to those who are signed in
                return null;
            }
        }
        return null;
    }
}
