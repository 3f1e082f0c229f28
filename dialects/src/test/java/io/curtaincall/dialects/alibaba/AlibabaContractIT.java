package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.DialectContract;
import io.curtaincall.dialects.running.RawHttp.Reply;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

class AlibabaContractIT extends DialectContract {
    AlibabaContractIT() {
        super(SignedQuery.CODE);
    }

    @Override
    protected Words words(Trouble trouble) {
        return switch (trouble) {
            case UNKNOWN_KEY -> new Words(404, "InvalidAccessKeyId.NotFound");
            case WRONG_SIGNATURE -> new Words(400, "SignatureDoesNotMatch");
            case OTHER_TIME -> new Words(400, "InvalidTimeStamp.Expired");
            case UNSIGNED -> new Words(400, "MissingAccessKeyId");
            case TOO_LARGE -> new Words(413, "RequestTooLarge");
            case UNKNOWN_OPERATION -> new Words(404, "InvalidAction.NotFound");
            case TOO_OFTEN -> new Words(400, "Throttling.User");
            case FOREIGN_DOMAIN -> new Words(403, "Forbidden.RAM");
            case FOREIGN_CONFIG -> new Words(404, "InvalidConfig.NotFound");
            case FORBIDDEN -> new Words(403, "Forbidden.RAM");
            case ENDED_KEY -> new Words(400, "InvalidAccessKeyId.Inactive");
            case FULL_DOMAIN -> new Words(400, "QuotaExceeded");
            case STORE_AWAY -> new Words(503, "ServiceUnavailable");
            case BROKEN -> new Words(500, "InternalError");
        };
    }

    @Override
    protected String asking(Caller caller, Instant at) throws Exception {
        SignedQuery query = SignedQuery.records(caller.keyId())
                .with("Timestamp", at.truncatedTo(ChronoUnit.SECONDS).toString());
        return get(query.signed("GET", caller.secret()));
    }

    @Override
    protected String changed(String signed) {
        return signed.replace("wire.example.com", "wire.example.org");
    }

    @Override
    protected String unsigned(Caller caller) {
        return get("Action=DescribeLiveRecordNotifyRecords&Version=2016-11-01&Format=JSON");
    }

    @Override
    protected String tooLarge(Caller caller) {
        String body = "a=" + "b".repeat(RpcRequestReader.LARGEST_BODY);
        return "POST /?Action=DescribeLiveRecordNotifyRecords&Version=2016-11-01&Format=JSON HTTP/1.1\r\n"
                + "Host: live.example.com\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length() + "\r\n\r\n"
                + body;
    }

    @Override
    protected String adding(Caller caller, String domain) throws Exception {
        return get(of(caller, "AddLiveRecordNotifyConfig", domain).with("NotifyUrl", URL));
    }

    @Override
    protected String looking(Caller caller, String domain) throws Exception {
        return get(of(caller, "DescribeLiveRecordNotifyConfig", domain));
    }

    @Override
    protected String unknown(Caller caller) throws Exception {
        return get(new SignedQuery(caller.keyId(), "DescribeLiveStreams"));
    }

    @Override
    protected String limited(Caller caller) throws Exception {
        return get(of(caller, "DeleteLiveRecordNotifyConfig", "none.example.com"));
    }

    @Override
    protected String requestId(Reply reply) {
        return reply.at("/RequestId").asString("");
    }

    private static SignedQuery of(Caller caller, String action, String domain) {
        return new SignedQuery(caller.keyId(), action).with("DomainName", domain);
    }

    private static String get(SignedQuery query) throws Exception {
        return get(query.signed("GET"));
    }

    private static String get(String query) {
        return "GET /?" + query + " HTTP/1.1\r\nHost: live.example.com\r\nConnection: close\r\n\r\n";
    }
}
