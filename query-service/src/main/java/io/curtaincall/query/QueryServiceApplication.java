package io.curtaincall.query;

import org.springframework.boot.SpringApplication;

/** Main of the query service on its own. */
public final class QueryServiceApplication {
    private QueryServiceApplication() {}

    public static void main(String[] arguments) {
        SpringApplication.run(QueryService.class, arguments);
    }
}
