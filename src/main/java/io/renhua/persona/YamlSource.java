package io.renhua.persona;

import io.renhua.persona.YamlNode.Entries;
import io.renhua.persona.YamlNode.Entry;
import io.renhua.persona.YamlNode.Items;
import io.renhua.persona.YamlNode.Text;
import io.renhua.text.Wording;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** One YAML 1.2 file as texts, lists and maps. Everything is a string; what makes files hard to trust is refused. */
final class YamlSource {
    private static final int DEEPEST = 12;

    private final String file;
    private final String content;
    private final Problems problems;

    YamlSource(String file, String content, Problems problems) {
        this.file = file;
        this.content = content;
        this.problems = problems;
    }

    /** The file's map; empty when it is none, which is noted. */
    Optional<Entries> read() {
        try {
            var settings = LoadSettings.builder().setLabel(file).build();
            return top(new Parse(settings).parseString(content).iterator());
        } catch (MarkedYamlEngineException e) {
            broken(e);
        } catch (TooDeepException e) {
            problems.error(
                    e.place, "S1", Wording.of("this stands more than %s levels deep", DEEPEST), "a flatter form");
        } catch (YamlEngineException e) {
            problems.error(start(), "S1", "the file holds characters that YAML does not allow", "plain UTF-8 text");
        }
        problems.incomplete();
        return Optional.empty();
    }

    private Optional<Entries> top(Iterator<Event> events) {
        Optional<YamlNode> found = Optional.empty();
        while (events.hasNext()) {
            var event = events.next();
            if (event instanceof NodeEvent) {
                if (found.isPresent()) {
                    problems.error(
                            place(event), "S1", "a second document starts here", "one document per file, no ---");
                    break;
                }
                found = Optional.of(node(event, events, 1));
            }
        }
        var node = found.orElse(new Entries(new LinkedHashMap<>(), start()));
        if (node instanceof Entries entries) {
            return Optional.of(entries);
        }
        problems.error(node.place(), "S1", "the file holds no keys", "a key and a colon first, such as lines:");
        return Optional.empty();
    }

    private YamlNode node(Event event, Iterator<Event> events, int depth) {
        var place = place(event);
        if (depth > DEEPEST) {
            throw new TooDeepException(place);
        }
        refuseMagic(event, place);
        return switch (event.getEventId()) {
            case Scalar -> text(((ScalarEvent) event).getValue(), place);
            case SequenceStart -> items(events, depth, place);
            case MappingStart -> entries(events, depth, place);
            default -> new Text("…", place); // an alias, which is noted already
        };
    }

    /** What an escape such as {@code \\0} makes of a text is neither to be read nor to be stored. */
    private Text text(String value, Place place) {
        if (value.codePoints().anyMatch(YamlSource::isNoText)) {
            problems.error(place, "S1", "this text holds a control character", "the text without it");
        }
        return new Text(value, place);
    }

    private static boolean isNoText(int c) {
        return (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t')
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private Items items(Iterator<Event> events, int depth, Place place) {
        List<YamlNode> nodes = new ArrayList<>();
        for (var event = events.next(); event.getEventId() != Event.ID.SequenceEnd; event = events.next()) {
            nodes.add(node(event, events, depth + 1));
        }
        return new Items(nodes, place);
    }

    private Entries entries(Iterator<Event> events, int depth, Place place) {
        var entries = new LinkedHashMap<String, Entry>();
        for (var event = events.next(); event.getEventId() != Event.ID.MappingEnd; event = events.next()) {
            var key = node(event, events, depth + 1);
            var value = node(events.next(), events, depth + 1);
            if (key instanceof Text(var name, var where)) {
                add(entries, name, new Entry(where, value));
            } else {
                problems.error(key.place(), "S1", "a key must be one word", "quotes around a text that starts with {");
            }
        }
        return new Entries(entries, place);
    }

    private void add(Map<String, Entry> entries, String name, Entry entry) {
        var first = entries.putIfAbsent(name, entry);
        if (first != null) {
            var why = Wording.of(
                    "the key %s stands here twice, first in line %s",
                    name, first.key().line());
            problems.error(entry.key(), "S1", why, "one of them, or another name");
        }
    }

    private void refuseMagic(Event event, Place place) {
        boolean anchored = event instanceof NodeEvent node && node.getAnchor().isPresent();
        if (anchored || event instanceof AliasEvent) {
            problems.error(place, "S1", "anchors (&) and aliases (*) are not read", "the words themselves, or quotes");
        }
        var tag = switch (event) {
            case ScalarEvent scalar -> scalar.getTag();
            case CollectionStartEvent collection -> collection.getTag();
            default -> Optional.empty();
        };
        if (tag.isPresent()) {
            problems.error(place, "S1", "tags (!) are not read", "the words themselves, or quotes");
        }
    }

    private void broken(MarkedYamlEngineException e) {
        var mark = e.getProblemMark().or(e::getContextMark);
        var place = mark.map(this::place).orElse(start());
        var trouble = YamlTrouble.explain(String.valueOf(e.getProblem()), line(place.line()), line(place.line() - 1));
        problems.error(place, "S1", trouble.why(), trouble.instead());
    }

    private String line(int number) {
        return number < 1 ? "" : content.lines().skip(number - 1L).findFirst().orElse("");
    }

    private Place place(Event event) {
        return event.getStartMark().map(this::place).orElse(start());
    }

    private Place place(Mark mark) {
        return new Place(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private Place start() {
        return new Place(file, 1, 1);
    }

    /** Leaves the walk at once: what stands so deep is no script, and may be an attack on the stack. */
    private static final class TooDeepException extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final transient Place place;

        TooDeepException(Place place) {
            super("too deep", null, false, false);
            this.place = place;
        }
    }
}
