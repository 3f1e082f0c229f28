package io.curtaincall.testsupport;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Carries one answer out on one connection. */
final class AnswerWriter {
    private static final int BLOCK = 16 * 1024;

    private final Socket socket;
    private final CountDownLatch stopped;

    /** @param stopped counted down when the receiver stops: whoever hangs or waits goes home then */
    AnswerWriter(Socket socket, CountDownLatch stopped) {
        this.socket = socket;
        this.stopped = stopped;
    }

    /** @return whether the connection is good for another request */
    boolean write(Answer answer) throws IOException, InterruptedException {
        return switch (answer) {
            case Answer.Whole whole -> whole(whole);
            case Answer.Late late -> {
                pause(late.after());
                yield write(late.then());
            }
            case Answer.Hang ignored -> {
                stopped.await();
                yield false;
            }
            case Answer.Reset ignored -> reset();
            case Answer.ResetInBody broken -> {
                send(head(broken.status(), Map.of(), 1_000) + "the beginning");
                pause(Duration.ofMillis(50));
                yield reset();
            }
            case Answer.Drip drip -> drip(drip);
            case Answer.Trickle trickle -> trickle(trickle);
            case Answer.Flood flood -> flood(flood);
            case Answer.Raw raw -> {
                send(raw.bytes());
                yield !raw.last();
            }
            case Answer.Belated belated -> belated(belated);
        };
    }

    private boolean whole(Answer.Whole whole) throws IOException {
        byte[] body = whole.body().getBytes(StandardCharsets.UTF_8);
        byte[] head = head(whole.status(), whole.headers(), body.length).getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[head.length + body.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        OutputStream out = socket.getOutputStream();
        out.write(all);
        out.flush();
        return true;
    }

    private boolean drip(Answer.Drip drip) throws IOException, InterruptedException {
        send(head(drip.status(), Map.of(), drip.bytes()));
        for (int sent = 0; sent < drip.bytes(); sent++) {
            pause(drip.pause());
            send(".");
        }
        return true;
    }

    private boolean trickle(Answer.Trickle trickle) throws IOException, InterruptedException {
        for (char next : trickle.bytes().toCharArray()) {
            pause(trickle.pause());
            send(String.valueOf(next));
        }
        return false;
    }

    private boolean belated(Answer.Belated belated) throws IOException, InterruptedException {
        send(belated.bytes());
        pause(belated.pause());
        send(belated.more());
        belated.said().countDown();
        return true;
    }

    private boolean flood(Answer.Flood flood) throws IOException {
        send(head(flood.status(), Map.of(), flood.length()));
        byte[] block = new byte[BLOCK];
        for (long left = flood.length(); left > 0; left -= BLOCK) {
            int length = (int) Math.min(left, BLOCK);
            socket.getOutputStream().write(block, 0, length);
            flood.sent().addAndGet(length);
        }
        return true;
    }

    private boolean reset() throws IOException {
        socket.setSoLinger(true, 0);
        return false;
    }

    private void send(String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private void pause(Duration duration) throws InterruptedException {
        if (stopped.await(duration.toNanos(), TimeUnit.NANOSECONDS)) throw new InterruptedException("receiver stopped");
    }

    private static String head(int status, Map<String, String> headers, long length) {
        StringBuilder head =
                new StringBuilder(128).append("HTTP/1.1 ").append(status).append(" Scripted\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("Content-Length: ").append(length).append("\r\n\r\n").toString();
    }
}
