package io.curtaincall.dialects.alibaba;

/** Operations that were documented together and share their error codes. */
enum Family {
    /** What they do not document is the gateway's to say. */
    CONFIGS {
        @Override
        AlibabaError missing(String parameter) {
            return AlibabaError.missing(parameter);
        }

        @Override
        AlibabaError invalid(String parameter, String why) {
            return AlibabaError.invalid(parameter);
        }

        @Override
        AlibabaError notFound() {
            return new AlibabaError(404, "InvalidConfig.NotFound", "Config does not exist.");
        }

        @Override
        AlibabaError conflict() {
            return new AlibabaError(400, "ConfigAlreadyExists", "Config has already exist.");
        }
    },

    RECORDS {
        @Override
        AlibabaError missing(String parameter) {
            return new AlibabaError(400, "MissingParams", parameter + AGAIN);
        }

        @Override
        AlibabaError invalid(String parameter, String why) {
            return new AlibabaError(400, "MalformedParams", parameter + " " + why + AGAIN);
        }

        @Override
        AlibabaError notFound() {
            return new AlibabaError(400, "MalformedParams", "DomainName" + AGAIN);
        }

        @Override
        AlibabaError conflict() {
            return notFound();
        }

        @Override
        AlibabaError invalidJson() {
            return new AlibabaError(400, "InvalidParams", "Invalid JSON");
        }
    },

    RELAYS {
        @Override
        AlibabaError missing(String parameter) {
            return new AlibabaError(404, "MissingParam", parameter + ". Please check and try again later.");
        }

        @Override
        AlibabaError invalid(String parameter, String why) {
            return parameter.equals("AppId")
                    ? appId("AppId " + why)
                    : new AlibabaError(400, "InvalidParam", parameter + " " + why + ".");
        }

        @Override
        AlibabaError notFound() {
            return appId("AppId has no subscription");
        }

        @Override
        AlibabaError conflict() {
            return appId("AppId has a subscription already");
        }

        @Override
        AlibabaError forbidden(String why) {
            return new AlibabaError(403, "Forbidden", why + AGAIN);
        }

        @Override
        AlibabaError internal() {
            return new AlibabaError(500, "InternalError", "InternalError");
        }

        private static AlibabaError appId(String why) {
            return new AlibabaError(400, "InvalidAppId", why + AGAIN);
        }
    };

    private static final String AGAIN = ", please check and try again later.";

    abstract AlibabaError missing(String parameter);

    /** @param why goes on after the parameter's name */
    abstract AlibabaError invalid(String parameter, String why);

    abstract AlibabaError notFound();

    abstract AlibabaError conflict();

    AlibabaError internal() {
        return AlibabaError.INTERNAL;
    }

    /** Of a body that says it is JSON. */
    AlibabaError invalidJson() {
        return AlibabaError.MALFORMED;
    }

    AlibabaError forbidden(String why) {
        return new AlibabaError(
                403,
                "Forbidden.RAM",
                "User not authorized to operate on the specified resource, or this API doesn't support RAM.");
    }
}
