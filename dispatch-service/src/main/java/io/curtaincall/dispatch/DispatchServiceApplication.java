package io.curtaincall.dispatch;

import io.curtaincall.access.start.ServiceStart;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** The service as a process of its own. Not a component, so that the door does not find it by scanning. */
@EnableAutoConfiguration
@Import(DispatchService.class)
@PropertySource("classpath:io/curtaincall/dispatch/dispatch-service.properties")
public class DispatchServiceApplication {
    public static void main(String[] arguments) {
        ServiceStart.run(new SpringApplication(DispatchServiceApplication.class), Map.of(), arguments);
    }
}
