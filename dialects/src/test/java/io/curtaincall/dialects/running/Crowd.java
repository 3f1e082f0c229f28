package io.curtaincall.dialects.running;

import java.io.Closeable;
import java.io.IOException;

/** Sends one request again and again, so that nobody else of its account is let in. */
public final class Crowd implements Closeable {
    private final RawHttp http;
    private final String request;
    private final Thread thread;
    private volatile boolean over;

    private Crowd(RawHttp http, String request) {
        this.http = http;
        this.request = request;
        thread = Thread.ofVirtual().unstarted(this::ask);
    }

    public static Crowd asking(RawHttp http, String request) {
        Crowd crowd = new Crowd(http, request);
        crowd.thread.start();
        return crowd;
    }

    private void ask() {
        try {
            while (!over) http.exchange(request);
        } catch (IOException e) {
            throw new IllegalStateException("the crowd is gone", e);
        }
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
