package io.renhua.persona;

import io.renhua.persona.Action.Kind;
import io.renhua.persona.YamlNode.Entries;
import io.renhua.text.Wording;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a persona's folder into a {@link Persona}, or says everything that is wrong with it. */
public final class PersonaReader {

    /** @param folder such as {@code personas/pao} */
    public Reading read(Path folder) {
        var problems = new Problems();
        var files = new ScriptFiles(folder, problems);
        var places = new TreeMap<String, Place>();
        var own = files.script();
        var siblings = files.locales();
        if (problems.isIncomplete() && !own.entries().containsKey("locales")) {
            return new Reading(null, problems.inOrder()); // without its head nothing else can be told right from wrong
        }

        var names = Names.in(own);
        var languages = languages(own, files, problems, names);
        var gaps = new Gaps(files.id(), files.translations());
        var translations = new Translations(languages.locales(), languages.derive(), gaps, problems);
        var script = new Script(files, problems, translations, names, places);
        var persona = persona(ScriptNode.root(script, own, siblings));

        new LocaleFiles(script).check(own, siblings);
        new UnusedFiles(files, own, siblings).report(problems);
        gaps.report(problems);
        return new Reading(
                problems.anyError() ? null : persona,
                problems.inOrder(),
                new Places(places),
                files.pardons(),
                translations.phrases());
    }

    private static LocalesReader.Languages languages(Entries own, ScriptFiles files, Problems problems, Names names) {
        var none = new Locales("", List.of());
        var translations = new Translations(none, Map.of(), new Gaps(files.id(), files.translations()), problems);
        var script = new Script(files, problems, translations, names, new TreeMap<>());
        return LocalesReader.read(ScriptNode.root(script, own, Map.of()).key("locales"));
    }

    private static Persona persona(ScriptNode root) {
        var script = root.script();
        var names = script.names();
        var map = root.as(Vocabulary.PERSONA);
        new Heading(map).check();

        var moods = IdentityReader.moods(map.key("identity"));
        var lookUps = new LookUpReader(script).read(map.key("look_ups"));
        var actionReader = new ActionReader(names);
        var returns = actionReader.returns(map.key("actions"));
        var conditions = new ConditionReader(names, told(lookUps, returns), results(lookUps, returns));
        var variants = new VariantReader(conditions, names, script.files(), moods);
        var entities = new EntityReader(script.translations().locales()).read(map.key("entities"));
        var packs = Packs.with(PackReader.read(map.key("packs")));
        var handoff = HandoffReader.read(map.key("handoff"), names);
        var usual = usual(handoff.hours());
        var positioning = PositioningReader.read(map.key("positioning"));
        return new Persona(
                script.files().id(),
                map.key("version").text(""),
                script.translations().locales(),
                new Portrait(
                        IdentityReader.read(map.key("identity"), variants),
                        positioning,
                        ToneReader.read(map.key("tone"), packs),
                        audiences(map.key("audiences"), conditions),
                        new SympathyReader(moods, names).read(map.key("feelings"))),
                new Knowledge(
                        links(map.key("links")),
                        entities,
                        lookUps,
                        packs,
                        PackReader.named(map.key("sensitive").key("packs"), packs)),
                repertoire(map, variants, entities, handoff, actionReader.read(map.key("actions"), returns, variants)),
                new Promises(
                        handoff,
                        PromiseReader.disclosure(map.key("disclosure")),
                        PromiseReader.privacy(
                                map.key("privacy"), names, personal(map.key("entities")), masks(map.key("entities")))),
                new OutreachReader(names, variants, positioning).read(map),
                Stream.concat(
                                new TestReader(
                                                names,
                                                returns,
                                                script.translations().locales(),
                                                moods,
                                                usual)
                                        .read(map.key("tests")).stream(),
                                new ChatReader(
                                                script.files(),
                                                script.problems(),
                                                script.translations().locales(),
                                                usual)
                                        .read().stream())
                        .toList());
    }

    /** What look-ups and actions tell: facts that conditions may ask about. */
    private static Set<String> told(Map<String, LookUp> lookUps, Map<String, Map<String, Map<String, Kind>>> returns) {
        var told = LookUp.columns(lookUps);
        returns.values().forEach(results -> results.values().forEach(values -> told.addAll(values.keySet())));
        return told;
    }

    /** What {@code result} may be; empty where tables decide, whose rows come and go. */
    private static Set<String> results(
            Map<String, LookUp> lookUps, Map<String, Map<String, Map<String, Kind>>> returns) {
        return lookUps.isEmpty()
                ? returns.values().stream()
                        .flatMap(results -> results.keySet().stream())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    private static Repertoire repertoire(
            ScriptNode map,
            VariantReader variants,
            Map<String, EntityKind> entities,
            Handoff handoff,
            Map<String, Action> actions) {
        var names = map.script().names();
        var unknown = map.key("small_talk").key("unknown");
        return new Repertoire(
                new WelcomeReader(variants).read(map.key("entry")),
                labels(map.key("labels"), names),
                new LineReader(variants, names).read(map),
                new FormReader(names, entities, handoff).read(map.key("forms")),
                actions,
                new TierReader(variants, names.reasons()).read(unknown),
                ShelfReader.read(map.key("shelf"), variants));
    }

    private static Set<String> personal(ScriptNode entities) {
        return entities.entries().entrySet().stream()
                .filter(entity -> Values.flag(entity.getValue().key("personal")))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Map<String, String> masks(ScriptNode entities) {
        var masks = new LinkedHashMap<String, String>();
        entities.entries()
                .forEach((name, entity) -> masks.put(name, entity.key("mask").text("tail4")));
        return masks;
    }

    private static Map<String, String> links(ScriptNode section) {
        var links = new LinkedHashMap<String, String>();
        section.entries()
                .forEach(
                        (name, node) -> links.put(name, name.equals("hotline") ? node.text("") : Values.address(node)));
        return Collections.unmodifiableMap(links);
    }

    private static Map<String, Words> labels(ScriptNode section, Names names) {
        var labels = new LinkedHashMap<String, Words>();
        section.entries().forEach((target, node) -> {
            if (!names.targets().contains(target)) {
                node.dangling("line, form, handoff or campaign", target, names.targets());
            }
            labels.put(target, node.words(Wording.of("the label of %s is empty", target)));
        });
        return Collections.unmodifiableMap(labels);
    }

    private static List<Audience> audiences(ScriptNode section, ConditionReader conditions) {
        List<Audience> audiences = new ArrayList<>();
        section.entries().forEach((id, node) -> {
            var map = node.as(Vocabulary.AUDIENCE);
            boolean everybody = Values.flag(map.key("default"));
            if (everybody == map.key("when").present()) {
                map.error("S1", Wording.of("audience %s needs a when or is the default", id), "when: {tag: member}");
            }
            audiences.add(new Audience(
                    id,
                    everybody ? Condition.ALWAYS : conditions.read(map.key("when")),
                    PositioningReader.choices(map.key("rules"), Audience.RULES)));
        });
        return List.copyOf(audiences);
    }

    /** A Monday at eleven, when most desks are open. */
    private static Instant usual(Hours hours) {
        return LocalDate.of(2026, 1, 1)
                .with(TemporalAdjusters.next(DayOfWeek.MONDAY))
                .atTime(11, 0)
                .atZone(hours.zone())
                .toInstant();
    }
}
