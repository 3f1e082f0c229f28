package io.curtaincall.dialects.huawei;

import io.curtaincall.access.AccessConfiguration;
import io.curtaincall.dialects.admission.AdmissionConfiguration;
import io.curtaincall.dialects.port.SpeaksDialect;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Makes a process speak the API, as far as it has the ports; every operation is a bean of its own. */
@SpeaksDialect
@Configuration(proxyBeanMethods = false)
@ComponentScan
@EnableConfigurationProperties(HuaweiProperties.class)
@Import({AccessConfiguration.class, AdmissionConfiguration.class})
public class HuaweiDialect {}
