package io.renhua.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.renhua.conversation.Personas;
import io.renhua.conversation.Pictures;
import io.renhua.message.Person;
import io.renhua.persona.Persona;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What staff read in the place of ids. */
@Singleton
final class DeskNames {
    private static final Duration KNOWN = Duration.ofSeconds(5);

    private final Personas personas;
    private final StaffAccounts accounts;

    /** Every list shows many; a new name shows a moment later. */
    private final Cache<String, String> staff =
            Caffeine.newBuilder().maximumSize(1_000).expireAfterWrite(KNOWN).build();

    private final ApiTokens tokens;

    DeskNames(Personas personas, StaffAccounts accounts, ApiTokens tokens) {
        this.personas = personas;
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /** A persona that may have left meanwhile keeps its id as its name. */
    @Nullable
    Face persona(@Nullable String id, String language) {
        return id == null
                ? null
                : live(id).map(persona -> face(persona, language)).orElseGet(() -> new Face(id, id, null));
    }

    /** A persona's id, nickname and picture. */
    record Face(String id, String nickname, @Nullable String avatar) {}

    /** Who speaks on a channel, where nobody has spoken yet. */
    @Nullable
    Face speaker(String channel, String language) {
        try {
            return face(personas.on(channel).persona(), language);
        } catch (IllegalArgumentException e) {
            return null; // a channel that was closed; its transcripts stay
        }
    }

    /** Every persona's nickname by its id. */
    Map<String, String> personas(String language) {
        var names = new LinkedHashMap<String, String>();
        personas.all()
                .forEach(live -> names.put(
                        live.persona().id(), face(live.persona(), language).nickname()));
        return names;
    }

    /** What a persona's button is called that leads to a line. */
    Optional<String> label(String id, String line, String language) {
        return live(id).flatMap(persona -> Optional.ofNullable(persona.labels().get(line))
                .map(label -> label.in(persona.locales().pick(language))));
    }

    /** What consumers and colleagues read for a login. */
    String staff(String login) {
        return staff.get(login, this::named);
    }

    private String named(String login) {
        return ApiToken.isAgent(login)
                ? tokens.named(login).orElse(login)
                : accounts.named(login).map(StaffMember::name).orElse(login);
    }

    /** Whether somebody still has an account here, or a program a token. */
    boolean works(String login) {
        return ApiToken.isAgent(login)
                ? tokens.named(login).isPresent()
                : accounts.named(login).filter(member -> !member.disabled()).isPresent();
    }

    /** What to call a person: their name, or else something short that stays the same. */
    static String person(@Nullable Person person, String visitor) {
        if (person == null) {
            return visitor;
        }
        var name = person.name();
        var id = person.id();
        return name == null || name.isBlank() ? visitor + " " + id.substring(Math.max(0, id.length() - 4)) : name;
    }

    private Optional<Persona> live(String id) {
        return personas.named(id).map(live -> live.persona());
    }

    private static Face face(Persona persona, String language) {
        var nickname = persona.identity().nickname().in(persona.locales().pick(language));
        return new Face(
                persona.id(),
                nickname,
                Pictures.path(persona, persona.identity().avatar()));
    }
}
