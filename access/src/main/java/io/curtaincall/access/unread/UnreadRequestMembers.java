package io.curtaincall.access.unread;

import java.util.Map;

/** What the clients of one protocol look for in the answer to a request that could not be read. */
public interface UnreadRequestMembers {
    /** To stand at the top of a JSON object, under names that no other protocol uses. */
    Map<String, Object> members(int status);
}
