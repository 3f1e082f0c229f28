package io.curtaincall.acceptance.huawei;

import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import com.huaweicloud.sdk.core.http.HttpRequestDef;
import com.huaweicloud.sdk.core.invoker.AsyncInvoker;
import com.huaweicloud.sdk.live.v1.LiveAsyncClient;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** By {@code LiveAsyncClient}, each answer waited for. */
final class AsyncCallbacks implements RecordCallbacks {
    private static final int PATIENCE_SECONDS = 60;

    private final HuaweiCustomer customer;
    private final LiveAsyncClient client;

    AsyncCallbacks(HuaweiCustomer customer) {
        this.customer = customer;
        client = customer.built(LiveAsyncClient.newBuilder());
    }

    @Override
    public CreateRecordCallbackConfigResponse create(RecordCallbackConfigRequest body) {
        return answer(
                client.createRecordCallbackConfigAsyncInvoker(new CreateRecordCallbackConfigRequest().withBody(body)));
    }

    @Override
    public ListRecordCallbackConfigsResponse list(ListRecordCallbackConfigsRequest which) {
        return answer(client.listRecordCallbackConfigsAsyncInvoker(which));
    }

    @Override
    public ShowRecordCallbackConfigResponse show(String id) {
        return answer(client.showRecordCallbackConfigAsyncInvoker(new ShowRecordCallbackConfigRequest().withId(id)));
    }

    @Override
    public UpdateRecordCallbackConfigResponse update(String id, RecordCallbackConfigRequest body) {
        return answer(client.updateRecordCallbackConfigAsyncInvoker(
                new UpdateRecordCallbackConfigRequest().withId(id).withBody(body)));
    }

    @Override
    public DeleteRecordCallbackConfigResponse delete(String id) {
        return answer(
                client.deleteRecordCallbackConfigAsyncInvoker(new DeleteRecordCallbackConfigRequest().withId(id)));
    }

    @Override
    public <Q, A> A call(Q request, HttpRequestDef<Q, A> operation) {
        return answer(customer.core().asyncInvokeHttp(request, operation));
    }

    private <Q, A> A answer(AsyncInvoker<Q, A> invoker) {
        customer.headers().forEach(invoker::addHeader);
        return answer(invoker.invoke());
    }

    private static <A> A answer(CompletableFuture<A> answer) {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ServiceResponseException refused) throw refused;
            throw new IllegalStateException(e);
        } catch (TimeoutException e) {
            throw new IllegalStateException("no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
