package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.port.CallbackFormat;
import io.curtaincall.dialects.port.CallsInDialect;
import io.curtaincall.dialects.port.OnDemandFormat;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How receivers of ApsaraVideo Live are called and asked. */
@CallsInDialect
@Configuration(proxyBeanMethods = false)
public class AlibabaFormats {
    @Bean
    CallbackFormat alibabaCallbackFormat() {
        return new AlibabaCallbackFormat();
    }

    @Bean
    OnDemandFormat alibabaOnDemandFormat() {
        return new AlibabaOnDemandFormat();
    }
}
