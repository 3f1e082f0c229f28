package io.curtaincall.acceptance.huawei;

import com.huaweicloud.sdk.core.http.HttpRequestDef;
import com.huaweicloud.sdk.core.invoker.SyncInvoker;
import com.huaweicloud.sdk.live.v1.LiveClient;
import com.huaweicloud.sdk.live.v1.model.CreateRecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.CreateRecordCallbackConfigResponse;
import com.huaweicloud.sdk.live.v1.model.DeleteRecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.DeleteRecordCallbackConfigResponse;
import com.huaweicloud.sdk.live.v1.model.ListRecordCallbackConfigsRequest;
import com.huaweicloud.sdk.live.v1.model.ListRecordCallbackConfigsResponse;
import com.huaweicloud.sdk.live.v1.model.RecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.ShowRecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.ShowRecordCallbackConfigResponse;
import com.huaweicloud.sdk.live.v1.model.UpdateRecordCallbackConfigRequest;
import com.huaweicloud.sdk.live.v1.model.UpdateRecordCallbackConfigResponse;

/** By {@code LiveClient}. */
final class WaitingCallbacks implements RecordCallbacks {
    private final HuaweiCustomer customer;
    private final LiveClient client;

    WaitingCallbacks(HuaweiCustomer customer) {
        this.customer = customer;
        client = customer.built(LiveClient.newBuilder());
    }

    @Override
    public CreateRecordCallbackConfigResponse create(RecordCallbackConfigRequest body) {
        return answer(client.createRecordCallbackConfigInvoker(new CreateRecordCallbackConfigRequest().withBody(body)));
    }

    @Override
    public ListRecordCallbackConfigsResponse list(ListRecordCallbackConfigsRequest which) {
        return answer(client.listRecordCallbackConfigsInvoker(which));
    }

    @Override
    public ShowRecordCallbackConfigResponse show(String id) {
        return answer(client.showRecordCallbackConfigInvoker(new ShowRecordCallbackConfigRequest().withId(id)));
    }

    @Override
    public UpdateRecordCallbackConfigResponse update(String id, RecordCallbackConfigRequest body) {
        return answer(client.updateRecordCallbackConfigInvoker(
                new UpdateRecordCallbackConfigRequest().withId(id).withBody(body)));
    }

    @Override
    public DeleteRecordCallbackConfigResponse delete(String id) {
        return answer(client.deleteRecordCallbackConfigInvoker(new DeleteRecordCallbackConfigRequest().withId(id)));
    }

    @Override
    public <Q, A> A call(Q request, HttpRequestDef<Q, A> operation) {
        return customer.core().syncInvokeHttp(request, operation);
    }

    private <Q, A> A answer(SyncInvoker<Q, A> invoker) {
        customer.headers().forEach(invoker::addHeader);
        return invoker.invoke();
    }
}
