package io.renhua.dialogue;

import io.renhua.message.Content;
import io.renhua.nlu.Entity;
import io.renhua.persona.EntityKind;
import io.renhua.persona.Persona;
import io.renhua.text.Fold;
import io.renhua.text.Han;
import io.renhua.text.Language;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which language to answer in: the one they write, else the one so far, else their profile's, else the default.
 *
 * @param written whether their words showed it
 */
record LocaleChoice(String locale, boolean written) {
    /** Words with figures in them, looked for from where a word begins only: else a long one is gone through again and again. */
    private static final Pattern NOBODYS = Pattern.compile("(?<!\\S)\\S*[0-9]\\S*|https?://\\S+");

    static LocaleChoice of(Persona persona, DialogueState state, Heard heard) {
        var soFar = state.locale();
        return written(persona, state, heard)
                .map(language -> new LocaleChoice(offered(persona, language, state, heard.locale()), true))
                .orElseGet(() -> new LocaleChoice(
                        soFar != null && persona.locales().offered().contains(soFar)
                                ? soFar
                                : persona.locales().pick(heard.locale()),
                        false));
    }

    /** What their words show: a tag, or {@code zh} for Chinese in characters that both scripts share. */
    private static Optional<String> written(Persona persona, DialogueState state, Heard heard) {
        var own = ownWords(persona, state, heard);
        var language = Language.of(own);
        if (language.isEmpty() && own.codePoints().anyMatch(Han::isHan)) {
            return Optional.of("zh");
        }
        // 'ok', 'thanks' and 'iPhone' are said in every language
        boolean stray = !state.written().isEmpty() && !own.strip().contains(" ");
        return language.filter(tag -> !tag.equals("en") || !stray);
    }

    /** The message without values that belong to no language: numbers, names, labels that we offered. */
    private static String ownWords(Persona persona, DialogueState state, Heard heard) {
        var said = heard.content() instanceof Content.Chosen ? "" : Utterance.of(heard.content());
        var key = Fold.key(said);
        var form = state.form();
        if (state.offered().stream().anyMatch(choice -> Fold.key(choice.label()).equals(key))
                || (form != null && names(persona.entities().get(form.asking())))) {
            return "";
        }
        return NOBODYS.matcher(without(said, persona, heard.entities())).replaceAll(" ");
    }

    private static boolean names(@Nullable EntityKind kind) {
        return kind == null || (kind instanceof EntityKind.BuiltIn(var name) && name.equals("person"));
    }

    private static String without(String said, Persona persona, List<Entity> entities) {
        var rest = new StringBuilder(said);
        for (var entity : entities) {
            if (persona.entities().get(entity.name()) instanceof EntityKind.Pattern) {
                int end = Math.min(entity.end(), rest.length());
                rest.replace(entity.start(), end, " ".repeat(end - entity.start()));
            }
        }
        return rest.toString();
    }

    /** The locale for a language; for Chinese that could be either, the one they wrote last or their profile's. */
    private static String offered(Persona persona, String language, DialogueState state, @Nullable String profile) {
        var locales = persona.locales();
        if (locales.offered().contains(language) || !language.startsWith("zh")) {
            return locales.pick(language);
        }
        var wrote = state.written().reversed().stream();
        var others = Stream.of(state.locale(), profile).filter(Objects::nonNull).map(locales::pick);
        return Stream.concat(wrote, others)
                .filter(tag -> tag.startsWith("zh"))
                .findFirst()
                .orElseGet(() -> anyChinese(persona));
    }

    private static String anyChinese(Persona persona) {
        var locales = persona.locales();
        return Stream.concat(Stream.of(locales.standard()), locales.offered().stream())
                .filter(tag -> tag.startsWith("zh"))
                .findFirst()
                .orElse(locales.standard());
    }
}
