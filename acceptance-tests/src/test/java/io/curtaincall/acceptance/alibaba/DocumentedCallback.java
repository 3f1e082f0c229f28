package io.curtaincall.acceptance.alibaba;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.curtaincall.testsupport.ReceivedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;

/**
 * Reads what comes in as a customer does who has only the vendor's pages: a field that is missing, of another type or
 * not documented is an error.
 */
public record DocumentedCallback(ReceivedRequest request) {
    private static final Duration SKEW = Duration.ofMinutes(5);
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    public FileGenerated file() {
        return read(FileGenerated.class, "application/json; charset=utf-8");
    }

    public StatusChanged status() {
        return read(StatusChanged.class, "application/json; charset=utf-8");
    }

    public RelayChanged relay() {
        return read(RelayChanged.class, "application/json");
    }

    /** A status has an {@code event}, a file has none. */
    public boolean isStatus() {
        return request.text().contains("\"event\"");
    }

    private <T> T read(Class<T> type, String contentType) {
        require(request.method().equals("POST"), "callbacks are POST");
        require(contentType.equals(request.header("content-type")), "the type is " + contentType);
        try {
            return STRICT.readValue(request.body(), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not as documented: " + request.text(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The lower-hex MD5 of {@code host|timestamp|key}, and a time that is not far off. */
    public void requireSigned(String host, String key) {
        String timestamp = Objects.requireNonNull(request.header("ali-live-timestamp"), "ALI-LIVE-TIMESTAMP");
        String signature = Objects.requireNonNull(request.header("ali-live-signature"), "ALI-LIVE-SIGNATURE");
        Instant signed = Instant.ofEpochSecond(Long.parseLong(timestamp));
        require(Duration.between(signed, request.at()).abs().compareTo(SKEW) < 0, "signed within five minutes");
        require(signature.equals(md5(host + "|" + timestamp + "|" + key)), "signed with the key");
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void require(boolean holds, String what) {
        if (!holds) throw new IllegalStateException(what + ", but this came: " + request);
    }
}
