package io.renhua.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.renhua.persona.Nearest;
import io.renhua.text.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What may stand where in a script. */
@Command(description = "Says what may stand where in a persona script: every key, what it is, what it looks like.")
final class KeysCommand implements Callable<Integer> {
    private final Path schema;

    @Parameters(
            paramLabel = "PART",
            arity = "0..*",
            description = "Which parts, such as line or form; all when none is named.")
    private List<String> named = List.of();

    @Mixin
    private Language language = new Language();

    @Spec
    private @Nullable CommandSpec spec;

    KeysCommand(Path folder) {
        this.schema = folder.resolve("persona.schema.json");
    }

    @Override
    public Integer call() {
        var page = new KeyPage(read());
        var parts = page.parts();
        var paper = new Paper(spec, language);
        for (var name : named) {
            if (!parts.contains(name)) {
                paper.aside(Wording.of(
                        "No part of a script is called %s%s%nThere are %s.",
                        name, Nearest.question(name, parts), String.join(", ", parts)));
                return 2;
            }
        }
        (named.isEmpty() ? parts : named).forEach(part -> paper.plain(page.part(part)));
        return 0;
    }

    private JsonNode read() {
        try {
            return new ObjectMapper().readTree(schema.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + schema, e);
        }
    }
}
