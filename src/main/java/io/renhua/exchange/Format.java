package io.renhua.exchange;

import io.renhua.bundle.Bundle;
import io.renhua.bundle.CannotTravel;
import io.renhua.bundle.Contents;
import io.renhua.text.Wording;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** In which form something comes in, told by its first bytes. */
enum Format {
    BUNDLE,
    CARD_JSON,
    CARD_PICTURE,
    CARD_ZIP,
    QUESTIONS,
    BOTPRESS,
    RASA,
    AIML,
    RIVESCRIPT,
    CHATS;

    private static final Pattern RASA_KEY = Pattern.compile(
            "(?m)^(?:version|nlu|intents|responses|rules|stories|entities|slots|actions|forms|session_config):");
    /** Chats may begin with a bracket too. */
    private static final Pattern JSON = Pattern.compile("\\{|\\[\\s*(?:[\\[{\"\\]]|\\d+\\s*[,\\]])");

    private static final Pattern BOTPRESS_KEY = Pattern.compile("\"qnas\"\\s*:");
    private static final Pattern AIML_TAG = Pattern.compile("<(?:\\w+:)?aiml\\b");

    /** What somebody says, and below it what is answered. */
    private static final Pattern RIVE_RULE =
            Pattern.compile("(?m)^[ \\t]*\\+[ \\t]+\\S.*\\R(?:[ \\t]*[%^*].*\\R|\\s*\\R)*[ \\t]*[-@][ \\t]*\\S");

    private static final int START = 4096;

    /** @param files one, or the several that a project is */
    static Format of(List<Path> files) {
        if (files.size() > 1 || Files.isDirectory(files.getFirst())) {
            return ofProject(new ForeignProject(files));
        }
        var file = files.getFirst();
        var bytes = Files.isRegularFile(file) ? ForeignFile.start(file, START) : new byte[0];
        var start = new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\uFEFF?\\s*", "");
        if (bytes.length == 0) {
            throw new CannotTravel(Wording.of("It is refused: there is nothing in %s.", file.getFileName()));
        }
        if (startsWith(bytes, "PK")) {
            return new Bundle(file, Contents.CHARACTER_CARD).isWelcome() || isNamedCharx(file) ? CARD_ZIP : BUNDLE;
        }
        if (CardPicture.isPng(bytes)) {
            return CARD_PICTURE;
        }
        if (JSON.matcher(start).lookingAt()) {
            return BOTPRESS_KEY.matcher(start).find() ? BOTPRESS : CARD_JSON;
        }
        if (start.startsWith("<")) {
            return AIML_TAG.matcher(start).find() ? AIML : QUESTIONS;
        }
        if (RIVE_RULE.matcher(start).find()) {
            return RIVESCRIPT;
        }
        if (RASA_KEY.matcher(start).find()) {
            return RASA;
        }
        return ChatLog.in(start).isPresent() ? CHATS : textOrBundle(file, bytes);
    }

    /** The files of a project are of many kinds: whichever of ours is there. */
    private static Format ofProject(ForeignProject project) {
        return project.files("aiml|rive|rs").stream()
                .map(file -> of(List.of(file)))
                .filter(format -> format == AIML || format == RIVESCRIPT)
                .findFirst()
                .orElse(RASA);
    }

    /** What is no text at all is told what is wrong with it as the bundle that it may have been. */
    private static Format textOrBundle(Path file, byte[] bytes) {
        boolean named = String.valueOf(file.getFileName()).endsWith(".renhua");
        for (byte each : bytes) {
            named |= each == 0;
        }
        return named ? BUNDLE : QUESTIONS;
    }

    private static boolean isNamedCharx(Path file) {
        return String.valueOf(file.getFileName()).endsWith(".charx");
    }

    private static boolean startsWith(byte[] bytes, String sign) {
        var mark = sign.getBytes(StandardCharsets.US_ASCII);
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }
}
