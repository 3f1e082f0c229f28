package io.curtaincall.dialects.huawei;

/**
 * A refusal as the vendor words it.
 *
 * @param detail what exactly does not hold, empty if the message says it all
 */
record HuaweiError(int status, String code, String message, String detail) {
    static final HuaweiError ILLEGAL = new HuaweiError(400, "LIVE.100011001", "Request Illegal");
    static final HuaweiError UNSUPPORTED_METHOD =
            new HuaweiError(400, "LIVE.100011011", "The method in the request is not supported.");
    static final HuaweiError UNSUPPORTED_MEDIA_TYPE = new HuaweiError(400, "LIVE.100011012", "Unsupported media type.");
    static final HuaweiError EXISTS = new HuaweiError(400, "LIVE.103011018", "The resource already exists.");
    static final HuaweiError FULL = new HuaweiError(400, "LIVE.103011020", "The quota has been used up.");
    static final HuaweiError NOT_FOUND = new HuaweiError(404, "LIVE.103011019", "Request Illegal");
    static final HuaweiError UNKNOWN_API =
            new HuaweiError(404, "APIGW.0101", "The API does not exist or has not been published in the environment.");
    static final HuaweiError TOO_LARGE = new HuaweiError(413, "APIGW.0201", "Request entity too large.");
    static final HuaweiError UNAVAILABLE = new HuaweiError(503, "APIGW.0202", "Backend unavailable.");
    static final HuaweiError FORBIDDEN =
            new HuaweiError(403, "APIGW.0302", "The IAM user is not authorized to access the API.");
    static final HuaweiError TOKEN_EXPIRED = new HuaweiError(401, "APIGW.0307", "The token must be updated.");
    static final HuaweiError THROTTLED =
            new HuaweiError(429, "APIGW.0308", "The throttling threshold has been reached: user over ratelimit.");
    static final HuaweiError INTERNAL = new HuaweiError(500, "APIGW.0601", "Internal server error.");
    private static final String GATEWAY = "APIGW.";

    HuaweiError(int status, String code, String message) {
        this(status, code, message, "");
    }

    static HuaweiError illegal(String detail) {
        return ILLEGAL.because(detail);
    }

    /** No or no valid credentials. */
    static HuaweiError unproven(String why) {
        return new HuaweiError(401, "APIGW.0301", "Incorrect IAM authentication information: " + why);
    }

    static HuaweiError invalidForIam(String parameter) {
        return new HuaweiError(400, "IAM.0007", "Request parameter " + parameter + " is invalid.");
    }

    HuaweiError because(String why) {
        return new HuaweiError(status, code, message, why);
    }

    /** What the gateway refuses, it gives the request's id in the body too. */
    boolean isGateways() {
        return code.startsWith(GATEWAY);
    }

    HuaweiRefusal refused() {
        return new HuaweiRefusal(this);
    }
}
