package io.curtaincall.dialects.alibaba;

import io.curtaincall.access.unread.UnreadRequestMembers;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The envelope of a request of which not even the first line could be read. */
@Component
final class AlibabaUnread implements UnreadRequestMembers {
    private final Envelope envelope;

    AlibabaUnread(Envelope envelope) {
        this.envelope = envelope;
    }

    @Override
    public Map<String, Object> members(int status) {
        return Map.of(
                "RequestId", envelope.newRequestId(),
                "HostId", "",
                "Code", AlibabaError.MALFORMED.code(),
                "Message", AlibabaError.MALFORMED.message());
    }
}
