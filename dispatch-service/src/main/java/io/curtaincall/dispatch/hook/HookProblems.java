package io.curtaincall.dispatch.hook;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/** The address of a hook is a secret, and media servers log what they are answered: no refusal repeats it. */
@ControllerAdvice
final class HookProblems implements ResponseBodyAdvice<Object> {
    private static final String FOLDER = "hooks/";

    @Override
    public boolean supports(MethodParameter returned, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public @Nullable Object beforeBodyWrite(
            @Nullable Object body,
            MethodParameter returned,
            MediaType type,
            Class<? extends HttpMessageConverter<?>> converter,
            ServerHttpRequest request,
            ServerHttpResponse response) {
        if (body instanceof ProblemDetail problem && isHook(request)) {
            problem.setInstance(null);
            String detail = problem.getDetail();
            if (detail != null && detail.contains(FOLDER)) problem.setDetail(reason(problem));
        }
        return body;
    }

    private static String reason(ProblemDetail problem) {
        return HttpStatus.valueOf(problem.getStatus()).getReasonPhrase();
    }

    private static boolean isHook(ServerHttpRequest request) {
        return request instanceof ServletServerHttpRequest servlet
                && servlet.getServletRequest().getServletPath().startsWith("/" + FOLDER);
    }
}
