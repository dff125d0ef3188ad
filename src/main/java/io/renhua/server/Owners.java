package io.renhua.server;

import io.renhua.handoff.Whose;
import io.renhua.handoff.Whose.Scope;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Whose something is that is kept ready at the desk, as readers call them, and who may write for whom. */
@Singleton
final class Owners {
    private final DeskWords words;
    private final DeskNames names;
    private final DeskChoices choices;

    Owners(DeskWords words, DeskNames names, DeskChoices choices) {
        this.words = words;
        this.names = names;
        this.choices = choices;
    }

    /** Everybody their own; what others share, operators and owners. */
    static boolean mayWrite(StaffMember me, Whose whose) {
        return whose.scope() == Scope.PERSONAL ? whose.name().equals(me.login()) : me.role() != StaffRole.AGENT;
    }

    /** The one that a form names; empty where somebody may not write for them. */
    static Optional<Whose> writable(StaffMember me, String whose) {
        try {
            return Optional.of(Whose.parse(whose)).filter(each -> mayWrite(me, each));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** For whom somebody may write, each by the name that readers know. */
    Map<String, String> of(StaffMember me, String language) {
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

    /** @param nicknames of the personas, by id */
    String name(Whose whose, String language, Map<String, String> nicknames) {
        var name = whose.name();
        return switch (whose.scope()) {
            case PERSONAL -> say(language, "canned_mine", "");
            case TEAM -> say(language, "team_of", name);
            case PERSONA -> nicknames.getOrDefault(name, name);
        };
    }

    private String say(String language, String name, String value) {
        return words.in(language).getOrDefault(name, name).replace("{name}", value);
    }
}
