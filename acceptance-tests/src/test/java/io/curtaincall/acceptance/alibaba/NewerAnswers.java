package io.curtaincall.acceptance.alibaba;

import com.aliyun.live20161101.Client;
import com.aliyun.live20161101.models.AddLiveRecordNotifyConfigRequest;
import com.aliyun.live20161101.models.DeleteLiveRecordNotifyConfigRequest;
import com.aliyun.live20161101.models.DescribeLiveRecordNotifyConfigRequest;
import com.aliyun.live20161101.models.UpdateLiveRecordNotifyConfigRequest;
import com.aliyun.tea.TeaModel;
import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.testsupport.alibaba.LiveSdk;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The newer SDK's answers: its core takes any operation by name, its types are for four. */
final class NewerAnswers {
    private static final Set<String> TYPED = Set.of(
            "AddLiveRecordNotifyConfig",
            "DescribeLiveRecordNotifyConfig",
            "UpdateLiveRecordNotifyConfig",
            "DeleteLiveRecordNotifyConfig");
    private static final Set<String> FIELDS = Set.of("DomainName", "NotifyUrl", "OnDemandUrl");
    private static final String STATUS = "NeedStatusNotify";

    private NewerAnswers() {}

    static JsonNode byName(LiveSdk sdk, String action, Map<String, ?> parameters) throws Exception {
        Map<String, String> texts = new HashMap<>();
        parameters.forEach((name, value) -> texts.put(name, String.valueOf(value)));
        return VendorJson.of(sdk.call(action, texts));
    }

    static boolean isTyped(String action, Map<String, ?> parameters) {
        return TYPED.contains(action)
                && parameters.entrySet().stream()
                        .allMatch(each -> each.getKey().equals(STATUS)
                                ? each.getValue() instanceof Boolean
                                : FIELDS.contains(each.getKey()));
    }

    static JsonNode typed(LiveSdk sdk, String action, Map<String, ?> parameters) throws Exception {
        Client client = sdk.typed();
        TeaModel body = switch (action) {
            case "AddLiveRecordNotifyConfig" ->
                client.addLiveRecordNotifyConfig(TeaModel.toModel(parameters, new AddLiveRecordNotifyConfigRequest()))
                        .body;
            case "DescribeLiveRecordNotifyConfig" ->
                client.describeLiveRecordNotifyConfig(
                                TeaModel.toModel(parameters, new DescribeLiveRecordNotifyConfigRequest()))
                        .body;
            case "UpdateLiveRecordNotifyConfig" ->
                client.updateLiveRecordNotifyConfig(
                                TeaModel.toModel(parameters, new UpdateLiveRecordNotifyConfigRequest()))
                        .body;
            case "DeleteLiveRecordNotifyConfig" ->
                client.deleteLiveRecordNotifyConfig(
                                TeaModel.toModel(parameters, new DeleteLiveRecordNotifyConfigRequest()))
                        .body;
            default -> null;
        };
        return body == null ? byName(sdk, action, parameters) : VendorJson.of(body.toMap());
    }
}
