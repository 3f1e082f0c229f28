package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.DialectContract;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.JsonNode;

class AlibabaContractIT extends DialectContract {
    @Override
    protected Words words() {
        return new Words(
                "InvalidAccessKeyId.NotFound",
                "SignatureDoesNotMatch",
                "InvalidTimeStamp.Expired",
                "MissingAccessKeyId",
                "RequestTooLarge");
    }

    @Override
    protected String asking(String account, String keyId, String secret, Instant at) throws Exception {
        SignedQuery query = SignedQuery.records(keyId)
                .with("Timestamp", at.truncatedTo(ChronoUnit.SECONDS).toString());
        return get(query.signed("GET", secret));
    }

    @Override
    protected String changed(String signed) {
        return signed.replace("wire.example.com", "wire.example.org");
    }

    @Override
    protected String unsigned(String account) {
        return get("Action=DescribeLiveRecordNotifyRecords&Version=2016-11-01&Format=JSON");
    }

    @Override
    protected String tooLarge(String account) {
        String body = "a=" + "b".repeat(RpcRequestReader.LARGEST_BODY);
        return "POST /?Action=DescribeLiveRecordNotifyRecords&Version=2016-11-01&Format=JSON HTTP/1.1\r\n"
                + "Host: live.example.com\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    @Override
    protected String code(JsonNode answer) {
        return answer.path("Code").asString("");
    }

    @Override
    protected String requestId(String whole) {
        return json(whole).path("RequestId").asString("");
    }

    private static String get(String query) {
        return "GET /?" + query + " HTTP/1.1\r\nHost: live.example.com\r\nConnection: close\r\n\r\n";
    }
}
