package io.renhua.server;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.handoff.Tags;
import io.renhua.message.ConversationId;
import io.renhua.store.Json;
import java.util.List;
import java.util.function.Function;

/** One thing done with several conversations: each by its single act, and each with its own outcome. */
@Controller("/desk/bulk")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class BulkController {
    private final HandoverController single;
    private final BlockController away;
    private final Tags tags;
    private final MacroHand macros;

    BulkController(HandoverController single, BlockController away, Tags tags, MacroHand macros) {
        this.single = single;
        this.away = away;
        this.tags = tags;
        this.macros = macros;
    }

    /** What came of it in one of them. */
    record Came(String conversation, DeskAnswer answer) {}

    /** What is missing or wrong is found with the first, before anything has changed. */
    @Post(produces = MediaType.APPLICATION_JSON)
    String act(StaffMember me, @Body BulkAct bulk) {
        return Json.write(each(bulk, named(me, bulk)));
    }

    private Function<ConversationId, DeskAnswer> named(StaffMember me, BulkAct bulk) {
        return switch (bulk.name()) {
            case "claim" -> conversation -> single.claim(me, bulk.in(conversation));
            case "transfer" -> conversation -> single.transfer(me, bulk.in(conversation));
            case "hold" -> conversation -> single.hold(me, bulk.in(conversation));
            case "release" -> conversation -> single.release(me, bulk.in(conversation));
            case "resolve" -> conversation -> single.resolve(me, bulk.in(conversation));
            case "spam" -> conversation -> away.spam(me, bulk.in(conversation));
            case "undo" -> conversation -> single.undo(me, bulk.in(conversation));
            case "tag" -> conversation -> DeskAnswer.plain(tags.give(conversation, bulk.tagName(), me.login()));
            case "untag" ->
                conversation -> {
                    tags.remove(conversation, bulk.tagName(), me.login());
                    return DeskAnswer.plain(true);
                };
            case "macro" -> conversation -> macros.make(me, conversation, bulk.macroNeeded());
            default -> throw new IllegalArgumentException("nothing done with several is called " + bulk.name());
        };
    }

    /** What a macro would do with each of them. */
    @Post(value = "/foresee", produces = MediaType.APPLICATION_JSON)
    String foresee(StaffMember me, @Body BulkAct bulk) {
        var macro = bulk.macroNeeded().name();
        return Json.write(bulk.with().stream()
                .map(conversation -> macros.foresee(me, conversation, macro))
                .toList());
    }

    /** A supervisor gives several to somebody, from whoever has them. */
    @Post("/assign")
    @Secured({"owner", "operator"})
    List<Came> assign(StaffMember me, @Body BulkAct bulk) {
        return each(
                bulk,
                conversation -> single.assign(me, bulk.in(conversation))
                        .getBody()
                        .orElseThrow(() -> new IllegalArgumentException("nobody here is to have them")));
    }

    private static List<Came> each(BulkAct bulk, Function<ConversationId, DeskAnswer> act) {
        return bulk.with().stream()
                .map(conversation -> new Came(conversation.toString(), act.apply(conversation)))
                .toList();
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> cannotBeDone() {
        return HttpResponse.badRequest();
    }
}
