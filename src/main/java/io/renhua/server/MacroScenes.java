package io.renhua.server;

import io.renhua.handoff.Desk;
import io.renhua.handoff.Tags;
import io.renhua.handoff.Urgency;
import io.renhua.message.ConversationId;
import jakarta.inject.Singleton;
import java.util.HashSet;

/** Looks at conversations before something is done with them. */
@Singleton
final class MacroScenes {
    private final Desk desk;
    private final Tags tags;
    private final Urgency urgency;
    private final DeskNames names;

    MacroScenes(Desk desk, Tags tags, Urgency urgency, DeskNames names) {
        this.desk = desk;
        this.tags = tags;
        this.urgency = urgency;
        this.names = names;
    }

    MacroScene of(StaffMember me, ConversationId conversation) {
        var owner = desk.ownerOf(conversation);
        return new MacroScene(
                me,
                conversation,
                owner,
                new HashSet<>(tags.of(conversation)),
                urgency.of(conversation),
                DeskStand.of(owner, names));
    }
}
