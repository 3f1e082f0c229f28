package io.curtaincall.dialects;

import io.curtaincall.access.key.SealingConfiguration;
import io.curtaincall.dialects.alibaba.AlibabaDialect;
import io.curtaincall.dialects.huawei.HuaweiDialect;
import io.curtaincall.dialects.volcengine.VolcengineDialect;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Every wire protocol a process speaks besides our own. Each offers what the process has the ports for. */
@Configuration(proxyBeanMethods = false)
@Import({SealingConfiguration.class, AlibabaDialect.class, HuaweiDialect.class, VolcengineDialect.class})
public class DialectsConfiguration {}
