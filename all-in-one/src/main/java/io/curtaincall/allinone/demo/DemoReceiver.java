package io.curtaincall.allinone.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A customer's receiver: takes every callback on a port of its own and answers 204. */
public final class DemoReceiver implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService workers;
    private final Clock clock;
    private final BlockingQueue<ReceivedCallback> received = new LinkedBlockingQueue<>();

    private DemoReceiver(HttpServer server, ExecutorService workers, Clock clock) {
        this.server = server;
        this.workers = workers;
        this.clock = clock;
    }

    public static DemoReceiver start(Clock clock) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
        DemoReceiver receiver = new DemoReceiver(server, workers, clock);
        server.setExecutor(workers);
        server.createContext("/", receiver::receive);
        server.start();
        return receiver;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port() + "/callbacks");
    }

    ReceivedCallback next(Duration patience) throws InterruptedException {
        ReceivedCallback callback = received.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
        if (callback == null) throw new DemoFailedException("no callback came within " + patience.toSeconds() + " s");
        return callback;
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            received.add(new ReceivedCallback(
                    header(exchange, "webhook-id"),
                    header(exchange, "webhook-timestamp"),
                    header(exchange, "webhook-signature"),
                    body,
                    clock.instant()));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        String value = exchange.getRequestHeaders().getFirst(name);
        return value == null ? "" : value;
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
