package io.curtaincall.dialects.wire;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/** Finds who answers a dialect's requests, and the error page of those that the server itself refused. */
public abstract class DialectMapping extends AbstractHandlerMapping {
    @Override
    protected final @Nullable Object getHandlerInternal(HttpServletRequest request) {
        return request.getDispatcherType() == DispatcherType.ERROR ? errorPage(request) : endpoint(request);
    }

    /** Null if the request is none of this dialect's. */
    protected abstract @Nullable Object endpoint(HttpServletRequest request);

    /** The same for the page of a request that the server refused. */
    protected abstract @Nullable Object errorPage(HttpServletRequest request);

    /** A browser's question beforehand is a request like any other: there is nothing here for pages of other sites. */
    @Override
    protected final HandlerExecutionChain getCorsHandlerExecutionChain(
            HttpServletRequest request, HandlerExecutionChain chain, @Nullable CorsConfiguration config) {
        return chain;
    }
}
