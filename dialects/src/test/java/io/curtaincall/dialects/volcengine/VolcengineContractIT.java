package io.curtaincall.dialects.volcengine;

import io.curtaincall.dialects.DialectContract;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

class VolcengineContractIT extends DialectContract {
    @Override
    protected Words words() {
        return new Words(
                "InvalidAccessKey",
                "SignatureDoesNotMatch",
                "InvalidTimestamp",
                "MissingAuthenticationToken",
                "InvalidParam");
    }

    @Override
    protected String asking(String account, String keyId, String secret, Instant at) throws Exception {
        return SignedPost.records(keyId).secret(secret).at(at).text();
    }

    @Override
    protected String changed(String signed) {
        return signed.replace("Action=DescribeLiveCallbackData", "Action=DeleteCallback");
    }

    @Override
    protected String unsigned(String account) {
        return post("{}");
    }

    @Override
    protected String tooLarge(String account) {
        return post("{\"App\":\"" + "a".repeat(SignedRequestReader.LARGEST_BODY) + "\"}");
    }

    @Override
    protected String code(JsonNode answer) {
        return answer.at("/ResponseMetadata/Error/Code").asString("");
    }

    @Override
    protected String requestId(String whole) {
        return json(whole).at("/ResponseMetadata/RequestId").asString("");
    }

    private static String post(String body) {
        Map<String, String> query = Map.of("Action", "DescribeLiveCallbackData", "Version", "2023-01-01");
        return "POST /?" + SignedPost.wire(query) + " HTTP/1.1\r\nHost: live.example.com\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
