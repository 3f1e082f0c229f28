package io.curtaincall.dispatch.sending;

import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.ParseException;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.message.BasicLineParser;
import org.apache.hc.core5.util.CharArrayBuffer;

/** Leaves header values as they came; the library's own parser makes one blank of several, and of line ends. */
final class VerbatimLineParser extends BasicLineParser {
    @Override
    public Header parseHeader(CharArrayBuffer line) throws ParseException {
        int colon = line.indexOf(':');
        if (colon < 1) throw new ParseException("not a header", line, 0, line.length());
        return new BasicHeader(line.substring(0, colon).strip(), trimmed(line, colon + 1));
    }

    private static String trimmed(CharArrayBuffer line, int from) {
        int begin = from;
        int end = line.length();
        while (begin < end && isBlank(line.charAt(begin))) begin++;
        while (end > begin && isBlank(line.charAt(end - 1))) end--;
        return line.substring(begin, end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
