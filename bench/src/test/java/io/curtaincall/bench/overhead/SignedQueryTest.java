package io.curtaincall.bench.overhead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SignedQueryTest {
    /** Parameters and signature are those of a client library of such an API. */
    @Test
    void a_query_has_the_signature_that_clients_give_it() {
        Map<String, String> parameters = Map.of(
                "Action", "DescribeLiveRecordNotifyConfig",
                "Format", "JSON",
                "Version", "2016-11-01",
                "AccessKeyId", "testid",
                "SignatureMethod", "HMAC-SHA1",
                "Timestamp", "2026-01-02T03:04:05Z",
                "SignatureVersion", "1.0",
                "SignatureNonce", "nonce-1",
                "DomainName", "example.com");

        assertThat(new SignedQuery("testid", "testsecret").signed("POST", parameters))
                .endsWith("&Signature=UmiKYidPj25zLHurWy5tCdJPDgg%3D");
    }
}
