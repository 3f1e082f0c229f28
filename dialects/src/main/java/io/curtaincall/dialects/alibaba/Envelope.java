package io.curtaincall.dialects.alibaba;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Writes what every answer has in common: the request's id first, and of a refusal the host, code and message. */
@Component
final class Envelope {
    private final SecureRandom random;

    Envelope(SecureRandom random) {
        this.random = random;
    }

    String newRequestId() {
        long version4 = (random.nextLong() & ~0xF000L) | 0x4000L;
        long variant2 = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(version4, variant2).toString().toUpperCase(Locale.ROOT);
    }

    void answer(HttpServletResponse response, AnswerFormat format, String requestId, String action, Answer answer)
            throws IOException {
        Answer whole = new Answer().with("RequestId", requestId).withAllOf(answer);
        write(response, 200, format, action + "Response", whole);
    }

    /** Refuses a request that was not read. */
    void refuse(HttpServletRequest request, HttpServletResponse response, AlibabaError error) throws IOException {
        refuse(response, AnswerFormat.guess(request), newRequestId(), host(request), error);
    }

    void refuse(HttpServletResponse response, AnswerFormat format, String requestId, String host, AlibabaError error)
            throws IOException {
        Answer whole = new Answer()
                .with("RequestId", requestId)
                .with("HostId", host)
                .with("Code", error.code())
                .with("Message", error.message());
        write(response, error.status(), format, "Error", whole);
    }

    /** The name of the endpoint the client called. */
    static String host(HttpServletRequest request) {
        String host = request.getHeader("Host");
        if (host == null) return "";
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private static void write(HttpServletResponse response, int status, AnswerFormat format, String root, Answer answer)
            throws IOException {
        byte[] bytes = format == AnswerFormat.JSON ? JsonAnswer.bytes(answer) : XmlAnswer.bytes(root, answer);
        response.setStatus(status);
        response.setContentType(format.contentType());
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
