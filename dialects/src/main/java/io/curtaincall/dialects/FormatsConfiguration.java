package io.curtaincall.dialects;

import io.curtaincall.dialects.alibaba.AlibabaFormats;
import io.curtaincall.dialects.huawei.HuaweiFormats;
import io.curtaincall.dialects.volcengine.VolcengineFormats;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** What a process needs to call receivers, and to ask them, in the words of every dialect. */
@Configuration(proxyBeanMethods = false)
@Import({AlibabaFormats.class, HuaweiFormats.class, VolcengineFormats.class})
public class FormatsConfiguration {}
