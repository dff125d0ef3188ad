package io.renhua;

import io.micronaut.context.ApplicationContext;
import io.renhua.conversation.Personas;
import io.renhua.persona.Persona;
import io.renhua.server.ClosedChannels;
import io.renhua.server.StaffInvitations;
import io.renhua.text.Wording;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/** What whoever starts the server reads first: where to go, and what does not work. */
final class Greeting {
    private static final int GREETED = 10;

    private final ApplicationContext context;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    Greeting(ApplicationContext context) {
        this.context = context;
    }

    void say(int port) {
        var base = "http://localhost:" + port;
        var personas = context.getBean(Personas.class).all().stream()
                .map(live -> live.persona())
                .sorted(Comparator.comparing(Persona::id))
                .toList();
        out.println();
        personas.stream()
                .limit(GREETED)
                .forEach(persona -> line(Wording.of(
                        "Chat with %s:  %s",
                        persona.identity().nickname().in(persona.locales().standard()), base + "/c/" + persona.id())));
        if (personas.size() > GREETED) {
            line(Wording.of("and with %s more:  %s", personas.size() - GREETED, base + "/"));
        }
        line(Wording.of("The desk:  %s", base + "/desk"));
        context.getBean(StaffInvitations.class).forFirstOwner().ifPresent(path -> {
            out.println();
            line(Wording.of("Nobody can sign in yet. Make the owner's account here, once:"));
            out.println("  " + base + path);
        });
        context.getBean(ClosedChannels.class)
                .reasons(PersonaFolder.LANGUAGE)
                .forEach(each -> out.println("\n  " + each));
        out.println();
    }

    private void line(Wording words) {
        out.println("  " + words.in(PersonaFolder.LANGUAGE));
    }
}
