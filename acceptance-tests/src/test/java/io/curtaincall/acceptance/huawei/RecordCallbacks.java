package io.curtaincall.acceptance.huawei;

import com.huaweicloud.sdk.core.http.HttpRequestDef;
import com.huaweicloud.sdk.live.v1.model.CreateRecordCallbackConfigResponse;
import com.huaweicloud.sdk.live.v1.model.DeleteRecordCallbackConfigResponse;
import com.huaweicloud.sdk.live.v1.model.ListRecordCallbackConfigsRequest;
import com.huaweicloud.sdk.live.v1.model.ListRecordCallbackConfigsResponse;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.ShowRecordCallbackConfigResponse;
import com.huaweicloud.sdk.live.v1.model.UpdateRecordCallbackConfigResponse;

/** The five operations as one of the SDK's clients has them; what is refused is thrown in the SDK's own exception. */
public interface RecordCallbacks {
    CreateRecordCallbackConfigResponse create(RecordCallbackConfigRequest body);

    ListRecordCallbackConfigsResponse list(ListRecordCallbackConfigsRequest which);

    ShowRecordCallbackConfigResponse show(String id);

    UpdateRecordCallbackConfigResponse update(String id, RecordCallbackConfigRequest body);

    DeleteRecordCallbackConfigResponse delete(String id);

    /** What the client itself cannot send, by the core it stands on. */
    <Q, A> A call(Q request, HttpRequestDef<Q, A> operation);
}
