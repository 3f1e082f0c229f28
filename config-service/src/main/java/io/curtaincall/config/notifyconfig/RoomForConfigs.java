package io.curtaincall.config.notifyconfig;

/** Whether a domain may have one more notify config. */
interface RoomForConfigs {
    /** @throws io.curtaincall.access.problem.RefusedException {@code Conflict} if the domain has as many as it may */
    void require(String domain);
}
