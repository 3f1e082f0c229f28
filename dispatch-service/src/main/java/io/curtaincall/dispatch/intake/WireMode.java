package io.curtaincall.dispatch.intake;

import io.curtaincall.access.problem.Problem.UnsupportedMediaType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The forms CloudEvents have over HTTP. */
enum WireMode {
    STRUCTURED("application/cloudevents+json"),
    BATCH("application/cloudevents-batch+json"),
    BINARY("application/json");

    private static final List<String> SUPPORTED = List.of(STRUCTURED.mediaType, BATCH.mediaType, BINARY.mediaType);

    private final String mediaType;

    WireMode(String mediaType) {
        this.mediaType = mediaType;
    }

    /** Plain JSON is binary mode if headers carry the attributes, else the event is in the body. */
    static WireMode of(HttpServletRequest request) {
        String mediaType = mediaType(request.getContentType());
        if (mediaType.equals(STRUCTURED.mediaType)) return STRUCTURED;
        if (mediaType.equals(BATCH.mediaType)) return BATCH;
        if (!mediaType.equals(BINARY.mediaType)) throw new UnsupportedMediaType(mediaType, SUPPORTED).refused();
        return request.getHeader("ce-specversion") == null ? STRUCTURED : BINARY;
    }

    private static String mediaType(@Nullable String contentType) {
        if (contentType == null) return "";
        int parameters = contentType.indexOf(';');
        String mediaType = parameters < 0 ? contentType : contentType.substring(0, parameters);
        return mediaType.strip().toLowerCase(Locale.ROOT);
    }
}
