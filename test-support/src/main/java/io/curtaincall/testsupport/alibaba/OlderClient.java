package io.curtaincall.testsupport.alibaba;

import com.aliyuncs.AcsRequest;
import com.aliyuncs.AcsResponse;
import com.aliyuncs.DefaultAcsClient;
import com.aliyuncs.exceptions.ClientException;
import com.aliyuncs.http.HttpResponse;
import com.aliyuncs.profile.IClientProfile;

/** The older SDK's client, watched for the status that its exceptions leave out. */
final class OlderClient extends DefaultAcsClient {
    private final ThreadLocal<Integer> status = ThreadLocal.withInitial(() -> 0);

    OlderClient(IClientProfile profile) {
        super(profile);
    }

    @Override
    public <T extends AcsResponse> HttpResponse doAction(AcsRequest<T> request) throws ClientException {
        HttpResponse response = super.doAction(request);
        status.set(response.getStatus());
        return response;
    }

    int lastStatus() {
        return status.get();
    }
}
