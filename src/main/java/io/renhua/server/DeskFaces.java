package io.renhua.server;

import io.renhua.message.ConversationId;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who is in conversations, as they are called at the desk. */
@Singleton
final class DeskFaces {
    private final Transcripts transcripts;
    private final DeskNames names;
    private final DeskWords words;

    DeskFaces(Transcripts transcripts, DeskNames names, DeskWords words) {
        this.transcripts = transcripts;
        this.names = names;
        this.words = words;
    }

    /**
     * Somebody on one channel.
     *
     * @param id of a conversation with them
     */
    record Who(String id, String person, String channel) {}

    Map<ConversationId, Who> of(Collection<ConversationId> conversations, String language) {
        var people = transcripts.people(conversations);
        var visitor = words.in(language).getOrDefault("visitor", "");
        var faces = new LinkedHashMap<ConversationId, Who>();
        for (var conversation : conversations) {
            var person = DeskNames.person(people.get(conversation), visitor);
            faces.put(conversation, new Who(conversation.toString(), person, conversation.channel()));
        }
        return faces;
    }

    /** What colleagues read for a login. */
    String staff(String login) {
        return names.staff(login);
    }
}
