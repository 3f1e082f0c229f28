package io.curtaincall.access.unread;

import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Puts the valve where Tomcat would have put its own. */
@Configuration(proxyBeanMethods = false)
public class UnreadRequestConfiguration {
    /** After Spring Boot, which puts a valve there too: the last one is asked first. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> unreadRequests(
            ObjectProvider<UnreadRequestMembers> protocols) {
        return factory -> factory.addContextCustomizers(
                context -> answerInsteadOf(context, protocols.orderedStream().toList()));
    }

    private static void answerInsteadOf(Context context, List<UnreadRequestMembers> protocols) {
        StandardHost host = (StandardHost) context.getParent();
        host.setErrorReportValveClass(UnreadRequestValve.class.getName());
        host.getPipeline().addValve(new UnreadRequestValve(protocols));
    }
}
