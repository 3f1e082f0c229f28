package io.curtaincall.dialects.volcengine;

import io.curtaincall.events.account.Role;

/**
 * What the vendor's page says of an operation.
 *
 * @param action as the {@code Action} names it
 * @param perSecond how often an account may call it, unless a setting says otherwise
 * @param needs what its caller's key must let its holder do
 */
record Declaration(String action, int perSecond, Role needs) {
    static Declaration reading(String action, int perSecond) {
        return new Declaration(action, perSecond, Role.READ);
    }

    static Declaration writing(String action, int perSecond) {
        return new Declaration(action, perSecond, Role.WRITE);
    }
}
