package io.renhua.exchange;

import io.renhua.bundle.CannotTravel;
import io.renhua.persona.Persona;
import io.renhua.persona.PersonaReader;
import io.renhua.text.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Writes a persona in the formats of others, as far as they can hold it, and says what stays at home. */
public final class Exports {
    private final Leaving leaving;
    private final Persona persona;
    private final Path folder;

    /** @param folder the persona's own */
    public Exports(Persona persona, Path folder) {
        this.persona = persona;
        this.leaving = new Leaving(persona);
        this.folder = folder;
    }

    /** A character card in one file of JSON. */
    public List<Wording> card(String locale, Path file) {
        write(file, new CardExport(leaving, folder, offered(locale)).written());
        return leaving.remarks();
    }

    /** Questions and answers in every language. */
    public List<Wording> questions(Path file) {
        write(file, new QuestionsExport(leaving).written());
        return leaving.remarks();
    }

    /** A Rasa project, as a folder that is not there yet. */
    public List<Wording> rasa(String locale, Path place) {
        var files = new RasaExport(leaving, offered(locale)).files();
        try {
            Files.createDirectory(place);
        } catch (FileAlreadyExistsException e) {
            throw taken(place);
        } catch (IOException e) {
            throw new UncheckedIOException("making the folder " + place, e);
        }
        files.forEach((name, content) -> write(place.resolve(name), content));
        return leaving.remarks();
    }

    /**
     * Every text with what there is of it in another language, for a translator; a script with gaps will do.
     *
     * @param language in which it is said what each text is
     */
    public static void translation(Path folder, String locale, Path file, String language) {
        write(file, new TranslationTable(new PersonaReader().read(folder).phrases(), locale, language).written());
    }

    private String offered(String locale) {
        if (!persona.locales().offered().contains(locale)) {
            throw new CannotTravel(Wording.of(
                    "%s does not speak %s. Write instead: one of %s",
                    persona.id(), locale, String.join(", ", persona.locales().offered())));
        }
        return locale;
    }

    private static void write(Path file, String content) {
        try {
            Files.write(
                    file,
                    content.getBytes(StandardCharsets.UTF_8),
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            throw taken(file);
        } catch (IOException e) {
            throw new UncheckedIOException("writing " + file, e);
        }
    }

    private static CannotTravel taken(Path place) {
        return new CannotTravel(Wording.of("There is a file %s already. Write instead: another name.", place));
    }
}
