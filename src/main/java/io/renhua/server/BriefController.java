package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.renhua.conversation.Briefs;
import io.renhua.dialogue.Brief;
import io.renhua.message.ConversationId;
import io.renhua.store.Json;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tells an agent what they need to know before the first word. */
@Controller("/desk/brief")
@ExecuteOn(TaskExecutors.BLOCKING)
@Secured({"owner", "operator", "agent"})
final class BriefController {
    private final Briefs briefs;
    private final Checklists checklists;
    private final DeskNames names;
    private final DeskWords words;
    private final Discretion discretion;

    BriefController(Briefs briefs, Checklists checklists, DeskNames names, DeskWords words, Discretion discretion) {
        this.briefs = briefs;
        this.checklists = checklists;
        this.names = names;
        this.words = words;
        this.discretion = discretion;
    }

    /**
     * @param parts what the script tells agents, in its order
     * @param feelings of their last messages, from -1 to 1, the oldest first
     * @param known what the company's own systems know of them besides
     * @param promised until when a person was promised
     * @param masked the parts and facts of which something personal is left out
     * @param checklist of every topic
     * @param score 1 to 5 of the help they had last
     */
    record Sheet(
            List<Part> parts,
            List<Double> feelings,
            Map<String, String> facts,
            Map<String, String> known,
            Set<String> masked,
            @Nullable Instant promised,
            List<Earlier> earlier,
            List<Checklists.Point> checklist,
            @Nullable Integer score,
            @Nullable String remark) {}

    /** @param value null where a question is still open */
    record Part(String name, @Nullable String value) {}

    record Earlier(Instant at, @Nullable String topic, String agent) {}

    @Get(produces = MediaType.APPLICATION_JSON)
    String brief(HttpRequest<?> request, StaffMember me, @QueryValue ConversationId id) {
        var sight = discretion.of(me, id);
        var language = words.languageOf(request);
        return Json.write(sheet(briefs.of(id), sight, language, checklists.of(id, language)));
    }

    private Sheet sheet(Briefs.Told told, Sight sight, String language, List<Checklists.Point> checklist) {
        var rated = told.rated();
        return new Sheet(
                told.parts().stream()
                        .map(part ->
                                new Part(part.name(), called(told.persona(), part.name(), over(sight, part), language)))
                        .toList(),
                told.feelings(),
                over(sight, told.facts()),
                over(sight, told.known()),
                masked(sight, told),
                told.promised(),
                told.earlier().stream()
                        .map(each -> new Earlier(each.at(), over(sight, each.topic()), names.staff(each.agent())))
                        .toList(),
                checklist,
                rated == null ? null : rated.score(),
                rated == null ? null : over(sight, rated.remark()));
    }

    private static @Nullable String over(Sight sight, @Nullable String words) {
        return words == null ? null : sight.over(words);
    }

    private static @Nullable String over(Sight sight, Brief.Part part) {
        var value = part.value();
        return value == null ? null : sight.over(part.name(), value);
    }

    private static Map<String, String> over(Sight sight, Map<String, String> facts) {
        var seen = new LinkedHashMap<>(facts);
        seen.replaceAll(sight::over);
        return seen;
    }

    private static Set<String> masked(Sight sight, Briefs.Told told) {
        var masked = new TreeSet<String>();
        told.values().forEach((name, value) -> {
            if (sight.masks(name, value)) {
                masked.add(name);
            }
        });
        return masked;
    }

    /** A topic by the name of the button that leads to it. */
    private @Nullable String called(String persona, String part, @Nullable String value, String language) {
        return value == null || !part.equals("topic")
                ? value
                : names.label(persona, value, language).orElse(value);
    }

    @Error(exception = IllegalArgumentException.class)
    HttpResponse<?> notAConversation() {
        return HttpResponse.badRequest();
    }
}
