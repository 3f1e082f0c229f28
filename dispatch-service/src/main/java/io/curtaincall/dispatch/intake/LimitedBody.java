package io.curtaincall.dispatch.intake;

import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.access.problem.Problem.TooLarge;
import io.curtaincall.access.problem.RefusedException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;

/** A request's body as it came, up to a limit. */
public final class LimitedBody {
    private static final int STEP = 64 * 1024;

    private LimitedBody() {}

    /** @throws RefusedException if it is longer, or ends before it should */
    public static byte[] read(HttpServletRequest request, int limit) {
        return read(request, limit, bytes -> {});
    }

    /**
     * @param taking is told of bytes as they are read, and may refuse them
     * @throws RefusedException also if the body is longer, or ends before it should
     */
    static byte[] read(HttpServletRequest request, int limit, IntConsumer taking) {
        try {
            InputStream in = request.getInputStream();
            try {
                return read(in, limit, taking);
            } catch (RefusedException e) {
                // A sender that is still writing when the connection closes never reads the answer.
                in.skip(limit);
                throw e;
            }
        } catch (IOException e) {
            throw Invalid.field("", "could not be read to its end").refused();
        }
    }

    private static byte[] read(InputStream in, int limit, IntConsumer taking) throws IOException {
        byte[] first = part(in, 0, limit, taking);
        if (first.length < STEP) return first;
        List<byte[]> parts = new ArrayList<>();
        int length = 0;
        for (byte[] part = first; part.length > 0; part = part(in, length, limit, taking)) {
            parts.add(part);
            length += part.length;
        }
        ByteBuffer body = ByteBuffer.allocate(length);
        parts.forEach(body::put);
        return body.array();
    }

    private static byte[] part(InputStream in, int before, int limit, IntConsumer taking) throws IOException {
        byte[] part = in.readNBytes(Math.min(STEP, limit + 1 - before));
        if (before + part.length > limit) throw new TooLarge(limit).refused();
        taking.accept(part.length);
        return part;
    }
}
