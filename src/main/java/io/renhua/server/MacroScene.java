package io.renhua.server;

import io.renhua.handoff.Ownership;
import io.renhua.handoff.Ownership.Human;
import io.renhua.handoff.Ownership.Outside;
import io.renhua.message.ConversationId;
import java.util.Optional;
import java.util.Set;

/**
 * A conversation as somebody finds it who is about to do something with it. Not safe to share.
 *
 * @param tags as they would be after the steps before
 * @param urgent empty where nobody waits for a person or has one
 * @param stand who has it, for pages
 */
record MacroScene(
        StaffMember me,
        ConversationId conversation,
        Ownership owner,
        Set<String> tags,
        Optional<Boolean> urgent,
        DeskStand stand) {

    /** Whether their words would go out. */
    boolean speaks() {
        return owner.speaker().filter(me.login()::equals).isPresent();
    }

    /** Whether they have it, and nobody has been asked to take it. */
    boolean has() {
        return owner instanceof Human human && human.agent().equals(me.login());
    }

    boolean mayRelease() {
        return has() || (owner instanceof Outside outside && !outside.isMirror());
    }
}
