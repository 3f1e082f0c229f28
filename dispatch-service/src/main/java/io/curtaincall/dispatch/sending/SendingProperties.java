package io.curtaincall.dispatch.sending;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * {@code dispatch.sending.*}; every key and its default is here and nowhere else.
 *
 * @param deadline for the whole exchange, from the look-up of the name to the last byte kept
 * @param connectTimeout for each address tried
 * @param headCap most bytes of status line and headers
 * @param bodyCap most bytes of the body that are read and kept
 * @param idle how long an unused connection is kept open
 * @param resolvers most names looked up at the same time, a quarter of them for one account
 */
@ConfigurationProperties("dispatch.sending")
public record SendingProperties(
        @DefaultValue("10s") Duration deadline,
        @DefaultValue("4s") Duration connectTimeout,
        @DefaultValue("64KB") DataSize headCap,
        @DefaultValue("64KB") DataSize bodyCap,
        @DefaultValue("20s") Duration idle,
        @DefaultValue("32") int resolvers) {}
