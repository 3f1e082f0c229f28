package io.curtaincall.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/**
 * A customer's receiver on a real socket of the loopback: remembers every request and answers each path as scripted,
 * 200 where nothing is said. It can be down and come up again on the same port, which nobody else is given meanwhile.
 */
public final class CallbackReceiver implements AutoCloseable {
    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Map<String, AtomicInteger> counts = new ConcurrentHashMap<>();
    private final Set<Socket> open = new CopyOnWriteArraySet<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final RequestLog log;
    private final Consumer<ReceivedRequest> listener;
    private final @Nullable SSLContext tls;
    private boolean demandsCertificate;
    private final ReservedPort port = ReservedPort.reserve();
    private ServerSocket server = port.listen();
    private CountDownLatch stopped = new CountDownLatch(1);
    private CountDownLatch deaf = new CountDownLatch(0);

    private CallbackReceiver(Consumer<ReceivedRequest> listener, RequestLog log, @Nullable SSLContext tls) {
        this.listener = listener;
        this.log = log;
        this.tls = tls;
    }

    /** Listens at once, on a port of the kernel's choice. */
    public static CallbackReceiver start() {
        return start(request -> {});
    }

    /** Also tells the listener of each request, on the connection's thread, before it is answered. */
    public static CallbackReceiver start(Consumer<ReceivedRequest> listener) {
        return started(new CallbackReceiver(listener, new RequestLog(Integer.MAX_VALUE), null));
    }

    /** Only tells the listener and keeps nothing, for as many requests as may come. */
    public static CallbackReceiver startForgetful(Consumer<ReceivedRequest> listener) {
        return started(new CallbackReceiver(listener, new RequestLog(0), null));
    }

    /** Speaks TLS, with the certificate and the versions that the context has. */
    public static CallbackReceiver startTls(SSLContext tls) {
        return started(new CallbackReceiver(request -> {}, new RequestLog(Integer.MAX_VALUE), tls));
    }

    /** The same, and to nobody who has no certificate that the context trusts. */
    public static CallbackReceiver startMutualTls(SSLContext tls) {
        CallbackReceiver receiver = new CallbackReceiver(request -> {}, new RequestLog(Integer.MAX_VALUE), tls);
        receiver.demandsCertificate = true;
        return started(receiver);
    }

    private static CallbackReceiver started(CallbackReceiver receiver) {
        receiver.accept();
        return receiver;
    }

    public int port() {
        return port.number();
    }

    public String url(String path) {
        return (tls == null ? "http" : "https") + "://127.0.0.1:" + port.number() + path;
    }

    public CallbackReceiver on(String path, Script script) {
        scripts.put(path, script);
        return this;
    }

    public CallbackReceiver on(String path, Answer answer) {
        return on(path, Script.always(answer));
    }

    /** Everything received so far, in order. */
    public List<ReceivedRequest> requests() {
        return log.all();
    }

    public List<ReceivedRequest> requestsTo(String path) {
        return log.to(path);
    }

    public int count(String path) {
        return log.to(path).size();
    }

    /** Refuses connections and cuts those that are open, as a machine that is down. */
    public synchronized void goDown() {
        stopped.countDown();
        closeQuietly(server);
        awaitDeaf(); // the kernel listens on until the thread in accept() has let go
        open.forEach(CallbackReceiver::closeQuietly);
    }

    private void awaitDeaf() {
        try {
            if (!deaf.await(30, TimeUnit.SECONDS))
                throw new IllegalStateException("still listening on " + port.number());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Listens again on the same port. */
    public synchronized void comeUp() {
        stopped = new CountDownLatch(1);
        server = port.listen();
        accept();
    }

    @Override
    public void close() {
        goDown();
        port.close();
    }

    private void accept() {
        ServerSocket accepting = server;
        CountDownLatch until = stopped;
        CountDownLatch letGo = new CountDownLatch(1);
        deaf = letGo;
        Thread.ofVirtual().name("receiver-" + port.number()).start(() -> {
            try {
                while (!accepting.isClosed()) {
                    Socket socket = accepting.accept();
                    open.add(socket);
                    int connection = connections.incrementAndGet();
                    Thread.ofVirtual().start(() -> serve(socket, connection, until));
                }
            } catch (IOException closed) {
                return;
            } finally {
                letGo.countDown();
            }
        });
    }

    private void serve(Socket accepted, int connection, CountDownLatch until) {
        try (accepted;
                Socket socket = tls == null ? accepted : secured(accepted, tls)) {
            socket.setTcpNoDelay(true);
            RequestReader reader = new RequestReader(socket.getInputStream(), InstantSource.system(), connection);
            AnswerWriter writer = new AnswerWriter(socket, until);
            boolean goOn = true;
            while (goOn) {
                goOn = serveNext(reader, writer);
            }
        } catch (IOException senderLeft) {
            // the sender may leave at any time; what it had sent whole is in the log
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(accepted);
        }
    }

    private Socket secured(Socket accepted, SSLContext context) throws IOException {
        InputStream nothingRead = InputStream.nullInputStream();
        SSLSocket socket = (SSLSocket) context.getSocketFactory().createSocket(accepted, nothingRead, true);
        socket.setNeedClientAuth(demandsCertificate);
        return socket;
    }

    private boolean serveNext(RequestReader reader, AnswerWriter writer) throws IOException, InterruptedException {
        var next = reader.next();
        if (next.isEmpty()) return false;
        ReceivedRequest request = next.get();
        String path = request.path();
        int nth = counts.computeIfAbsent(path, ignored -> new AtomicInteger()).incrementAndGet();
        log.add(request);
        listener.accept(request);
        Script script = scripts.getOrDefault(path, Script.always(Answer.ok()));
        return writer.write(script.answerTo(nth, request));
    }

    private static void closeQuietly(AutoCloseable closeable) {
        try {
            closeable.close();
        } catch (Exception alreadyGone) {
            // closing is all that was wanted
        }
    }
}
