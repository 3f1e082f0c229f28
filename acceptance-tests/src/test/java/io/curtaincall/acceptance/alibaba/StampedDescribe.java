package io.curtaincall.acceptance.alibaba;

import com.aliyuncs.auth.ISignatureComposer;
import com.aliyuncs.auth.Signer;
import com.aliyuncs.http.FormatType;
import com.aliyuncs.http.MethodType;
import com.aliyuncs.live.model.v20161101.DescribeLiveRecordNotifyConfigRequest;
import io.curtaincall.testsupport.alibaba.Stamp;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request of the older SDK that says when it was signed and by which nonce, and is signed by the SDK all the same. */
final class StampedDescribe extends DescribeLiveRecordNotifyConfigRequest {
    private final Stamp stamp;

    StampedDescribe(Stamp stamp) {
        this.stamp = stamp;
    }

    @Override
    public void resolveSignatureComposer() {
        super.resolveSignatureComposer();
        composer = new Composer(composer, stamp);
    }

    /** Puts the stamp where the SDK has put its own. */
    private record Composer(ISignatureComposer sdk, Stamp stamp) implements ISignatureComposer {
        @Override
        public Map<String, String> refreshSignParameters(
                Map<String, String> parameters, Signer signer, String keyId, @Nullable FormatType format) {
            Map<String, String> fresh = sdk.refreshSignParameters(parameters, signer, keyId, format);
            stamp.parameters().forEach(fresh::replace);
            stamp.headers().forEach(fresh::replace);
            return fresh;
        }

        @Override
        public String composeStringToSign(
                MethodType method,
                @Nullable String pattern,
                Signer signer,
                Map<String, String> queries,
                @Nullable Map<String, String> headers,
                @Nullable Map<String, String> paths) {
            return sdk.composeStringToSign(method, pattern, signer, queries, headers, paths);
        }

        @Override
        public String getAuthorization(Signer signer, String keyId, String signature) {
            return sdk.getAuthorization(signer, keyId, signature);
        }
    }
}
