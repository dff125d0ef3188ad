package io.renhua.persona;

import io.renhua.text.Wording;
import java.util.List;
import java.util.function.Predicate;

/** A YAML parser's complaint in words that an author can act on. */
record YamlTrouble(Wording why, Wording instead) {
    private static final String QUOTES = "\"…\" around the whole text";

    /** What may be behind a complaint; the first that fits counts. */
    private static final List<Cause> CAUSES = List.of(
            new Cause(seen -> seen.line.contains("\t"), "a tab stands here", "spaces for the indentation"),
            new Cause(seen -> seen.line.matches(".*\\[.*\\{.*"), "inside [ ] a text with { } needs quotes", QUOTES),
            new Cause(
                    seen -> seen.complaint.contains("expected ',' or ']'"),
                    "a [ above is opened and never closed",
                    "the closing ]"),
            new Cause(
                    seen -> seen.complaint.contains("found unexpected end of stream"),
                    "a quote is opened and never closed",
                    "the closing quote"),
            new Cause(
                    seen -> seen.line.matches("\\s*(- |[^#\"']*: )[\"'].*"),
                    "this text goes on behind its closing quote",
                    "quotes around all of it, and 「」 inside"),
            new Cause(
                    seen -> seen.line.matches("\\s*(- |[^#\"']*: )[{\\[@`%&*!|>].*"),
                    "a text may not start with this sign",
                    QUOTES),
            new Cause(
                    seen -> seen.before.matches("\\s*\\w+(：|:\\S).*"),
                    "the line above has no plain colon with a space behind it",
                    "key: value"),
            new Cause(
                    seen -> seen.complaint.contains("mapping values are not allowed"),
                    "a colon and a space make a key of this text",
                    QUOTES),
            new Cause(
                    seen -> seen.complaint.contains("could not find expected ':'"),
                    "this line is neither a key nor part of a list",
                    "key: value, or - before the text"),
            new Cause(
                    seen -> seen.complaint.contains("expected <block end>"),
                    "this line is indented unlike its neighbours",
                    "the same number of spaces as they have"));

    /** @param before the line above */
    static YamlTrouble explain(String complaint, String line, String before) {
        var seen = new Seen(complaint, line, before);
        return CAUSES.stream()
                .filter(cause -> cause.fits.test(seen))
                .findFirst()
                .map(cause -> new YamlTrouble(Wording.of(cause.why), Wording.of(cause.instead)))
                .orElseGet(
                        () -> new YamlTrouble(
                                Wording.of("this cannot be read as YAML: %s", complaint),
                                Wording.of(
                                        "key: value, - before the entries of a list, and \"…\" around what looks like neither")));
    }

    private record Seen(String complaint, String line, String before) {}

    private record Cause(Predicate<Seen> fits, String why, String instead) {}
}
