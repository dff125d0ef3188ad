package io.renhua.persona;

import io.renhua.text.Wording;
import java.util.regex.Pattern;

/** The top of a script: which form it is written in, and whose it is. */
final class Heading {
    private static final Pattern SPEC = Pattern.compile("renhua/([0-9]{1,4})(?:\\.([0-9]{1,4}))?");
    private static final int MAJOR = 1;

    private final ScriptNode persona;

    Heading(ScriptNode persona) {
        this.persona = persona;
    }

    void check() {
        spec(persona.key("spec"));
        id(persona.key("id"));
        persona.key("version").required("the version is missing", "version: 2026.11.1");
    }

    private static void spec(ScriptNode node) {
        var spec = node.required("the spec is missing", "spec: renhua/1");
        var match = SPEC.matcher(spec);
        if (!match.matches()) {
            if (!spec.isEmpty()) {
                node.error("S1", Wording.of("%s is no form that we know", spec), "spec: renhua/1");
            }
        } else if (Integer.parseInt(match.group(1)) > MAJOR) {
            node.error(
                    "S1", "this is written for a newer Renhua", Wording.of("spec: renhua/%s, or update Renhua", MAJOR));
        } else if (match.group(2) != null && Integer.parseInt(match.group(2)) > 0) {
            node.warn("S1", "this is written for a newer Renhua; what is new in it counts as unknown", "");
        }
    }

    private static void id(ScriptNode node) {
        var folder = node.script().files().id();
        var id = node.required("the id is missing", "id: " + folder);
        if (!id.isEmpty() && !id.equals(folder)) {
            node.error("S1", Wording.of("the id %s is not the folder's name %s", id, folder), "id: " + folder);
        }
        if (!folder.matches("[a-z0-9][a-z0-9-]{0,63}")) {
            node.error("S1", "a persona's name is lower-case letters, digits and hyphens", "another folder name");
        }
    }
}
