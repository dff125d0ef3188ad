package io.renhua.server;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.conversation.Suggestions;
import io.renhua.dialogue.Suggestion;
import io.renhua.dialogue.Suggestion.Closeness;
import io.renhua.message.ConversationId;
import io.renhua.persona.Place;
import io.renhua.store.Json;
import io.renhua.why.Explainer;
import io.renhua.why.Scripts;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Offers whoever has a conversation the persona's own words for what was said last. */
@Controller("/desk/suggestions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class SuggestionController {
    private final Suggestions suggestions;
    private final Scripts scripts;

    SuggestionController(Suggestions suggestions, Scripts scripts) {
        this.suggestions = suggestions;
        this.scripts = scripts;
    }

    /**
     * @param done whether the conversation is the reader's, who alone is offered anything
     * @param unanswered whether anything waits for an answer
     */
    record Sheet(boolean done, boolean unanswered, List<Offer> offers) {}

    /**
     * @param where in the script they stand; null where that version is not to be had any more
     */
    record Offer(
            String text,
            String line,
            boolean sure,
            @Nullable String where) {}

    @Get(produces = MediaType.APPLICATION_JSON)
    String suggestions(StaffMember me, @QueryValue ConversationId id) {
        return Json.write(
                suggestions.to(id, me.login()).map(this::sheet).orElseGet(() -> new Sheet(false, false, List.of())));
    }

    private Sheet sheet(Suggestions.Offered offered) {
        var script = offered.suggestions().isEmpty()
                ? Optional.<Explainer>empty()
                : scripts.of(offered.persona(), offered.version());
        var offers = offered.suggestions().stream()
                .map(each -> offer(each, script.map(found -> found.place(each.source(), each.trace()))))
                .toList();
        return new Sheet(true, offered.unanswered(), offers);
    }

    private static Offer offer(Suggestion suggestion, Optional<Place> place) {
        return new Offer(
                suggestion.text(),
                suggestion.line(),
                suggestion.closeness() == Closeness.SURE,
                place.map(Place::toString).orElse(null));
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> notAConversation() {
        return HttpResponse.badRequest();
    }
}
