package io.renhua.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import io.renhua.bundle.CannotTravel;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a newcomer of a character card. What is said word for word becomes the script's words; what tells a model how to
 * behave is none to us, and is kept as it is.
 *
 * @see <a href="https://github.com/kwaroran/character-card-spec-v3">Character Card V3</a>
 */
final class CardReader {
    static final String KEPT = "x-character-card";

    private final JsonNode data;
    private final String nickname;
    private final String locale;
    private final CardMacros macros;
    private final Lorebook book;
    private final CardPictures pictures;
    private final List<Wording> remarks = new ArrayList<>();

    /** @param locale what it is written in; empty to tell it by its words */
    CardReader(JsonNode data, CardAssets assets, Optional<String> locale) {
        this.data = data;
        this.nickname = nickname(data);
        this.locale = locale.map(LocaleTags::tag).orElseGet(() -> LocaleTags.of(said(data)));
        this.macros = new CardMacros(nickname, this.locale);
        this.book = new Lorebook(data.path("character_book"), macros, this.locale);
        this.pictures = new CardPictures(data.path("assets"), assets);
    }

    Newcomer read() {
        var own = new LinkedHashMap<String, Object>();
        own.put("identity", Map.of("images", pictures.images(alt())));
        own.putAll(greetings());
        var kept = new CardRest(data, book.left(), pictures);
        own.put(KEPT, kept.tree());
        remarks.addAll(kept.remarks());
        remarks.addAll(pictures.remarks());
        return new Newcomer(nickname, List.of(locale), own, book.topics(), pictures.files(), List.copyOf(remarks));
    }

    private static String nickname(JsonNode data) {
        var short_ = ForeignText.sentence(ForeignJson.text(data.path("nickname")));
        var nickname = short_.isEmpty() ? ForeignText.sentence(ForeignJson.text(data.path("name"))) : short_;
        if (nickname.isEmpty()) {
            throw new CannotTravel(Wording.of("It is refused: the card names nobody. Write instead: \"name\": \"…\""));
        }
        return nickname;
    }

    private static String said(JsonNode data) {
        var said = new StringBuilder(ForeignJson.text(data.path("first_mes")));
        ForeignJson.texts(data.path("alternate_greetings")).forEach(said::append);
        data.path("character_book")
                .path("entries")
                .forEach(entry -> said.append(ForeignJson.text(entry.path("content"))));
        return said.toString().replaceAll("\\{\\{[^}]*}}|<[^>]*>", "");
    }

    private Map<String, Object> greetings() {
        var greetings = new LinkedHashMap<String, Object>();
        var first = macros.words(ForeignJson.text(data.path("first_mes")));
        if (!first.isEmpty()) {
            greetings.put("entry", Map.of("follow", Map.of("say", first)));
        }
        var others = ForeignJson.texts(data.path("alternate_greetings")).stream()
                .map(macros::words)
                .filter(words -> !words.isBlank())
                .distinct()
                .toList();
        if (!others.isEmpty()) {
            greetings.put("small_talk", Map.of("greeting", Map.of("says", others)));
        }
        return greetings;
    }

    private String alt() {
        return locale.startsWith("zh")
                ? nickname + (locale.equals("zh-Hans") ? "的样子" : "的樣子")
                : "a picture of " + nickname;
    }
}
