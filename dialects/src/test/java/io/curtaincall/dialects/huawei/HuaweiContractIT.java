package io.curtaincall.dialects.huawei;

import io.curtaincall.dialects.DialectContract;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

class HuaweiContractIT extends DialectContract {
    @Override
    protected Words words() {
        return new Words("APIGW.0301", "APIGW.0301", "APIGW.0301", "APIGW.0301", "APIGW.0201");
    }

    @Override
    protected String asking(String account, String keyId, String secret, Instant at) {
        SignedRequest request = new SignedRequest(process, "GET", path(account))
                .query("limit=10", "limit=10")
                .at(at);
        return request.unsigned("Authorization", request.authorization(keyId, secret))
                .text();
    }

    @Override
    protected String changed(String signed) {
        return signed.replace("limit=10", "limit=11");
    }

    @Override
    protected String unsigned(String account) {
        return new SignedRequest(process, "GET", path(account)).text();
    }

    @Override
    protected String tooLarge(String account) {
        return new SignedRequest(process, "POST", path(account))
                .json("{\"app\":\"" + "a".repeat(ApiRequestReader.LARGEST_BODY) + "\"}")
                .text();
    }

    @Override
    protected String code(JsonNode answer) {
        return answer.path("error_code").asString("");
    }

    @Override
    protected String requestId(String whole) {
        return header(whole, "X-request-id");
    }

    private static String path(String account) {
        return "/v1/p-" + account + "/record/callbacks";
    }
}
