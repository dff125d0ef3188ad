package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
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
import io.renhua.conversation.Merges;
import io.renhua.message.ConversationId;
import io.renhua.store.Json;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One person on several channels: who may be, who is, and what people at the desk say of that. */
@Controller("/desk/person")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class PersonController {
    private static final int LONGEST_WHY = 100;

    private final PersonSheets sheets;
    private final PersonFinder finder;
    private final DeskFaces faces;
    private final Merges merges;
    private final DeskMerging merging;
    private final DeskWords words;

    PersonController(
            PersonSheets sheets,
            PersonFinder finder,
            DeskFaces faces,
            Merges merges,
            DeskMerging merging,
            DeskWords words) {
        this.sheets = sheets;
        this.finder = finder;
        this.faces = faces;
        this.merges = merges;
        this.merging = merging;
        this.words = words;
    }

    /** @param why in words that colleagues read */
    record Wanted(
            @Nullable String conversation,
            @Nullable String other,
            @Nullable String why) {
        ConversationId here() {
            return ConversationId.parse(conversation == null ? "" : conversation);
        }

        ConversationId there() {
            return ConversationId.parse(other == null ? "" : other);
        }

        String reason() {
            var reason = why == null ? "" : why.strip();
            if (reason.isEmpty() || reason.length() > LONGEST_WHY) {
                throw new IllegalArgumentException("1 to " + LONGEST_WHY + " characters are needed");
            }
            return reason;
        }
    }

    @Get(produces = MediaType.APPLICATION_JSON)
    String person(HttpRequest<?> request, StaffMember me, @QueryValue ConversationId id) {
        return Json.write(sheets.of(me, id, words.languageOf(request)));
    }

    /** Who may be the same, by what somebody types. */
    @Get(value = "/found", produces = MediaType.APPLICATION_JSON)
    List<DeskFaces.Who> found(
            HttpRequest<?> request,
            StaffMember me,
            @QueryValue ConversationId id,
            @QueryValue(value = "words", defaultValue = "") String typed) {
        var found = finder.find(me, id, typed);
        return List.copyOf(faces.of(found, words.languageOf(request)).values());
    }

    /** Whoever may not asks for it. */
    @Post("/merge")
    PersonAnswer merge(StaffMember me, @Body Wanted wanted) {
        return PersonAnswer.of(
                merging.lets(me)
                        ? merges.merge(wanted.here(), wanted.there(), me.login(), wanted.reason())
                        : merges.ask(wanted.here(), wanted.there(), me.login(), wanted.reason()));
    }

    @Post("/decline")
    PersonAnswer decline(StaffMember me, @Body Wanted wanted) {
        return PersonAnswer.of(merges.decline(wanted.here(), wanted.there(), me.login(), merging.lets(me)));
    }

    @Post("/undo")
    PersonAnswer undo(StaffMember me, @Body Wanted wanted) {
        return PersonAnswer.of(merges.undo(wanted.here(), wanted.there(), me.login()));
    }

    @Post("/separate")
    HttpResponse<PersonAnswer> separate(StaffMember me, @Body Wanted wanted) {
        return merging.lets(me)
                ? HttpResponse.ok(PersonAnswer.of(merges.separate(wanted.here(), wanted.there(), me.login())))
                : HttpResponse.status(HttpStatus.FORBIDDEN);
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> cannotBeDone() {
        return HttpResponse.badRequest();
    }
}
