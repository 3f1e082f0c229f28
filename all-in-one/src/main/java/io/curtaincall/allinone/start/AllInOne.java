package io.curtaincall.allinone.start;

import io.curtaincall.access.caller.BearerTokens;
import io.curtaincall.access.caller.Right;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.handler.MappedInterceptor;

/** The application that the chosen doors are put into. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
class AllInOne {
    /** Metrics tell how much of whose traffic there is, so that they are for who may oversee all of it. Health tells nothing but yes or no, and stays open. */
    @Bean
    MappedInterceptor metricsAreForTheOperator(BearerTokens tokens) {
        HandlerInterceptor operatorOnly = new HandlerInterceptor() {
            @Override
            public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                tokens.caller(request.getHeader(HttpHeaders.AUTHORIZATION)).require(Right.OVERSEE);
                return true;
            }
        };
        return new MappedInterceptor(new String[] {"/actuator/prometheus"}, operatorOnly);
    }
}
