package io.curtaincall.dialects.volcengine;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code curtaincall.dialects.volcengine.*}.
 *
 * @param qps calls per second and account by operation, such as {@code
 *     curtaincall.dialects.volcengine.qps.UpdateCallback=10}; an operation that is not named has the vendor's limit,
 *     which it declares itself
 */
@ConfigurationProperties("curtaincall.dialects.volcengine")
record VolcengineProperties(@DefaultValue Map<String, Integer> qps) {
    VolcengineProperties {
        Map<String, Integer> limits = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        limits.putAll(qps);
        limits.forEach((operation, limit) -> {
            if (limit < 1) throw new IllegalArgumentException("the limit of " + operation + " is less than 1");
        });
        qps = limits;
    }

    int perSecond(Declaration operation) {
        return qps.getOrDefault(operation.action(), operation.perSecond());
    }
}
