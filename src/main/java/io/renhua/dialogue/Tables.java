package io.renhua.dialogue;

import io.renhua.persona.LookUp;
import io.renhua.persona.Persona;
import io.renhua.text.Fold;
import java.util.Map;
import java.util.Optional;

/** Where a form's answer is looked up. */
interface Tables {
    /** The columns of the row that the slots name; empty when there is none. */
    Optional<Map<String, String>> row(Persona persona, String table, Map<String, String> slots);

    /** Those beside the script; a key counts as the same in any case and width. */
    Tables OF_THE_SCRIPT = (persona, table, slots) ->
            Optional.ofNullable(persona.lookUps().get(table)).flatMap(lookUp -> row(lookUp, slots));

    private static Optional<Map<String, String>> row(LookUp table, Map<String, String> slots) {
        var key = Fold.key(slots.getOrDefault(table.by(), ""));
        return table.rows().entrySet().stream()
                .filter(row -> !key.isEmpty() && Fold.key(row.getKey()).equals(key))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
