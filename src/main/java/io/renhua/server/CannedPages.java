package io.renhua.server;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/** What there is to choose from on the page of canned replies, in the reader's language. */
@Singleton
final class CannedPages {
    private final DeskPages pages;
    private final DeskWords words;
    private final Owners owners;
    private final DeskChoices choices;
    private final Shelves shelves;

    CannedPages(DeskPages pages, DeskWords words, Owners owners, DeskChoices choices, Shelves shelves) {
        this.pages = pages;
        this.words = words;
        this.owners = owners;
        this.choices = choices;
        this.shelves = shelves;
    }

    MutableHttpResponse<?> page(HttpRequest<?> request, HttpStatus status, StaffMember me, Map<String, ?> values) {
        var language = words.languageOf(request);
        var model = new LinkedHashMap<String, Object>(values);
        model.put("owners", owners.of(me, language));
        model.put("pictures", shelves.all(language));
        model.put("locales", choices.locales());
        model.put("channels", choices.channels());
        return pages.page(request, status, "canned", model);
    }
}
