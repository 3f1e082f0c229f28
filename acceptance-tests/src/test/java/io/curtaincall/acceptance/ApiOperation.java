package io.curtaincall.acceptance;

import io.curtaincall.access.caller.Right;
import io.curtaincall.bench.running.CurtaincallApi;
import java.net.http.HttpRequest;
import java.util.function.BiFunction;

/**
 * One operation of the HTTP API, asked of what is an account's own.
 *
 * @param mapping as the controllers have it
 * @param statuses of who may, of an account that is not the owner, and of who is limited to other domains
 */
record ApiOperation(
        String mapping, Right needs, Statuses statuses, BiFunction<OwnThings, CurtaincallApi, HttpRequest> request) {
    /** What is answered to whose role is enough. */
    record Statuses(int ok, int foreign, int outside) {}

    @Override
    public String toString() {
        return mapping;
    }
}
