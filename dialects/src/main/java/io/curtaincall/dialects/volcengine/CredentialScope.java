package io.curtaincall.dialects.volcengine;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a {@code Credential} says: whose key signed, for which day, region and service. */
record CredentialScope(String keyId, String day, String region, String service) {
    private static final String REQUEST = "request";
    private static final Pattern FORM =
            Pattern.compile("([^/\\s]{1,128})/([0-9]{8})/([A-Za-z0-9-]{1,64})/([A-Za-z0-9_-]{1,64})/" + REQUEST);

    /** @throws VolcengineRefusal if it is none */
    static CredentialScope of(String credential) {
        Matcher matcher = FORM.matcher(credential);
        if (!matcher.matches()) throw VolcengineError.CREDENTIAL.refused();
        return new CredentialScope(matcher.group(1), matcher.group(2), matcher.group(3), matcher.group(4));
    }

    /** As it stands in what is signed. */
    String text() {
        return day + "/" + region + "/" + service + "/" + REQUEST;
    }
}
