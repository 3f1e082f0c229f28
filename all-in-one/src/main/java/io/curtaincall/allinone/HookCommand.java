package io.curtaincall.allinone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curtaincall.access.start.StartFailure;
import io.curtaincall.allinone.demo.Api;
import io.curtaincall.allinone.demo.Credentials;
import io.curtaincall.allinone.demo.DemoFailedException;
import io.curtaincall.allinone.hook.HookLines;
import io.curtaincall.events.hook.HookKind;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Lets a media server report to a running installation, and prints what to put into its configuration. */
@Command(name = "hook")
final class HookCommand implements Callable<Integer> {
    private static final String ANY_FOLDER = "/srv/media/rec";

    @Parameters(paramLabel = "KIND")
    private String kind = "";

    @Option(names = "--domain", paramLabel = "DOMAIN", required = true)
    private String domain = "";

    @Option(names = "--node", paramLabel = "NAME")
    private String node = "media-1";

    @Option(names = "--record-root", paramLabel = "FOLDER")
    private @Nullable String recordRoot;

    @Option(names = "--not-all-recorded")
    private boolean notAllRecorded;

    @Option(names = "--server-key", paramLabel = "KEY")
    private @Nullable String serverKey;

    @Option(names = "--server-secret", paramLabel = "SECRET", arity = "0..1", interactive = true)
    private @Nullable String serverSecret;

    @Option(names = "--url", paramLabel = "URL")
    private URI url = URI.create("http://127.0.0.1:8080");

    @Option(names = "--credentials", paramLabel = "FILE")
    private Path credentials = Path.of("data", "credentials.json");

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        if (spec == null) throw new IllegalStateException("picocli sets the spec before it calls the command");
        HookKind known = HookKind.find(kind).orElseThrow(this::unknownKind);
        try {
            Api api = new Api(url, Credentials.read(credentials).token());
            print(
                    known,
                    api.post("/v1/hook-sources", "application/json", request()),
                    spec.commandLine().getOut());
            return 0;
        } catch (DemoFailedException e) {
            spec.commandLine().getErr().println(StartFailure.asSentence(e.getMessage()));
            return 1;
        }
    }

    private ParameterException unknownKind() {
        String kinds = Arrays.stream(HookKind.values()).map(HookKind::wireName).collect(Collectors.joining(", "));
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), "'" + kind + "' is none of " + kinds);
    }

    private ObjectNode request() {
        ObjectNode request = JsonNodeFactory.instance
                .objectNode()
                .put("kind", kind)
                .put("domain", domain)
                .put("node", node)
                .put("recordingExpected", !notAllRecorded);
        if (recordRoot != null) request.put("recordRoot", recordRoot);
        if (serverKey != null) request.put("serverKey", serverKey);
        if (serverSecret != null) request.put("serverSecret", serverSecret);
        return request;
    }

    private void print(HookKind known, JsonNode source, PrintWriter out) {
        out.println("Hook source " + source.path("id").asText() + " is set up: " + known.wireName() + " may report for "
                + source.path("domain").asText() + ".");
        out.println("Its URL is a secret and shown only now. Put this into the media server's configuration:");
        out.println();
        String folder = Objects.requireNonNullElse(recordRoot, ANY_FOLDER);
        String key = Objects.requireNonNullElse(serverKey, "");
        out.print(HookLines.of(known, source.path("url").asText(), folder, key));
        out.flush();
    }
}
