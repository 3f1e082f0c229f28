package io.curtaincall.dialects.volcengine;

import io.curtaincall.access.unread.UnreadRequestMembers;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The envelope of a request of which not even the first line could be read. */
@Component
final class VolcengineUnread implements UnreadRequestMembers {
    private final Envelope envelope;

    VolcengineUnread(Envelope envelope) {
        this.envelope = envelope;
    }

    @Override
    public Map<String, Object> members(int status) {
        return Map.of("ResponseMetadata", envelope.metadata(Heading.NOTHING_READ, VolcengineError.MALFORMED));
    }
}
