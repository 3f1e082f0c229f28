package io.curtaincall.dialects.huawei;

import io.curtaincall.access.unread.UnreadRequestMembers;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The envelope of a request of which not even the first line could be read. */
@Component
final class HuaweiUnread implements UnreadRequestMembers {
    @Override
    public Map<String, Object> members(int status) {
        return Envelope.members(HuaweiError.ILLEGAL, "");
    }
}
