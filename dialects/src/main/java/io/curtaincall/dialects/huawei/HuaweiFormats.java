package io.curtaincall.dialects.huawei;

import io.curtaincall.dialects.port.CallbackFormat;
import io.curtaincall.dialects.port.CallsInDialect;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How receivers of Huawei Cloud Live are called. */
@CallsInDialect
@Configuration(proxyBeanMethods = false)
public class HuaweiFormats {
    @Bean
    CallbackFormat huaweiCallbackFormat() {
        return new HuaweiCallbackFormat();
    }
}
