package io.renhua.persona;

import java.util.List;
import java.util.Map;

/**
 * What the persona knows before anybody says a word.
 *
 * @param links addresses that texts name as {@code {link.<name>}}
 * @param entities what it finds in a sentence, by name
 * @param lookUps the tables that forms look answers up in, by name
 * @param packs the word packs it keeps to, its own and those that come with Renhua, by id
 * @param sensitive the packs by whose words it knows that somebody speaks of something sensitive
 */
public record Knowledge(
        Map<String, String> links,
        Map<String, EntityKind> entities,
        Map<String, LookUp> lookUps,
        Map<String, Pack> packs,
        List<Pack> sensitive) {}
