package io.curtaincall.access.caller;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller method its {@link Caller}, or refuses the request; what the caller {@link Needs} stands there. */
public final class CallerArgument implements HandlerMethodArgumentResolver {
    private final BearerTokens tokens;

    public CallerArgument(BearerTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return Caller.class.equals(parameter.getParameterType());
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        Needs needs = parameter.getParameterAnnotation(Needs.class);
        if (needs == null) throw new IllegalStateException("nobody says what " + parameter.getMethod() + " needs");
        Caller caller = tokens.caller(request.getHeader(HttpHeaders.AUTHORIZATION));
        caller.require(needs.value());
        return caller;
    }
}
