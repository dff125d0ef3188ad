package io.renhua.persona;

import java.util.Map;

/**
 * One script while it is read: what its parts lean on.
 *
 * @param places where each part stands, filled on the way
 */
record Script(
        ScriptFiles files, Problems problems, Translations translations, Names names, Map<String, Place> places) {}
