package io.curtaincall.testsupport;

import java.util.ArrayList;
import java.util.List;

/** Every request in the order of arrival. */
final class RequestLog {
    private final List<ReceivedRequest> requests = new ArrayList<>();

    synchronized void add(ReceivedRequest request) {
        requests.add(request);
    }

    synchronized List<ReceivedRequest> all() {
        return List.copyOf(requests);
    }

    synchronized List<ReceivedRequest> to(String path) {
        return requests.stream().filter(request -> request.path().equals(path)).toList();
    }
}
