package io.curtaincall.dialects.volcengine;

import io.curtaincall.access.AccessConfiguration;
import io.curtaincall.dialects.admission.AdmissionConfiguration;
import io.curtaincall.dialects.port.SpeaksDialect;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;

/**
 * Makes a process speak the API at {@code /}, as far as it has the ports; every operation is a bean of its own. Beans are
 * named by package and class, as other vendors have a gate and an envelope too.
 */
@SpeaksDialect
@Configuration(proxyBeanMethods = false)
@ComponentScan(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@EnableConfigurationProperties(VolcengineProperties.class)
@Import({AccessConfiguration.class, AdmissionConfiguration.class})
public class VolcengineDialect {}
