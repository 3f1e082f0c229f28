package io.curtaincall.dialects.huawei;

import com.huaweicloud.sdk.core.HcClient;
import com.huaweicloud.sdk.core.http.HttpRequestDef;
import com.huaweicloud.sdk.live.v1.LiveAsyncClient;
import com.huaweicloud.sdk.live.v1.LiveClient;
import com.huaweicloud.sdk.live.v1.model.CreateRecordCallbackConfigRequest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** One call by both clients. */
record Asking(ThrowingCallable byClient, ThrowingCallable byAsyncClient) {
    private static final int PATIENCE_SECONDS = 20;

    static Asking creating(HcClient core, CreateRecordCallbackConfigRequest request) {
        return new Asking(
                () -> new LiveClient(core).createRecordCallbackConfig(request),
                thrown(() -> new LiveAsyncClient(core).createRecordCallbackConfigAsync(request)));
    }

    static Asking listing(HcClient core) {
        return new Asking(
                () -> new LiveClient(core).listRecordCallbackConfigs(HuaweiSdk.listing()),
                thrown(() -> new LiveAsyncClient(core).listRecordCallbackConfigsAsync(HuaweiSdk.listing())));
    }

    static Asking showing(HcClient core, String id) {
        return new Asking(
                () -> new LiveClient(core).showRecordCallbackConfig(HuaweiSdk.showing(id)),
                thrown(() -> new LiveAsyncClient(core).showRecordCallbackConfigAsync(HuaweiSdk.showing(id))));
    }

    /** What neither client has a method for. */
    static <Q, A> Asking other(HcClient core, Q request, HttpRequestDef<Q, A> operation) {
        return new Asking(
                () -> core.syncInvokeHttp(request, operation), thrown(() -> core.asyncInvokeHttp(request, operation)));
    }

    /** As its cause, which is what went wrong. */
    private static ThrowingCallable thrown(Supplier<CompletableFuture<?>> answer) {
        return () -> {
            try {
                answer.get().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (ExecutionException e) {
                throw e.getCause() == null ? e : e.getCause();
            }
        };
    }
}
