package io.curtaincall.config.request;

import io.curtaincall.access.caller.BearerTokens;
import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.access.problem.Problem.TooLarge;
import io.curtaincall.access.problem.Problem.UnsupportedMediaType;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a request's body as {@link RequestFields}: JSON only, no name twice, not without bound. */
final class RequestFieldsResolver implements HandlerMethodArgumentResolver {
    /** More than the largest notify config has, though a client may send two characters for one of its texts. */
    private static final int LIMIT = 256 * 1024;

    private final BearerTokens tokens;

    private final JsonMapper json = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    RequestFieldsResolver(BearerTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(RequestFields.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binders)
            throws IOException {
        HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
        byte[] body = request.getInputStream().readNBytes(LIMIT + 1);
        if (body.length > LIMIT) throw new TooLarge(LIMIT).refused();
        // a body may take its time, and its sender may have been revoked meanwhile
        tokens.caller(request.getHeader(HttpHeaders.AUTHORIZATION));
        if (body.length == 0) return new RequestFields(json.createObjectNode());
        requireJson(request.getContentType());
        return new RequestFields(parse(body));
    }

    private ObjectNode parse(byte[] body) {
        try {
            JsonNode root = json.readTree(body);
            if (root instanceof ObjectNode object) return object;
        } catch (JacksonException e) {
            var where = e.getLocation();
            String place = where == null ? "" : " at line " + where.getLineNr() + ", column " + where.getColumnNr();
            throw Invalid.field("body", "is not JSON" + place).refused();
        }
        throw Invalid.field("body", "must be a JSON object").refused();
    }

    private static void requireJson(@Nullable String contentType) {
        try {
            if (contentType != null && MediaType.APPLICATION_JSON.includes(MediaType.parseMediaType(contentType)))
                return;
        } catch (InvalidMediaTypeException e) {
            // answered like any other that is not JSON
        }
        String got = contentType == null ? "none" : contentType;
        throw new UnsupportedMediaType(got, List.of(MediaType.APPLICATION_JSON_VALUE)).refused();
    }
}
