package io.curtaincall.dialects.volcengine;

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
                        "DescribeLiveCallbackData", 30,
                        "UpdateCallback", 10,
                        "DescribeCallback", 10,
                        "DeleteCallback", 10));
    }
}
