package io.renhua.exchange;

import io.renhua.bundle.CannotTravel;
import io.renhua.text.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file from elsewhere, of a size that a person made. */
final class ForeignFile {
    private static final long LARGEST = 16L << 20;

    private ForeignFile() {}

    static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new CannotTravel(Wording.of("It is refused: %s is larger than 16 MiB.", file.getFileName()));
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /** Its first bytes, at most so many. */
    static byte[] start(Path file, int most) {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }

    /**
     * The text, without the mark that some programs put before it.
     *
     * @param name what it is called where it cannot be read
     */
    static String text(byte[] bytes, CharSequence name) {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new CannotTravel(
                    Wording.of("It is refused: %s is not UTF-8. Write instead: the file saved again as UTF-8.", name));
        }
    }
}
