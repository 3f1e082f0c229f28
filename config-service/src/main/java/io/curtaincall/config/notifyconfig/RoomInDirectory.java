package io.curtaincall.config.notifyconfig;

import io.curtaincall.access.problem.Problem.Conflict;
import io.curtaincall.directory.Directory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Limits the configs of a domain: an event of it is planned for all of them in one commit, and a plan that fits in none
 * could never be made. Counts what the directory knows, so that a few at the same time may come in beyond the limit.
 */
@Component
@EnableConfigurationProperties(NotifyConfigProperties.class)
class RoomInDirectory implements RoomForConfigs {
    private final Directory directory;
    private final NotifyConfigProperties limits;

    RoomInDirectory(Directory directory, NotifyConfigProperties limits) {
        this.directory = directory;
        this.limits = limits;
    }

    @Override
    public void require(String domain) {
        if (directory.notifyConfigs().ofDomain(domain).size() < limits.perDomain()) return;
        throw new Conflict(domain + " has " + limits.perDomain() + " notify configs, and may have no more").refused();
    }
}
