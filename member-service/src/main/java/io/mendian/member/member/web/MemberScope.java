package io.mendian.member.member.web;

import io.mendian.kernel.MemberKey;
import io.mendian.kernel.TypedId;
import io.mendian.member.member.MemberAccess;
import io.mendian.runtime.security.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Stands before every staff route below one member, whichever feature offers it: a member whom the caller may not see
 * answers like one who does not exist.
 */
@Configuration(proxyBeanMethods = false)
class MemberScope implements WebMvcConfigurer, HandlerInterceptor {

    private final MemberAccess access;

    MemberScope(MemberAccess access) {
        this.access = access;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/store/v1/members/*/**", "/hq/v1/members/*/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String[] parts = request.getRequestURI().split("/");
        Caller caller = caller();
        if (caller != null && !caller.chainWide() && parts.length > 4 && TypedId.isText(parts[4])) {
            access.requireVisible(caller, MemberKey.parse(parts[4]));
        }
        return true;
    }

    private static @Nullable Caller caller() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller ? caller : null;
    }
}
