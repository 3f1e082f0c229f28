package io.curtaincall.dialects.volcengine;

import com.alibaba.fastjson.JSON;
import com.volcengine.model.live.request.DeleteCallbackRequest;
import com.volcengine.model.live.request.UpdateCallbackRequest;
import com.volcengine.model.live.v20230101.DeleteCallbackBody;
import com.volcengine.model.live.v20230101.UpdateCallbackBody;
import com.volcengine.service.BaseServiceImpl;
import io.curtaincall.testsupport.volcengine.LiveCallbacksSdk;

/** Each of the vendor's clients, by its typed calls where a model can hold what is asked. */
enum SdkClient {
    TYPED {
        @Override
        void ask(LiveCallbacksSdk sdk, ErrorRow row) throws Exception {
            String text = JSON.toJSONString(row.parameters());
            sdk.typed(live -> {
                if (!row.isTyped()) return untyped(live, row);
                return row.action().equals("DeleteCallback")
                        ? live.deleteCallback(JSON.parseObject(text, DeleteCallbackBody.class))
                        : live.updateCallback(JSON.parseObject(text, UpdateCallbackBody.class));
            });
        }
    },

    LEGACY {
        @Override
        void ask(LiveCallbacksSdk sdk, ErrorRow row) throws Exception {
            String text = JSON.toJSONString(row.parameters());
            sdk.legacy(live -> {
                if (!row.isTyped()) return untyped((BaseServiceImpl) live, row);
                return row.action().equals("DeleteCallback")
                        ? live.deleteCallback(JSON.parseObject(text, DeleteCallbackRequest.class))
                        : live.updateCallback(JSON.parseObject(text, UpdateCallbackRequest.class));
            });
        }
    },

    UNIVERSAL {
        @Override
        void ask(LiveCallbacksSdk sdk, ErrorRow row) throws Exception {
            sdk.universal(row.action(), row.parameters());
        }
    };

    /** @throws Exception if it is refused, of the type that this client has for it */
    abstract void ask(LiveCallbacksSdk sdk, ErrorRow row) throws Exception;

    private static Object untyped(BaseServiceImpl service, ErrorRow row) throws Exception {
        var answer = service.json(row.action(), null, JSON.toJSONString(row.parameters()));
        if (answer.getException() != null) throw answer.getException();
        return answer;
    }
}
