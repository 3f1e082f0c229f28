package io.curtaincall.dialects.alibaba;

import io.curtaincall.access.AccessConfiguration;
import io.curtaincall.dialects.admission.AdmissionConfiguration;
import io.curtaincall.dialects.port.SpeaksDialect;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.PropertySource;

/** Makes a process speak the API at {@code /}, as far as it has the ports; every operation is a bean of its own. */
@SpeaksDialect
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties(AlibabaProperties.class)
@Import({AccessConfiguration.class, AdmissionConfiguration.class})
@PropertySource("classpath:io/curtaincall/dialects/alibaba/alibaba.properties")
public class AlibabaDialect {}
