package io.curtaincall.dispatch.ondemand;

import io.curtaincall.dispatch.sending.Limits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code dispatch.on-demand.*}; every key and its default is here and nowhere else.
 *
 * @param deadline for the whole exchange with a receiver
 * @param bodyCap most bytes of its answer that are read
 * @param underWay how many may be asked at once; beyond that the configs' own rules decide
 * @param underWayPerAccount how many of them for one account
 */
@ConfigurationProperties("dispatch.on-demand")
record OnDemandProperties(
        @DefaultValue("5s") Duration deadline,
        @DefaultValue("2048") int bodyCap,
        @DefaultValue("256") int underWay,
        @DefaultValue("32") int underWayPerAccount) {

    Limits limits() {
        return new Limits(deadline, bodyCap);
    }
}
