package io.curtaincall.dialects.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.running.DialectProcess;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OperationsIT {
    @Test
    void every_operation_has_the_limit_of_its_page() {
        Map<String, Integer> limits = DialectProcess.shared().beans(Operation.class).stream()
                .map(operation -> operation.declaration())
                .collect(Collectors.toMap(Declaration::action, Declaration::perSecond));
        assertThat(limits)
                .isEqualTo(Map.of(
                        "AddLiveRecordNotifyConfig", 30,
                        "DescribeLiveRecordNotifyConfig", 50,
                        "UpdateLiveRecordNotifyConfig", 30,
                        "DeleteLiveRecordNotifyConfig", 30,
                        "DescribeLiveRecordNotifyRecords", 100,
                        "CreateRtcMPUEventSub", 50,
                        "DescribeRtcMPUEventSub", 50,
                        "UpdateRtcMPUEventSub", 50,
                        "DeleteRtcMPUEventSub", 50,
                        "ListRtcMPUEventSubRecord", 100));
    }
}
