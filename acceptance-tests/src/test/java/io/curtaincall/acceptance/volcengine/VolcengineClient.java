package io.curtaincall.acceptance.volcengine;

import com.alibaba.fastjson.JSON;
import com.alibaba.fastjson.JSONException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.volcengine.model.live.request.DeleteCallbackRequest;
import com.volcengine.model.live.request.DescribeCallbackRequest;
import com.volcengine.model.live.request.UpdateCallbackRequest;
import com.volcengine.model.live.v20230101.DeleteCallbackBody;
import com.volcengine.model.live.v20230101.DescribeCallbackBody;
import com.volcengine.model.live.v20230101.DescribeLiveCallbackDataBody;
import com.volcengine.model.live.v20230101.UpdateCallbackBody;
import io.curtaincall.testsupport.volcengine.LiveCallbacksSdk;
import java.util.Map;
import java.util.Optional;

/** The ways in which the vendor's SDKs have the operations. */
public enum VolcengineClient {
    /** {@code v20230101.LiveService} of volc-sdk-java. */
    TYPED {
        @Override
        Optional<Class<?>> request(String action) {
            return switch (action) {
                case "UpdateCallback" -> Optional.of(UpdateCallbackBody.class);
                case "DescribeCallback" -> Optional.of(DescribeCallbackBody.class);
                case "DeleteCallback" -> Optional.of(DeleteCallbackBody.class);
                case "DescribeLiveCallbackData" -> Optional.of(DescribeLiveCallbackDataBody.class);
                default -> Optional.empty();
            };
        }

        @Override
        Object ask(LiveCallbacksSdk sdk, Object request) throws Exception {
            return switch (request) {
                case UpdateCallbackBody body -> sdk.typed(live -> live.updateCallback(body));
                case DescribeCallbackBody body -> sdk.typed(live -> live.describeCallback(body));
                case DeleteCallbackBody body -> sdk.typed(live -> live.deleteCallback(body));
                case DescribeLiveCallbackDataBody body -> sdk.typed(live -> live.describeLiveCallbackData(body));
                default -> throw unknown(request);
            };
        }
    },
    /** The older service class of volc-sdk-java, which has the configs only, and not all of them. */
    LEGACY {
        @Override
        Optional<Class<?>> request(String action) {
            return switch (action) {
                case "UpdateCallback" -> Optional.of(UpdateCallbackRequest.class);
                case "DescribeCallback" -> Optional.of(DescribeCallbackRequest.class);
                case "DeleteCallback" -> Optional.of(DeleteCallbackRequest.class);
                default -> Optional.empty();
            };
        }

        @Override
        Object ask(LiveCallbacksSdk sdk, Object request) throws Exception {
            return switch (request) {
                case UpdateCallbackRequest body -> sdk.legacy(live -> live.updateCallback(body));
                case DescribeCallbackRequest body -> sdk.legacy(live -> live.describeCallback(body));
                case DeleteCallbackRequest body -> sdk.legacy(live -> live.deleteCallback(body));
                default -> throw unknown(request);
            };
        }
    },
    /** {@code UniversalApi} of volcengine-java-sdk-core, which sends whatever it is given. */
    UNIVERSAL {
        @Override
        Optional<Class<?>> request(String action) {
            return Optional.empty();
        }

        @Override
        public boolean canSend(String action, Map<String, Object> parameters) {
            return true;
        }

        @Override
        public JsonNode call(LiveCallbacksSdk sdk, String action, Map<String, Object> parameters) throws Exception {
            return TREE.valueToTree(sdk.universal(action, parameters));
        }

        @Override
        Object ask(LiveCallbacksSdk sdk, Object request) {
            throw unknown(request);
        }
    };

    private static final JsonMapper TREE = new JsonMapper();

    /** Whether the SDK's types can say it. */
    public boolean canSend(String action, Map<String, Object> parameters) {
        return request(action, parameters)
                .filter(request -> tree(request).equals(TREE.valueToTree(parameters)))
                .isPresent();
    }

    /**
     * The whole answer, as the SDK has read it.
     *
     * @throws Exception the SDK's own if it is refused
     */
    public JsonNode call(LiveCallbacksSdk sdk, String action, Map<String, Object> parameters) throws Exception {
        return tree(ask(sdk, request(action, parameters).orElseThrow()));
    }

    /** What the SDK has for the parameters of an operation. */
    abstract Optional<Class<?>> request(String action);

    abstract Object ask(LiveCallbacksSdk sdk, Object request) throws Exception;

    private Optional<Object> request(String action, Map<String, Object> parameters) {
        try {
            return request(action).map(type -> JSON.parseObject(JSON.toJSONString(parameters), type));
        } catch (JSONException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static JsonNode tree(Object vendors) {
        try {
            return TREE.readTree(JSON.toJSONString(vendors));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the SDK writes JSON", e);
        }
    }

    private static IllegalArgumentException unknown(Object request) {
        return new IllegalArgumentException("no operation takes " + request);
    }
}
