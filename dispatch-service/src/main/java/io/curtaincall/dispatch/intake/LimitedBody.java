package io.curtaincall.dispatch.intake;

import io.curtaincall.access.problem.Problem.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/** A request's body as it came, up to a limit. */
public final class LimitedBody {
    private LimitedBody() {}

    /** @throws io.curtaincall.access.problem.RefusedException if it is longer; no more than the limit is read */
    public static byte[] read(HttpServletRequest request, int limit) throws IOException {
        if (request.getContentLengthLong() > limit) throw new TooLarge(limit).refused();
        byte[] body = request.getInputStream().readNBytes(limit + 1);
        if (body.length > limit) throw new TooLarge(limit).refused();
        return body;
    }
}
