package io.curtaincall.dispatch.hook.server;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.Verification;
import io.curtaincall.access.problem.Problem.Unauthenticated;
import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.dispatch.hook.server.HookRequest.Proof;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Base64;
import java.util.Objects;

/** The token LiveKit sends with a hook: by the key it names, for five minutes, and for these bytes alone. */
final class LiveKitToken {
    private static final long SECONDS_OF_SKEW = 60;
    private static final String BEARER = "Bearer ";

    private LiveKitToken() {}

    /** @throws RefusedException without saying what is wrong with it */
    static void require(HookRequest request, Clock clock) {
        String header = request.header("Authorization").orElse("");
        String token = header.startsWith(BEARER) ? header.substring(BEARER.length()) : header;
        String claimed = claimedHash(token, request.proof(), clock);
        byte[] hash = Base64.getEncoder().encode(sha256(request.body()));
        if (!MessageDigest.isEqual(hash, claimed.getBytes(StandardCharsets.US_ASCII))) throw refused();
    }

    private static String claimedHash(String token, Proof proof, Clock clock) {
        String key = proof.key();
        String secret = proof.secret();
        if (key == null || secret == null) throw refused();
        try {
            Verification wanted = JWT.require(Algorithm.HMAC256(secret))
                    .withIssuer(key)
                    .withClaimPresence("exp")
                    .acceptLeeway(SECONDS_OF_SKEW);
            String claim = ((JWTVerifier.BaseVerification) wanted)
                    .build(clock)
                    .verify(token)
                    .getClaim("sha256")
                    .asString();
            return Objects.requireNonNullElse(claim, "");
        } catch (JWTVerificationException e) {
            throw refused();
        }
    }

    private static RefusedException refused() {
        return new Unauthenticated("the token is not one of this source for this body").refused();
    }

    private static byte[] sha256(byte[] body) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
