package io.curtaincall.config.request;

import io.curtaincall.access.caller.BearerTokens;
import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets controllers take {@link RequestFields}. */
@Configuration(proxyBeanMethods = false)
class RequestConfiguration implements WebMvcConfigurer {
    private final BearerTokens tokens;

    RequestConfiguration(BearerTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new RequestFieldsResolver(tokens));
    }
}
