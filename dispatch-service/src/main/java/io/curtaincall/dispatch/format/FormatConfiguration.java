package io.curtaincall.dispatch.format;

import io.curtaincall.dialects.FormatsConfiguration;
import io.curtaincall.dialects.port.CallbackFormat;
import io.curtaincall.dialects.port.OnDemandFormat;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Gathers what the dialects bring. */
@Configuration(proxyBeanMethods = false)
@Import(FormatsConfiguration.class)
class FormatConfiguration {
    @Bean
    CallbackFormats callbackFormats(ObjectProvider<CallbackFormat> formats) {
        return new CallbackFormats(formats.stream());
    }

    @Bean
    OnDemandFormats onDemandFormats(ObjectProvider<OnDemandFormat> formats) {
        return new OnDemandFormats(formats.stream());
    }
}
