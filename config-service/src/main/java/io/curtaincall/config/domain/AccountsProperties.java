package io.curtaincall.config.domain;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** {@code curtaincall.accounts.*}; every key and its default is here and nowhere else. */
@ConfigurationProperties("curtaincall.accounts")
record AccountsProperties(@DefaultValue("first-use") DomainRule domains) {}
