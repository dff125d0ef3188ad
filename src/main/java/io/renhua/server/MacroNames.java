package io.renhua.server;

import io.renhua.handoff.Whose;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Map;

/** What readers of macros call those who are named in them. */
@Singleton
final class MacroNames {
    private final Owners owners;
    private final DeskNames names;
    private final DeskChoices choices;

    MacroNames(Owners owners, DeskNames names, DeskChoices choices) {
        this.owners = owners;
        this.names = names;
        this.choices = choices;
    }

    Map<String, String> owners(StaffMember me, String language) {
        return owners.of(me, language);
    }

    String owner(Whose whose, String language) {
        return owners.name(whose, language, names.personas(language));
    }

    String staff(String login) {
        return names.staff(login);
    }

    Collection<String> teams() {
        return choices.teams();
    }
}
