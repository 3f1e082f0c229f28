package io.curtaincall.dialects.alibaba;

import java.util.regex.Pattern;

/** A refusal as the vendor words it. */
record AlibabaError(int status, String code, String message) {
    static final AlibabaError UNKNOWN_ACTION = new AlibabaError(
            404, "InvalidAction.NotFound", "Specified api is not found, please check your url and method.");
    static final AlibabaError UNSUPPORTED_METHOD =
            new AlibabaError(400, "UnsupportedHTTPMethod", "This http method is not supported.");
    static final AlibabaError MALFORMED = new AlibabaError(400, "InvalidParameter", "The request is not well formed.");
    static final AlibabaError TOO_LARGE =
            new AlibabaError(413, "RequestTooLarge", "The request is larger than the server takes.");
    static final AlibabaError INTERNAL =
            new AlibabaError(500, "InternalError", "The request processing has failed due to some unknown error.");
    static final AlibabaError UNAVAILABLE = new AlibabaError(
            503, "ServiceUnavailable", "The request has failed due to a temporary failure of the server.");
    static final AlibabaError THROTTLED =
            new AlibabaError(400, "Throttling.User", "Request was denied due to user flow control.");
    /** The vendor documents none for it. */
    static final AlibabaError FULL =
            new AlibabaError(400, "QuotaExceeded", "The quota of notify configs of the domain is used up.");

    static final AlibabaError KEY_ENDED =
            new AlibabaError(400, "InvalidAccessKeyId.Inactive", "Specified access key is disabled.");
    static final AlibabaError INCOMPLETE_SIGNATURE =
            new AlibabaError(400, "IncompleteSignature", "The request signature does not conform to Aliyun standards.");
    static final AlibabaError SIGNATURE_METHOD =
            new AlibabaError(400, "InvalidSignatureMethod", "Specified signature method is not valid.");
    /** No tokens are issued here, so none can be read. */
    static final AlibabaError SECURITY_TOKEN =
            new AlibabaError(400, "InvalidSecurityToken.Malformed", "Specified SecurityToken is malformed.");

    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9.]{0,63}");

    static AlibabaError missing(String parameter) {
        return new AlibabaError(400, "Missing" + parameter, parameter + " is mandatory for this action.");
    }

    static AlibabaError invalid(String parameter) {
        if (!NAME.matcher(parameter).matches()) return MALFORMED;
        return new AlibabaError(400, "Invalid" + parameter, "Specified parameter " + parameter + " is not valid.");
    }

    AlibabaRefusal refused() {
        return new AlibabaRefusal(this);
    }
}
