package io.curtaincall.bench.running;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code credentials.json} of a first start. */
public record Credentials(String operatorToken, Account account) {
    /** The account that the first start opens. */
    public record Account(String id, String token, String accessKeyId, String accessKeySecret, String projectId) {}

    static Credentials in(Path dataFolder) {
        try {
            String json = Files.readString(dataFolder.resolve("credentials.json"));
            return new JsonMapper().readValue(json, Credentials.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
