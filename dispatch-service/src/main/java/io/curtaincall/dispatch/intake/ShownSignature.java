package io.curtaincall.dispatch.intake;

import io.curtaincall.access.problem.Problem.Unauthenticated;
import io.curtaincall.events.intakekey.IntakeKeyId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a signed report shows in its headers, not verified yet.
 *
 * @param time when it was signed, in seconds of the epoch, as it was written
 */
record ShownSignature(IntakeKeyId keyId, String time, String hex) {
    static final String SIGNATURE = "X-Signature";
    static final String KEY = "X-Signature-Key";
    private static final Pattern SIGNATURE_FORM = Pattern.compile("t=([0-9]{1,12}),v1=([0-9a-fA-F]{64})");
    private static final Pattern KEY_FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** @throws io.curtaincall.access.problem.RefusedException if it is no such signature */
    static ShownSignature of(HttpServletRequest request) {
        if (request.getHeader("Authorization") != null) {
            throw new Unauthenticated("send " + SIGNATURE + " or Authorization, not both").refused();
        }
        Matcher signature = only(request, SIGNATURE, SIGNATURE_FORM, "t=<unix seconds>,v1=<64 hex digits>");
        Matcher key = only(request, KEY, KEY_FORM, "<id of the intake key>");
        return new ShownSignature(new IntakeKeyId(key.group()), signature.group(1), signature.group(2));
    }

    private static Matcher only(HttpServletRequest request, String name, Pattern form, String words) {
        List<String> values = Collections.list(request.getHeaders(name));
        Matcher matcher = form.matcher(values.size() == 1 ? values.getFirst().strip() : "");
        if (!matcher.matches()) {
            throw new Unauthenticated("a signed report has one " + name + ": " + words).refused();
        }
        return matcher;
    }

    long seconds() {
        return Long.parseLong(time);
    }

    @Override
    public String toString() {
        return "ShownSignature[" + keyId + "]";
    }
}
