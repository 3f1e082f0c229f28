package io.curtaincall.acceptance;

import static org.awaitility.Awaitility.await;

import com.aliyuncs.live.model.v20161101.DescribeLiveRecordNotifyRecordsRequest;
import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.bench.running.Credentials;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.testsupport.alibaba.LiveSdk;

/** An account as its owner has it: by our own API, and by the vendor's SDKs at the front. */
record AlibabaAccount(CurtaincallApi api, LiveSdk sdk) {
    static AlibabaAccount ofFirstStart(Installation installation) {
        Credentials.Account demo = installation.credentials().account();
        return new AlibabaAccount(
                installation.asDemo(), LiveSdk.at(installation.front(), demo.accessKeyId(), demo.accessKeySecret()));
    }

    /** One more, once the front knows it. */
    static AlibabaAccount open(Installation installation) {
        JsonNode opened = installation.asOperator().openAccount().expect(201).json();
        LiveSdk sdk = LiveSdk.at(
                installation.front(),
                opened.path("accessKeyId").asText(),
                opened.path("accessKeySecret").asText());
        await().atMost(Scene.SOON)
                .ignoreExceptions()
                .until(() -> sdk.send(anything()).getCode() == 0);
        return new AlibabaAccount(installation.as(opened.path("token").asText()), sdk);
    }

    private static DescribeLiveRecordNotifyRecordsRequest anything() {
        var request = new DescribeLiveRecordNotifyRecordsRequest();
        request.setDomainName("nobody.example.com");
        request.setStartTime(AlibabaScene.hoursFromNow(-1));
        request.setEndTime(AlibabaScene.hoursFromNow(1));
        return request;
    }
}
