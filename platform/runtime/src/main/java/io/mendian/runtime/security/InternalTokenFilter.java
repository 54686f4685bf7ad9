package io.mendian.runtime.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Reads the internal token of a request; a request with none, or with a bad one, goes on as nobody. */
final class InternalTokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";
    private final InternalTokens tokens;

    InternalTokenFilter(InternalTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        Caller caller =
                header != null && header.startsWith(BEARER) ? tokens.verify(header.substring(BEARER.length())) : null;
        if (caller != null) {
            SecurityContextHolder.getContext()
                    .setAuthentication(new UsernamePasswordAuthenticationToken(caller, null, List.of()));
        }
        chain.doFilter(request, response);
    }
}
