package io.curtaincall.allinone.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;

/** The demo account's token, from the file that the first start wrote. */
public record Credentials(String token) {
    public static Credentials read(Path file) {
        try {
            JsonNode token = new ObjectMapper().readTree(file.toFile()).at("/account/token");
            if (!token.isTextual()) throw new DemoFailedException(file + " holds no token of an account");
            return new Credentials(token.asText());
        } catch (IOException e) {
            throw new DemoFailedException(
                    "the credentials cannot be read from " + file + "; name them with --credentials", e);
        }
    }

    @Override
    public String toString() {
        return "Credentials[...]";
    }
}
