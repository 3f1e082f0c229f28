package io.curtaincall.dialects.volcengine;

import io.curtaincall.dialects.DialectContract;
import io.curtaincall.dialects.running.RawHttp.Reply;
import java.time.Instant;
import java.util.Map;

class VolcengineContractIT extends DialectContract {
    VolcengineContractIT() {
        super(SignedPost.CODE);
    }

    @Override
    protected Words words(Trouble trouble) {
        return switch (trouble) {
            case UNKNOWN_KEY -> new Words(401, "InvalidAccessKey");
            case WRONG_SIGNATURE -> new Words(401, "SignatureDoesNotMatch");
            case OTHER_TIME -> new Words(400, "InvalidTimestamp");
            case UNSIGNED -> new Words(401, "MissingAuthenticationToken");
            case TOO_LARGE -> new Words(413, "InvalidParam");
            case UNKNOWN_OPERATION -> new Words(404, "InvalidActionOrVersion");
            case TOO_OFTEN -> new Words(429, "FlowLimitExceeded");
            case FOREIGN_DOMAIN, FOREIGN_CONFIG -> new Words(403, "RequestForbidden");
            case FORBIDDEN -> new Words(403, "AccessDenied");
            case ENDED_KEY -> new Words(401, "InvalidAccessKey");
            case FULL_DOMAIN -> new Words(400, "InvalidParam");
            case STORE_AWAY -> new Words(502, "InternalServiceError");
            case BROKEN -> new Words(500, "InternalError");
        };
    }

    @Override
    protected String asking(Caller caller, Instant at) throws Exception {
        return SignedPost.records(caller.keyId()).secret(caller.secret()).at(at).text();
    }

    @Override
    protected String changed(String signed) {
        return signed.replace("Action=DescribeLiveCallbackData", "Action=DeleteCallback");
    }

    @Override
    protected String unsigned(Caller caller) {
        return post("{}");
    }

    @Override
    protected String tooLarge(Caller caller) {
        return post("{\"App\":\"" + "a".repeat(SignedRequestReader.LARGEST_BODY) + "\"}");
    }

    @Override
    protected String adding(Caller caller, String domain) throws Exception {
        String body = "{\"Vhost\":\"" + domain + "\",\"MessageType\":\"push\","
                + "\"CallbackDetailList\":[{\"CallbackType\":\"http\",\"URL\":\"" + URL + "\"}]}";
        return new SignedPost(caller.keyId(), "UpdateCallback").body(body).text();
    }

    @Override
    protected String looking(Caller caller, String domain) throws Exception {
        return of(caller, "DescribeCallback", domain);
    }

    @Override
    protected String unknown(Caller caller) throws Exception {
        return of(caller, "ListThings", "none.example.com");
    }

    @Override
    protected String limited(Caller caller) throws Exception {
        return of(caller, "DeleteCallback", "none.example.com");
    }

    @Override
    protected String requestId(Reply reply) {
        return reply.at("/ResponseMetadata/RequestId").asString("");
    }

    private static String of(Caller caller, String action, String domain) throws Exception {
        return new SignedPost(caller.keyId(), action)
                .body("{\"Vhost\":\"" + domain + "\"}")
                .text();
    }

    private static String post(String body) {
        Map<String, String> query = Map.of("Action", "DescribeLiveCallbackData", "Version", "2023-01-01");
        return "POST /?" + SignedPost.wire(query) + " HTTP/1.1\r\nHost: live.example.com\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }
}
