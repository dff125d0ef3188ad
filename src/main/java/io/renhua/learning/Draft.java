package io.renhua.learning;

import io.renhua.persona.Persona;
import io.renhua.persona.ScriptEdit;
import io.renhua.text.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * A script with sentences added to a line, not yet written.
 *
 * @param today the persona as its files say now
 * @param tomorrow the persona as they would say
 * @param added as they would be written
 * @param left those that cannot be added, with why, in words
 * @param warnings what the lint would then have to say besides, in words
 * @param edits the files to write; none when nothing is to be added
 */
public record Draft(
        Persona today,
        Persona tomorrow,
        String line,
        List<Cluster.Sentence> added,
        List<Wording> left,
        List<Wording> warnings,
        List<ScriptEdit> edits) {
    public Draft {
        added = List.copyOf(added);
        left = List.copyOf(left);
        warnings = List.copyOf(warnings);
        edits = List.copyOf(edits);
    }

    /** The same for the same change of the same files: what a page sends back to say which draft it means. */
    public String fingerprint() {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            for (var edit : edits) {
                hash.update(
                        (edit.file() + "\n" + edit.before() + "\n" + edit.after()).getBytes(StandardCharsets.UTF_8));
            }
            return HexFormat.of().formatHex(hash.digest(), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Writes all of it, or nothing when a file was changed since; a persona that serves learns it by itself. */
    public boolean apply() {
        return edits.stream().allMatch(Draft::stillStands) && edits.stream().allMatch(ScriptEdit::write);
    }

    private static boolean stillStands(ScriptEdit edit) {
        try {
            return Files.readString(edit.file()).equals(edit.before());
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + edit.file(), e);
        }
    }
}
