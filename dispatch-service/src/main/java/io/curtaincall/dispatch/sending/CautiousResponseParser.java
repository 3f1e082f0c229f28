package io.curtaincall.dispatch.sending;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponseFactory;
import org.apache.hc.core5.http.HttpStatus;
import org.apache.hc.core5.http.ProtocolException;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultHttpResponseParser;
import org.apache.hc.core5.http.io.HttpMessageParser;
import org.apache.hc.core5.http.io.SessionInputBuffer;
import org.jspecify.annotations.Nullable;

/** Reads the heads of one connection's responses: bounded in bytes, in interim responses, and never another protocol. */
final class CautiousResponseParser implements HttpMessageParser<ClassicHttpResponse> {
    private static final int MOST_INTERIM = 8;

    private final HttpMessageParser<ClassicHttpResponse> parser;
    private final Http1Config config;
    private final long headCap;
    private int interim;

    CautiousResponseParser(Http1Config config, long headCap) {
        parser = new DefaultHttpResponseParser(config, new VerbatimLineParser(), new Factory());
        this.config = config;
        this.headCap = headCap;
    }

    @Override
    @SuppressWarnings("NullAway") // the library's contract: null when the connection is at its end
    public ClassicHttpResponse parse(SessionInputBuffer buffer, InputStream in) throws IOException, HttpException {
        ClassicHttpResponse response = parser.parse(buffer, new HeadInput(in, headCap));
        if (response == null) return null;
        if (response instanceof ReadResponse read) read.readFrom(buffer, in, config);
        if (response.getCode() == HttpStatus.SC_SWITCHING_PROTOCOLS) {
            throw new ProtocolException("the receiver wants to switch protocols (101)");
        }
        interim = response.getCode() < HttpStatus.SC_OK ? interim + 1 : 0;
        if (interim > MOST_INTERIM) throw new ProtocolException("more than " + MOST_INTERIM + " interim responses");
        return response;
    }

    private static final class Factory implements HttpResponseFactory<ClassicHttpResponse> {
        @Override
        public ClassicHttpResponse newHttpResponse(int status, @Nullable String reason) {
            return new ReadResponse(status, reason);
        }

        @Override
        public ClassicHttpResponse newHttpResponse(int status) {
            return new ReadResponse(status, null);
        }
    }
}
