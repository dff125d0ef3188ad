package io.renhua.server;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.message.ConversationId;
import io.renhua.store.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Shows one masked thing of somebody else's conversation. */
@Controller("/desk/reveal")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class RevealController {
    private final Reveals reveals;
    private final DeskPrivacy privacy;
    private final DeskNames names;

    RevealController(Reveals reveals, DeskPrivacy privacy, DeskNames names) {
        this.reveals = reveals;
        this.privacy = privacy;
        this.names = names;
    }

    /**
     * What they want to see: either.
     *
     * @param seq of a bubble or a note
     * @param value of the brief, by its name
     */
    record Wanted(
            @Nullable String conversation,
            @Nullable Long seq,
            @Nullable String value) {
        ConversationId with() {
            if ((seq == null) == (value == null)) {
                throw new IllegalArgumentException("one bubble, or one value of the brief");
            }
            return ConversationId.parse(conversation == null ? "" : conversation);
        }
    }

    /** What they asked for. */
    record Revealed(@Nullable DeskLine line, @Nullable String value) {}

    @Post(produces = MediaType.APPLICATION_JSON)
    HttpResponse<String> reveal(StaffMember me, @Body Wanted wanted) {
        if (!privacy.letsReveal(me)) {
            return HttpResponse.status(HttpStatus.FORBIDDEN);
        }
        return found(me, wanted)
                .map(revealed -> HttpResponse.ok(Json.write(revealed)))
                .orElseGet(HttpResponse::notFound);
    }

    private Optional<Revealed> found(StaffMember me, Wanted wanted) {
        var conversation = wanted.with();
        var seq = wanted.seq();
        var name = wanted.value();
        return seq != null
                ? reveals.line(me, conversation, seq).map(line -> new Revealed(DeskLine.of(line, names), null))
                : reveals.value(me, conversation, String.valueOf(name)).map(value -> new Revealed(null, value));
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> nothingToShow() {
        return HttpResponse.badRequest();
    }
}
