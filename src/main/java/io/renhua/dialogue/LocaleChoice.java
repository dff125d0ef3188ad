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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Which language to answer in: the one they write, else the one so far, else their profile's, else the default. */
final class LocaleChoice {
    private static final int GREETING = 3;

    private LocaleChoice() {}

    static String of(Persona persona, DialogueState state, Heard heard) {
        var soFar = state.locale();
        return written(persona, state, heard)
                .map(language -> offered(persona, language, soFar, heard.locale()))
                .orElseGet(() -> soFar != null && persona.locales().offered().contains(soFar)
                        ? soFar
                        : persona.locales().pick(heard.locale()));
    }

    /** What their words show: a tag, or {@code zh} for Chinese in characters that both scripts share. */
    private static Optional<String> written(Persona persona, DialogueState state, Heard heard) {
        var own = ownWords(persona, state, heard);
        var language = Language.of(own);
        if (language.isEmpty() && own.codePoints().anyMatch(Han::isHan)) {
            return Optional.of("zh");
        }
        // 'ok' and 'hi' are said in every language
        return language.filter(
                tag -> !tag.equals("en") || state.turns() == 0 || own.strip().length() > GREETING);
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
        return without(said, heard.entities()).replaceAll("\\S*[0-9]\\S*|https?://\\S+", " ");
    }

    private static boolean names(@Nullable EntityKind kind) {
        return kind == null || (kind instanceof EntityKind.BuiltIn(var name) && name.equals("person"));
    }

    private static String without(String said, List<Entity> entities) {
        var rest = new StringBuilder(said);
        for (var entity : entities) {
            for (int i = entity.start(); i < Math.min(entity.end(), rest.length()); i++) {
                if (!Han.isHan(rest.charAt(i))) {
                    rest.setCharAt(i, ' ');
                }
            }
        }
        return rest.toString();
    }

    private static String offered(Persona persona, String language, @Nullable String soFar, @Nullable String profile) {
        var locales = persona.locales();
        if (locales.offered().contains(language) || !language.startsWith("zh")) {
            return locales.pick(language);
        }
        return Stream.of(Stream.ofNullable(soFar), Stream.ofNullable(profile).map(locales::pick))
                .flatMap(each -> each)
                .filter(tag -> tag.startsWith("zh"))
                .findFirst()
                .orElseGet(() -> anyChinese(persona));
    }

    private static String anyChinese(Persona persona) {
        var locales = persona.locales();
        return Stream.concat(Stream.of(locales.standard()), locales.offered().stream())
                .filter(Objects::nonNull)
                .filter(tag -> tag.startsWith("zh"))
                .findFirst()
                .orElse(locales.standard());
    }
}
