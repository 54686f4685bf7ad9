package io.mendian.runtime.security;

import io.mendian.runtime.security.InternalTokens.Verdict;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the internal token of a request; a request with none, or with a bad one, goes on as nobody. That a token is too
 * old is no fault of who signed in: such a request is remembered, to be answered with 503 where 401 would say to sign in.
 */
final class InternalTokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";
    private static final String STALE = InternalTokenFilter.class.getName() + ".stale";
    private final InternalTokens tokens;
    private final ClockDifferences differences;

    InternalTokenFilter(InternalTokens tokens, ClockDifferences differences) {
        this.tokens = tokens;
        this.differences = differences;
    }

    /** Whether the request is nobody's only since its token is too old. */
    static boolean isStale(HttpServletRequest request) {
        return request.getAttribute(STALE) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader("Authorization");
        if (header != null && header.startsWith(BEARER)) {
            switch (tokens.judge(header.substring(BEARER.length()))) {
                case Verdict.Known(Caller caller) ->
                    SecurityContextHolder.getContext()
                            .setAuthentication(new UsernamePasswordAuthenticationToken(caller, null, List.of()));
                case Verdict.Stale stale -> {
                    request.setAttribute(STALE, stale);
                    differences.met(stale);
                }
                case Verdict.Worthless nobody -> {}
            }
        }
        chain.doFilter(request, response);
    }
}
