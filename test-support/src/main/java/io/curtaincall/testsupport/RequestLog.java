package io.curtaincall.testsupport;

import java.util.ArrayList;
import java.util.List;

/** Requests in the order of arrival, up to so many. */
final class RequestLog {
    private final List<ReceivedRequest> requests = new ArrayList<>();

    private final int limit;

    RequestLog(int limit) {
        this.limit = limit;
    }

    synchronized void add(ReceivedRequest request) {
        if (requests.size() < limit) requests.add(request);
    }

    synchronized List<ReceivedRequest> all() {
        return List.copyOf(requests);
    }

    synchronized List<ReceivedRequest> to(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }
}
