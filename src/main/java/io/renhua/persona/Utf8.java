package io.renhua.persona;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Reads a script's text files: UTF-8 and of a size that people write. */
final class Utf8 {
    private static final long LARGEST = 1 << 20;

    private Utf8() {}

    /** The text; empty when it cannot be read, which is noted. */
    static Optional<String> read(Path path, String file, Problems problems) {
        try {
            if (Files.size(path) > LARGEST) {
                problems.error(new Place(file, 1, 1), "S1", "the file is over 1 MB", "several smaller files");
                return Optional.empty();
            }
            return decode(Files.readAllBytes(path), file, problems);
        } catch (IOException e) {
            problems.error(new Place(file, 1, 1), "S1", "the file cannot be opened", "a file that this user may read");
            return Optional.empty();
        }
    }

    private static Optional<String> decode(byte[] bytes, String file, Problems problems) {
        var decoder = StandardCharsets.UTF_8.newDecoder();
        var text = CharBuffer.allocate(bytes.length);
        var result = decoder.decode(ByteBuffer.wrap(bytes), text, true);
        text.flip();
        if (result.isError()) {
            int line = (int) text.chars().filter(c -> c == '\n').count() + 1;
            problems.error(new Place(file, line, 1), "S1", "this line is not UTF-8", "the file saved again as UTF-8");
            return Optional.empty();
        }
        return Optional.of(text.toString());
    }
}
