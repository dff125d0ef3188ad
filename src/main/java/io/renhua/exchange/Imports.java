package io.renhua.exchange;

import io.renhua.bundle.Arrivals;
import io.renhua.bundle.Bundle;
import io.renhua.bundle.CannotTravel;
import io.renhua.bundle.Contents;
import io.renhua.text.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Takes in personas in whatever form they come; which one it is shows in what is in the files, not in their names. */
public final class Imports {
    private static final Wording STANDING = Wording.of("Put into words of your own, for these are standing words:"
            + " small_talk.are_you_human, small_talk.unknown, sensitive.crisis, handoff.say, disclosure.first.");
    private static final Wording PROMISES = Wording.of("Make true, or write what is: handoff.hours, privacy.retain.");

    private final Path personas;
    private final Arrivals arrivals;
    private final String language;

    /**
     * @param personas the folder that holds a folder for each persona
     * @param language in which whoever takes it in reads what there is to look at
     */
    public Imports(Path personas, String language) {
        this.personas = personas;
        this.language = language;
        this.arrivals = new Arrivals(personas);
    }

    /**
     * Takes in a new persona.
     *
     * @param name what it shall be called; empty for the name that it brings
     * @param locale what it is written in; empty to tell it by its words
     * @param ours who speaks for the brand in chats; of nothing else
     */
    public Arrived welcome(List<Path> files, Optional<String> name, Optional<String> locale, Set<String> ours) {
        var first = files.getFirst();
        var newcomer = switch (Format.of(files)) {
            case BUNDLE -> null;
            case CARD_JSON -> card(ForeignFile.bytes(first), CardAssets.NONE, locale);
            case CARD_PICTURE -> picture(first, locale);
            case CARD_ZIP -> zip(first, locale);
            case QUESTIONS -> known(first, table(first, locale));
            case CHATS -> known(first, chats(first, ours, locale));
            case BOTPRESS -> new BotpressReader(ForeignFile.bytes(first), stem(first), locale).read();
            case RASA -> new RasaReader(RasaFiles.in(files), locale).read();
            case AIML -> new AimlReader(in(files, "aiml"), called(files), locale).read();
            case RIVESCRIPT -> new RiveReader(in(files, "rive|rs"), called(files), locale).read();
        };
        return newcomer == null ? new Arrived(arrivals.welcome(first, name), List.of()) : settle(newcomer, name);
    }

    /**
     * Takes questions and answers into a persona that is there, as lines files that are not.
     *
     * @param name what the files shall be called; empty for the name of the table or the log
     * @param ours who speaks for the brand in chats; of nothing else
     */
    public Arrived add(Path file, String persona, Optional<String> name, Optional<String> locale, Set<String> ours) {
        var knowledge = switch (Format.of(List.of(file))) {
            case QUESTIONS -> table(file, locale);
            case CHATS -> chats(file, ours, locale);
            default ->
                throw new CannotTravel(Wording.of(
                        "Only a table of questions and answers, or a log of chats, goes into a persona that is"
                                + " there. Write instead: renhua import %s",
                        file.getFileName()));
        };
        var called = name.orElseGet(() -> LineNames.slug(stem(file), '-'));
        return new Addition(personas.resolve(persona), called).of(knowledge);
    }

    /**
     * Takes back what a translator wrote into a table that {@link Exports#translation} made.
     *
     * @return the files that were changed
     */
    public List<Path> translation(Path file, String persona) {
        return new Translation(personas.resolve(persona)).take(text(file));
    }

    private Arrived settle(Newcomer newcomer, Optional<String> name) {
        var id = name.orElseGet(() -> LineNames.slug(newcomer.nickname(), '-'));
        var remarks = new ArrayList<>(newcomer.remarks());
        remarks.add(STANDING);
        if (!newcomer.own().containsKey("identity")) {
            remarks.add(Wording.of("Give it a name: identity.nickname is only what its files are called."));
        }
        remarks.add(PROMISES);
        newcomer.locales().stream()
                .filter(locale -> !StandingWords.speak(locale))
                .forEach(locale ->
                        remarks.add(Wording.of("Translate the standing words into %s: they are English.", locale)));
        arrivals.welcome(id, new NewcomerFolder(newcomer, id, heading(remarks))::fill);
        return new Arrived(id, List.copyOf(remarks));
    }

    /** What its operator must look at stands where the operator looks. */
    private String heading(List<Wording> remarks) {
        return Stream.concat(Stream.of(Wording.of("Taken in from elsewhere. To look at:")), remarks.stream())
                .map(remark -> "# " + ForeignText.sentence(remark.in(language)) + "\n")
                .collect(Collectors.joining());
    }

    private static Newcomer card(byte[] json, CardAssets assets, Optional<String> locale) {
        return new CardReader(CardJson.data(json), assets, locale).read();
    }

    private static Newcomer picture(Path file, Optional<String> locale) {
        var picture = new CardPicture(ForeignFile.bytes(file));
        return card(picture.card(), CardAssets.in(picture), locale);
    }

    private static Newcomer zip(Path file, Optional<String> locale) {
        try {
            var folder = Files.createTempDirectory("renhua-card");
            try {
                new Bundle(file, Contents.CHARACTER_CARD).unpack(folder);
                return card(ForeignFile.bytes(folder.resolve("card.json")), CardAssets.in(folder), locale);
            } finally {
                Folders.clear(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("unpacking " + file, e);
        }
    }

    private static Newcomer known(Path file, Knowledge knowledge) {
        var locales = knowledge.locales();
        var topics = knowledge.topics(locales.getFirst());
        return new Newcomer(ForeignText.sentence(stem(file)), locales, Map.of(), topics, Map.of(), knowledge.remarks());
    }

    private static ChatLessons chats(Path file, Set<String> ours, Optional<String> locale) {
        var log = ChatLog.in(text(file))
                .orElseThrow(() -> new CannotTravel(Wording.of(
                        "It is refused: fewer than half of its lines tell who said them. Write instead: Name:"
                                + " words, line by line, or the file as WhatsApp or LINE exported it.")));
        return new ChatLessons(log, ours, locale);
    }

    private static List<Path> in(List<Path> sources, String ending) {
        return new ForeignProject(sources).files(ending);
    }

    /** A file's name, or that of the folder in which several are. */
    private static String called(List<Path> sources) {
        boolean isOne = sources.size() == 1 && !Files.isDirectory(sources.getFirst());
        return isOne ? stem(sources.getFirst()) : new ForeignProject(sources).name();
    }

    private static QuestionsCsv table(Path file, Optional<String> locale) {
        return new QuestionsCsv(text(file), locale);
    }

    private static String text(Path file) {
        return ForeignFile.text(ForeignFile.bytes(file), String.valueOf(file.getFileName()));
    }

    private static String stem(Path file) {
        return String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
    }
}
