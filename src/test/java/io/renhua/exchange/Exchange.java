package io.renhua.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.renhua.bundle.CannotTravel;
import io.renhua.persona.Line;
import io.renhua.persona.Persona;
import io.renhua.persona.PersonaReader;
import io.renhua.persona.Variant;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A folder for personas, and what goes in and out of it. */
final class Exchange {
    static final Path FIXTURES = Path.of("src/test/resources/exchange");

    final Path here;
    final Path personas;

    Exchange(Path here) {
        this.here = here;
        this.personas = here.resolve("personas");
        try {
            Files.createDirectories(personas);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Path file(String name, byte[] content) {
        try {
            var file = here.resolve(name);
            Files.createDirectories(Objects.requireNonNull(file.getParent()));
            return Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Arrived welcome(Path... files) {
        return new Imports(personas, "en").welcome(List.of(files), Optional.of("guest"), Optional.empty(), Set.of());
    }

    /** A log of chats in which some speak for the brand. */
    Arrived welcome(Path log, Set<String> ours) {
        return new Imports(personas, "en").welcome(List.of(log), Optional.of("guest"), Optional.empty(), ours);
    }

    /** The guest, who can be read. */
    Persona guest() {
        return read("guest");
    }

    Persona read(String id) {
        var reading = new PersonaReader().read(personas.resolve(id));
        assertThat(reading.persona()).as(reading.problems().toString()).isNotNull();
        return Objects.requireNonNull(reading.persona());
    }

    String script(String path) {
        try {
            return Files.readString(personas.resolve("guest").resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Line line(Persona persona, String id) {
        return Objects.requireNonNull(persona.lines().get(id), id);
    }

    static List<String> asks(Persona persona, String id, String locale) {
        return line(persona, id).asks().getOrDefault(locale, List.of());
    }

    static List<String> said(Persona persona, String id, String locale) {
        return line(persona, id).says().stream()
                .map(Variant::text)
                .map(text -> text.in(locale))
                .toList();
    }

    static String refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable work) {
        var refusal = org.assertj.core.api.Assertions.catchThrowable(work);
        assertThat(refusal).isInstanceOf(CannotTravel.class);
        assertThat(refusal).message().doesNotContainPattern("[\\p{C}&&[^\n]]");
        return String.valueOf(refusal.getMessage());
    }
}
