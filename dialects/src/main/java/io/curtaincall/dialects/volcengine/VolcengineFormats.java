package io.curtaincall.dialects.volcengine;

import io.curtaincall.dialects.port.CallbackFormat;
import io.curtaincall.dialects.port.CallsInDialect;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How receivers of Volcengine Live are called. */
@CallsInDialect
@Configuration(proxyBeanMethods = false)
public class VolcengineFormats {
    @Bean
    CallbackFormat volcengineCallbackFormat() {
        return new VolcengineCallbackFormat();
    }
}
