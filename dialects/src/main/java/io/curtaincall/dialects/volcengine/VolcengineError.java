package io.curtaincall.dialects.volcengine;

import org.jspecify.annotations.Nullable;

/**
 * A refusal as the vendor words it.
 *
 * @param number the {@code CodeN}, which the gateway's errors have and those of the operations have not
 */
record VolcengineError(int status, @Nullable Integer number, String code, String message) {
    static final VolcengineError NOT_AUTHENTICATED =
            gateway(401, 100003, "MissingAuthenticationToken", "Request is missing Authentication Token.");
    static final VolcengineError NOT_SIGNED =
            gateway(401, 100005, "MissingSignature", "The request is missing signature.");
    static final VolcengineError EXPIRED =
            gateway(400, 100006, "InvalidTimestamp", "The Signature of the request is expired.");
    static final VolcengineError FROM_THE_FUTURE =
            gateway(400, 100006, "InvalidTimestamp", "The Signature of the request is from the future.");
    static final VolcengineError NO_TIMESTAMP =
            gateway(400, 100006, "InvalidTimestamp", "The X-Date or X-Expires of the request is not well formed.");
    static final VolcengineError MISMATCH = gateway(
            401,
            100010,
            "SignatureDoesNotMatch",
            "The request signature we calculated does not match the signature you provided. Check your Secret Access"
                    + " Key and signing method. Consult the service documentation for details.");
    static final VolcengineError GATEWAY_BROKE =
            gateway(500, 100014, "InternalError", "Service has some internal Error. Pls Contact With Admin.");
    static final VolcengineError THROTTLED = gateway(
            429,
            100018,
            "FlowLimitExceeded",
            "Request was rejected because the request speed of this openAPI is beyond the current flow control limit.");
    static final VolcengineError AUTHORIZATION = gateway(
            400, 100024, "InvalidAuthorization", "Invalid 'Authorization' header, Pls check authorization header.");
    static final VolcengineError CREDENTIAL = gateway(
            400,
            100025,
            "InvalidCredential",
            "Invalid credential in 'Authorization', Pls check credential in authorization header.");
    /** No tokens are issued here, so none can be valid. */
    static final VolcengineError SECURITY_TOKEN = gateway(
            401, 100026, "InvalidSecretToken", "Invalid secret token, msg: temporary keys are not issued here.");

    static final VolcengineError BIND =
            operation(400, "InvalidParam.BindError", "Request parameter error, please check input data");
    static final VolcengineError MALFORMED = operation(400, "InvalidParam", "The request is not well formed.");
    static final VolcengineError TOO_LARGE =
            operation(413, "InvalidParam", "The request is larger than the server takes.");
    static final VolcengineError INTERNAL =
            operation(500, "InternalError", "an internal error occurred, please contact the administrator.");
    static final VolcengineError UNAVAILABLE =
            operation(502, "InternalServiceError", "an internal error occurred, please contact the administrator.");

    static VolcengineError missingParameter(String name) {
        return gateway(400, 100002, "MissingParameter", "The request is missing " + name + " parameter.");
    }

    static VolcengineError missingInformation(String name) {
        return gateway(400, 100004, "MissingRequestInfo", "The request is missing " + name + " information.");
    }

    static VolcengineError unknownService(String service) {
        return gateway(404, 100007, "ServiceNotFound", "This service[" + service + "] not found.");
    }

    static VolcengineError unknownOperation(String action, String version) {
        return gateway(
                404,
                100008,
                "InvalidActionOrVersion",
                "Could not find operation " + action + " for version " + version + ".");
    }

    static VolcengineError unknownKey(String keyId) {
        return gateway(
                401, 100009, "InvalidAccessKey", "The accesskey [" + keyId + "] included in the request is invalid.");
    }

    static VolcengineError accessDenied(String action, String why) {
        return gateway(
                403,
                100013,
                "AccessDenied",
                "User is not authorized to perform: live:" + action + " on resource: " + why + ".");
    }

    static VolcengineError method(String method) {
        return gateway(405, 100020, "MethodNotAllowed", "The http method " + method + " is not allowed.");
    }

    /** @param why goes on after the parameter's name */
    static VolcengineError invalid(String parameter, String why) {
        return operation(400, "InvalidParam", parameter + " " + why);
    }

    static VolcengineError forbidden(String why) {
        return operation(403, "RequestForbidden", why);
    }

    static VolcengineError notFound(String what) {
        return operation(404, "ResourceNotFound", what);
    }

    VolcengineRefusal refused() {
        return new VolcengineRefusal(this);
    }

    private static VolcengineError gateway(int status, int number, String code, String message) {
        return new VolcengineError(status, number, code, message);
    }

    private static VolcengineError operation(int status, String code, String message) {
        return new VolcengineError(status, null, code, message);
    }
}
