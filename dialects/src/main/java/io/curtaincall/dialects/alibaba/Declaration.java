package io.curtaincall.dialects.alibaba;

/**
 * What the vendor's page says of an operation.
 *
 * @param action as the {@code Action} names it
 * @param perSecond how often an account may call it, unless a setting says otherwise
 * @param readsOnly a call changes nothing
 */
record Declaration(String action, Family family, int perSecond, boolean readsOnly) {
    static Declaration reading(String action, Family family, int perSecond) {
        return new Declaration(action, family, perSecond, true);
    }

    static Declaration writing(String action, Family family, int perSecond) {
        return new Declaration(action, family, perSecond, false);
    }
}
