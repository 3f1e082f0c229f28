package io.curtaincall.dispatch.intake;

import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.access.problem.Problem.TooLarge;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;

/** A request's body as it came, up to a limit. */
public final class LimitedBody {
    private LimitedBody() {}

    /** @throws io.curtaincall.access.problem.RefusedException if it is longer, or ends before it should */
    public static byte[] read(HttpServletRequest request, int limit) {
        try {
            InputStream in = request.getInputStream();
            byte[] body = in.readNBytes(limit + 1);
            if (body.length <= limit) return body;
            // A sender that is still writing when the connection closes never reads the answer.
            in.skip(limit);
        } catch (IOException e) {
            throw Invalid.field("", "could not be read to its end").refused();
        }
        throw new TooLarge(limit).refused();
    }
}
