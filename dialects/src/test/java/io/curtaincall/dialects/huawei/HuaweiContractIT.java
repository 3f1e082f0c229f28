package io.curtaincall.dialects.huawei;

import io.curtaincall.dialects.DialectContract;
import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.RawHttp.Reply;
import java.time.Instant;

class HuaweiContractIT extends DialectContract {
    HuaweiContractIT() {
        super(SignedRequest.CODE);
    }

    @Override
    protected Words words(Trouble trouble) {
        return switch (trouble) {
            case UNKNOWN_KEY, WRONG_SIGNATURE, OTHER_TIME, UNSIGNED -> new Words(401, "APIGW.0301");
            case TOO_LARGE -> new Words(413, "APIGW.0201");
            case UNKNOWN_OPERATION -> new Words(404, "APIGW.0101");
            case TOO_OFTEN -> new Words(429, "APIGW.0308");
            case FOREIGN_DOMAIN -> new Words(403, "APIGW.0302");
            case FOREIGN_CONFIG -> new Words(200, "");
            case FORBIDDEN -> new Words(403, "APIGW.0302");
            case ENDED_KEY -> new Words(401, "APIGW.0301");
            case FULL_DOMAIN -> new Words(400, "LIVE.103011020");
            case STORE_AWAY -> new Words(503, "APIGW.0202");
            case BROKEN -> new Words(500, "APIGW.0601");
        };
    }

    @Override
    protected String asking(Caller caller, Instant at) {
        return signed(
                caller, request("GET", caller).query("limit=10", "limit=10").at(at));
    }

    @Override
    protected String changed(String signed) {
        return signed.replace("limit=10", "limit=11");
    }

    @Override
    protected String unsigned(Caller caller) {
        return request("GET", caller).text();
    }

    @Override
    protected String tooLarge(Caller caller) {
        return request("POST", caller)
                .json("{\"app\":\"" + "a".repeat(ApiRequestReader.LARGEST_BODY) + "\"}")
                .text();
    }

    @Override
    protected String adding(Caller caller, String domain) {
        String body =
                "{\"publish_domain\":\"" + domain + "\",\"app\":\"live\",\"notify_callback_url\":\"" + URL + "\"}";
        return signed(caller, request("POST", caller).json(body));
    }

    @Override
    protected String looking(Caller caller, String domain) {
        String query = "publish_domain=" + domain;
        return signed(caller, request("GET", caller).query(query, query));
    }

    @Override
    protected String unknown(Caller caller) {
        return signed(caller, new SignedRequest(process, "GET", project(caller) + "/record/nothing"));
    }

    @Override
    protected String limited(Caller caller) {
        return signed(caller, request("GET", caller));
    }

    @Override
    protected String requestId(Reply reply) {
        return reply.header("X-request-id");
    }

    private SignedRequest request(String method, Caller caller) {
        return new SignedRequest(process, method, project(caller) + "/record/callbacks");
    }

    private static String signed(Caller caller, SignedRequest request) {
        return request.unsigned("Authorization", request.authorization(caller.keyId(), caller.secret()))
                .text();
    }

    private static String project(Caller caller) {
        return "/v1/" + DialectProcess.projectOf(caller.account());
    }
}
