package io.curtaincall.dialects.huawei;

import io.curtaincall.events.account.Role;

/**
 * What the vendor's page says of an operation.
 *
 * @param name as the SDKs have it
 * @param success the status of what went well
 */
record Declaration(String name, String method, Route route, int success) {
    private static final String CALLBACKS = "/v1/{project_id}/record/callbacks";

    Role needs() {
        return method.equals("GET") ? Role.READ : Role.WRITE;
    }

    static Declaration ofCallbacks(String name, String method, int success) {
        return new Declaration(name, method, new Route(CALLBACKS), success);
    }

    static Declaration ofCallback(String name, String method, int success) {
        return new Declaration(name, method, new Route(CALLBACKS + "/{id}"), success);
    }
}
