package io.renhua.server;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.HtmlErrorResponseBodyProvider;
import jakarta.inject.Singleton;
import java.util.Map;

/** What a browser shows when something went wrong, in place of the framework's page that our own policy would undress. */
@Singleton
final class DeskErrorPage implements HtmlErrorResponseBodyProvider {
    private final DeskWords words;

    DeskErrorPage(DeskWords words) {
        this.words = words;
    }

    @Override
    public String body(ErrorContext context, HttpResponse<?> response) {
        var language = words.languageOf(context.getRequest());
        var said = words.in(language);
        boolean ours = response.code() >= 500;
        return """
                <!DOCTYPE html>
                <html lang="%s">
                <head>
                  <meta charset="utf-8">
                  <title>人話</title>
                  <meta name="viewport" content="width=device-width, initial-scale=1">
                  <meta name="color-scheme" content="light dark">
                  <link rel="stylesheet" href="/static/desk/desk.css">
                </head>
                <body class="door">
                <main class="card">
                  <p class="big-mark" lang="zh-Hant" aria-hidden="true">人話</p>
                  <h1>%s</h1>
                  <p class="soft">%s</p>
                </main>
                </body>
                </html>
                """.formatted(
                        language,
                        word(said, ours ? "broken" : "not_found"),
                        word(said, ours ? "broken_text" : "not_found_text"));
    }

    private static String word(Map<String, String> words, String name) {
        return words.getOrDefault(name, "");
    }
}
