package io.curtaincall.dialects.huawei;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code curtaincall.dialects.huawei.*}.
 *
 * @param qps calls per second, account and operation; the vendor publishes none for these
 */
@ConfigurationProperties("curtaincall.dialects.huawei")
record HuaweiProperties(@DefaultValue("50") int qps) {
    HuaweiProperties {
        if (qps < 1) throw new IllegalArgumentException("the limit of calls is less than 1");
    }
}
