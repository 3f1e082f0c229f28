package io.curtaincall.config.firstrun;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param data the folder for {@code credentials.json} */
@ConfigurationProperties("curtaincall")
record InstallationProperties(@DefaultValue("data") Path data) {}
