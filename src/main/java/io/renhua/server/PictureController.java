package io.renhua.server;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.conversation.LiveDesk.Outcome;
import io.renhua.conversation.Pictures;
import io.renhua.conversation.ReplyRules;
import io.renhua.message.ConversationId;
import io.renhua.picture.PictureFile;
import io.renhua.store.Json;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Pictures that people at the desk send: from the persona's shelf, or their own. */
@Controller("/desk/pictures")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class PictureController {
    private final PictureRooms rooms;
    private final PicturePost post;
    private final ReplyRules rules;
    private final DeskNames names;
    private final Clock clock;

    PictureController(PictureRooms rooms, PicturePost post, ReplyRules rules, DeskNames names, Clock clock) {
        this.rooms = rooms;
        this.post = post;
        this.rules = rules;
        this.names = names;
        this.clock = clock;
    }

    /**
     * @param kinds that can be sent here; none where nothing can
     * @param longest bytes of one
     */
    record Sheet(List<String> kinds, int longest, List<OnShelf> shelf) {}

    /** @param picture where the page finds it */
    record OnShelf(String name, String alt, String picture) {}

    /** What there is to send in a conversation. */
    @Get(produces = MediaType.APPLICATION_JSON)
    String sheet(@QueryValue ConversationId id) {
        var speaking = rules.in(id);
        var persona = speaking.live().persona();
        var shelf = persona.shelf().entrySet().stream()
                .map(each -> new OnShelf(
                        each.getKey(),
                        each.getValue().alt().in(speaking.locale()),
                        Pictures.path(persona, each.getValue().path())))
                .toList();
        var kinds = rooms.in(id).stream().map(PictureFile.Kind::type).toList();
        return Json.write(new Sheet(kinds, PictureAct.LONGEST, shelf));
    }

    /**
     * @param problem by name, where it is no picture that can be sent here
     * @param answer what came of sending it
     */
    record Sent(
            boolean done,
            @Nullable String problem,
            @Nullable DeskAnswer answer) {}

    @Post("/send")
    Sent send(StaffMember me, @Body PictureAct act) {
        return problem(act).map(problem -> new Sent(false, problem, null)).orElseGet(() -> sent(post.send(me, act)));
    }

    private Sent sent(Optional<Outcome> outcome) {
        return outcome.map(came -> DeskAnswer.of(came, names, clock.instant()))
                .map(answer -> new Sent(answer.done(), null, answer))
                .orElseGet(() -> new Sent(false, "gone", null));
    }

    private Optional<String> problem(PictureAct act) {
        var kinds = rooms.in(act.with());
        if (kinds.isEmpty()) {
            return Optional.of("closed");
        }
        if (!act.isDescribed()) {
            return Optional.of("alt");
        }
        if (act.shelf() != null) {
            return Optional.empty();
        }
        if (act.decoded().length > PictureAct.LONGEST) {
            return Optional.of("size");
        }
        return act.file().filter(file -> kinds.contains(file.kind())).isPresent()
                ? Optional.empty()
                : Optional.of("kind");
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> cannotBeDone() {
        return HttpResponse.badRequest();
    }
}
