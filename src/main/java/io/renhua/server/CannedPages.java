package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.renhua.handoff.CannedReply;
import io.renhua.handoff.CannedReply.Scope;
import io.renhua.handoff.CannedReply.Whose;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** What there is to choose from on the page of canned replies, in the reader's language. */
@Singleton
final class CannedPages {
    private final DeskPages pages;
    private final DeskWords words;
    private final DeskNames names;
    private final DeskChoices choices;

    CannedPages(DeskPages pages, DeskWords words, DeskNames names, DeskChoices choices) {
        this.pages = pages;
        this.words = words;
        this.names = names;
        this.choices = choices;
    }

    MutableHttpResponse<?> page(HttpRequest<?> request, HttpStatus status, StaffMember me, Map<String, ?> values) {
        var language = words.languageOf(request);
        var model = new LinkedHashMap<String, Object>(values);
        model.put("owners", owners(me, language));
        model.put("locales", choices.locales());
        model.put("channels", choices.channels());
        return pages.page(request, status, "canned", model);
    }

    /** For whom somebody may write, each by the name that readers know. */
    Map<String, String> owners(StaffMember me, String language) {
        var owners = new LinkedHashMap<String, String>();
        owners.put(Whose.of(Scope.PERSONAL, me.login()).toString(), say(language, "canned_mine", ""));
        if (me.role() != StaffRole.AGENT) {
            names.personas(language)
                    .forEach((id, nickname) ->
                            owners.put(Whose.of(Scope.PERSONA, id).toString(), nickname));
            choices.teams()
                    .forEach(team -> owners.put(Whose.of(Scope.TEAM, team).toString(), say(language, "team_of", team)));
        }
        return owners;
    }

    /** Whose a reply is, as its readers call them. */
    String owner(CannedReply reply, String language, Map<String, String> nicknames) {
        var name = reply.whose().name();
        return switch (reply.whose().scope()) {
            case PERSONAL -> say(language, "canned_mine", "");
            case TEAM -> say(language, "team_of", name);
            case PERSONA -> nicknames.getOrDefault(name, name);
        };
    }

    private String say(String language, String name, String value) {
        return words.in(language).getOrDefault(name, name).replace("{name}", value);
    }
}
