package io.renhua.server;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.conversation.Personas;
import io.renhua.handoff.Tags;
import io.renhua.message.ConversationId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the people at the desk call whoever they talk with. */
@Controller("/desk/tags")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class TagController {
    private static final int SHOWN = 100;

    private final Tags tags;
    private final Personas personas;

    TagController(Tags tags, Personas personas) {
        this.tags = tags;
        this.personas = personas;
    }

    /** Those that the scripts go by, then those in use, the commonest first. */
    @Get(produces = MediaType.APPLICATION_JSON)
    List<String> known() {
        var scripts = personas.all().stream()
                .map(live -> live.persona().tags())
                .flatMap(Collection::stream)
                .sorted();
        return Stream.concat(scripts, tags.known(SHOWN).stream())
                .distinct()
                .limit(SHOWN)
                .toList();
    }

    /** A tag, given or taken. */
    record Change(@Nullable String conversation, @Nullable String tag) {
        ConversationId with() {
            return ConversationId.parse(conversation == null ? "" : conversation);
        }

        String name() {
            return tag == null ? "" : tag.strip();
        }
    }

    @Post("/add")
    Set<String> add(StaffMember me, @Body Change change) {
        tags.add(change.with(), change.name(), me.login());
        return tags.of(change.with());
    }

    @Post("/remove")
    Set<String> remove(StaffMember me, @Body Change change) {
        tags.remove(change.with(), change.name(), me.login());
        return tags.of(change.with());
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> cannotBe() {
        return HttpResponse.badRequest();
    }
}
