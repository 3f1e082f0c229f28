package io.curtaincall.acceptance.alibaba;

import com.aliyuncs.auth.SignatureVersion;
import com.aliyuncs.http.FormatType;
import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.testsupport.alibaba.LiveSdk;
import java.util.Map;

/** The ways in which the vendor's SDKs speak: the SDK, its signature, the format of the answers. */
public enum Wire {
    /** {@code aliyun-java-sdk-live} as it is without settings. */
    OLDER_V1_JSON,
    OLDER_V1_XML,
    OLDER_V3_JSON,
    OLDER_V3_XML,
    /** {@code tea-openapi}: any operation by name, signed by ACS3. */
    NEWER_BY_NAME,
    /** {@code live20161101} 1.0.1, RPC version 1 in a form, for the operations it has; the others by name. */
    NEWER_TYPED;

    /** The answer in the vendor's names, whatever the SDK makes of it. */
    public JsonNode call(LiveSdk sdk, String action, Map<String, ?> parameters) throws Exception {
        return switch (this) {
            case OLDER_V1_JSON -> older(sdk, SignatureVersion.V1, FormatType.JSON, action, parameters);
            case OLDER_V1_XML -> older(sdk, SignatureVersion.V1, FormatType.XML, action, parameters);
            case OLDER_V3_JSON -> older(sdk, SignatureVersion.V3, FormatType.JSON, action, parameters);
            case OLDER_V3_XML -> older(sdk, SignatureVersion.V3, FormatType.XML, action, parameters);
            case NEWER_BY_NAME -> NewerAnswers.byName(sdk, action, parameters);
            case NEWER_TYPED -> NewerAnswers.typed(sdk, action, parameters);
        };
    }

    /** Whether this SDK of its own can send that: types leave no room for what is not one of them. */
    public boolean canSend(String action, Map<String, ?> parameters) {
        return this != NEWER_TYPED || NewerAnswers.isTyped(action, parameters);
    }

    public boolean isOlder() {
        return this != NEWER_BY_NAME && this != NEWER_TYPED;
    }

    /** The typed newer SDK leaves out what is empty, and knows nothing of signing keys. */
    public boolean hasAllParameters() {
        return this != NEWER_TYPED;
    }

    private static JsonNode older(
            LiveSdk sdk, SignatureVersion version, FormatType format, String action, Map<String, ?> parameters)
            throws Exception {
        return VendorJson.of(sdk.send(OlderRequests.of(action, parameters, sdk.stamp()), version, format));
    }
}
