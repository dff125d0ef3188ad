package io.renhua.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A kind of file that a persona shows or lets hear: known by its ending, and by how such a file begins. */
enum ServedKind {
    SVG("image/svg+xml", "svg") {
        @Override
        boolean begins(String start) {
            return start.contains("<svg");
        }
    },
    PNG("image/png", "png") {
        @Override
        boolean begins(String start) {
            return start.startsWith("\u0089PNG");
        }
    },
    JPEG("image/jpeg", "jpg jpeg") {
        @Override
        boolean begins(String start) {
            return start.startsWith("\u00ff\u00d8\u00ff");
        }
    },
    WEBP("image/webp", "webp") {
        @Override
        boolean begins(String start) {
            return start.startsWith("RIFF") && start.startsWith("WEBP", 8);
        }
    },
    GIF("image/gif", "gif") {
        @Override
        boolean begins(String start) {
            return start.startsWith("GIF8");
        }
    },
    MP4("video/mp4", "mp4") {
        @Override
        boolean begins(String start) {
            return start.startsWith("ftyp", 4);
        }
    },
    WEBM("video/webm", "webm") {
        @Override
        boolean begins(String start) {
            return start.startsWith("\u001aE\u00df\u00a3");
        }
    },
    MP3("audio/mpeg", "mp3") {
        @Override
        boolean begins(String start) {
            return start.startsWith("ID3") || (start.startsWith("\u00ff") && start.charAt(1) >= '\u00e0');
        }
    },
    M4A("audio/mp4", "m4a") {
        @Override
        boolean begins(String start) {
            return start.startsWith("ftyp", 4);
        }
    },
    OGG("audio/ogg", "ogg") {
        @Override
        boolean begins(String start) {
            return start.startsWith("OggS");
        }
    },
    WAV("audio/wav", "wav") {
        @Override
        boolean begins(String start) {
            return start.startsWith("RIFF") && start.startsWith("WAVE", 8);
        }
    },
    AMR("audio/amr", "amr") {
        @Override
        boolean begins(String start) {
            return start.startsWith("#!AMR");
        }
    };

    private static final int START = 1 << 16;

    private final String type;
    private final String endings;

    ServedKind(String type, String endings) {
        this.type = type;
        this.endings = endings;
    }

    abstract boolean begins(String start);

    String type() {
        return type;
    }

    /** What it may do when somebody opens it by itself: be seen or heard. In a sandbox browsers would play nothing. */
    String policy() {
        var strict = "default-src 'none'; style-src 'unsafe-inline'";
        return type.startsWith("image/") ? "sandbox; " + strict : strict + "; media-src 'self'";
    }

    /** What a file is, where it is what its name says. */
    static Optional<ServedKind> of(String path, byte[] bytes) {
        var ending = path.substring(path.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        var start = new String(bytes, 0, Math.min(START, bytes.length), ISO_8859_1);
        return Arrays.stream(values())
                .filter(kind -> Set.of(kind.endings.split(" ", -1)).contains(ending))
                .filter(kind -> start.length() > 1 && kind.begins(start))
                .findFirst();
    }
}
