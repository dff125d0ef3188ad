package io.renhua.exchange;

import io.renhua.bundle.Bundle;
import io.renhua.bundle.CannotTravel;
import io.renhua.bundle.Contents;
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
    RASA;

    private static final Pattern RASA_KEY = Pattern.compile(
            "(?m)^(?:version|nlu|intents|responses|rules|stories|entities|slots|actions|forms|session_config):");
    private static final int START = 4096;

    /** @param files one, or the several that a Rasa project is */
    static Format of(List<Path> files) {
        if (files.size() > 1 || Files.isDirectory(files.getFirst())) {
            return RASA;
        }
        var file = files.getFirst();
        var bytes = Files.isRegularFile(file) ? ForeignFile.start(file, START) : new byte[0];
        var start = new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\uFEFF?\\s*", "");
        if (bytes.length == 0) {
            throw new CannotTravel("It is refused: there is nothing in " + file.getFileName() + ".");
        }
        if (startsWith(bytes, "PK")) {
            return new Bundle(file, Contents.CHARACTER_CARD).isWelcome() || isNamedCharx(file) ? CARD_ZIP : BUNDLE;
        }
        if (CardPicture.isPng(bytes)) {
            return CARD_PICTURE;
        }
        if (start.startsWith("{") || start.startsWith("[")) {
            return CARD_JSON;
        }
        return RASA_KEY.matcher(start).find() ? RASA : textOrBundle(file, bytes);
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
