package io.renhua.conversation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.renhua.dialogue.LivePersona;
import io.renhua.message.ConversationId;
import io.renhua.persona.Pack;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The personas that speak, and on which channel each does. A reload swaps a persona whole; turns in hand keep theirs, and a
 * talk that goes on stays with the version it began with.
 */
public final class Personas {
    private static final int FORMER = 16;

    private final Map<String, LivePersona> live;
    private final Map<String, String> byChannel;
    private final Map<String, Trial> trials = new ConcurrentHashMap<>();
    private final Cache<Version, Former> former =
            Caffeine.newBuilder().maximumSize(FORMER).build();
    private final Map<String, LivePersona> rehearsing = new ConcurrentHashMap<>();
    private volatile Backstage backstage = first -> {};
    private volatile Archive archive = (id, version) -> Optional.empty();
    private volatile Visitors visitors = conversation -> Optional.empty();

    /** @param byChannel the persona's id by the channel's name */
    public Personas(Map<String, LivePersona> live, Map<String, String> byChannel) {
        this.live = new ConcurrentHashMap<>(live);
        this.byChannel = new ConcurrentHashMap<>(byChannel);
    }

    /** Finds versions that spoke once. */
    @FunctionalInterface
    public interface Archive {
        /** May take as long as learning does; empty when there is no such version. */
        Optional<LivePersona> find(String id, String version);
    }

    /** Knows who came to try a version. */
    @FunctionalInterface
    public interface Visitors {
        /** The version that is tried in a conversation, by its name. */
        Optional<String> tried(ConversationId conversation);
    }

    /** Opens a persona's own page before anything of it speaks. */
    @FunctionalInterface
    public interface Backstage {
        /** @param first the version that is to be heard there by those who try it, and by nobody else */
        void open(LivePersona first);
    }

    private record Version(String id, String version) {}

    /** @param overtaken whether its talks go on with what came after it, but for an open form */
    private record Former(LivePersona persona, boolean overtaken) {}

    private record Trial(LivePersona persona, Predicate<ConversationId> audience) {}

    /** Where versions are found that spoke before we started. */
    public void recallFrom(Archive archive) {
        this.archive = archive;
    }

    /** Who tries a version that others do not hear yet; asked whenever a talk begins. */
    public void letTry(Visitors who) {
        this.visitors = who;
    }

    /** How a page is opened for those who try what never spoke. */
    public void rehearseOn(Backstage backstage) {
        this.backstage = backstage;
    }

    /** Who speaks on a channel. A channel without a persona does not start, so asking for one is a mistake. */
    public LivePersona on(String channel) {
        var persona = byChannel.get(channel);
        var speaking = persona == null ? null : live.getOrDefault(persona, rehearsing.get(persona));
        if (speaking == null) {
            throw new IllegalArgumentException("no persona speaks on channel " + channel);
        }
        return speaking;
    }

    /** Who speaks in a conversation: whoever did, while the talk goes on. */
    LivePersona in(ConversationId conversation, Remembered remembered, Clock clock) {
        var current = on(conversation.channel());
        return kept(current, remembered, clock)
                .flatMap(version -> atHand(current, version).or(() -> archived(current, version)))
                .orElseGet(() -> begin(conversation, current));
    }

    /** The same among those at hand: for who must not wait until one has learnt again. */
    LivePersona atHand(ConversationId conversation, Remembered remembered, Clock clock) {
        var current = on(conversation.channel());
        return kept(current, remembered, clock)
                .flatMap(version -> atHand(current, version))
                .orElse(current);
    }

    /** The version that is tried in a conversation, if one is. */
    public Optional<LivePersona> tried(ConversationId conversation) {
        var current = on(conversation.channel());
        return visitors.tried(conversation)
                .flatMap(version -> atHand(current, version).or(() -> archived(current, version)));
    }

    private LivePersona begin(ConversationId conversation, LivePersona current) {
        return tried(conversation).orElseGet(() -> auditioned(conversation, current));
    }

    private LivePersona auditioned(ConversationId conversation, LivePersona current) {
        var trial = trials.get(current.persona().id());
        return trial != null && trial.audience().test(conversation) ? trial.persona() : current;
    }

    /** The version that a talk keeps, if it keeps one. */
    private Optional<String> kept(LivePersona current, Remembered remembered, Clock clock) {
        return remembered
                .goesOnWith(clock.instant())
                .filter(version ->
                        remembered.isInAForm() || !isOvertaken(current.persona().id(), version));
    }

    private boolean isOvertaken(String id, String version) {
        var before = former.getIfPresent(new Version(id, version));
        return before != null && before.overtaken();
    }

    private Optional<LivePersona> atHand(LivePersona current, String version) {
        var id = current.persona().id();
        var before = Optional.ofNullable(former.getIfPresent(new Version(id, version)));
        return Stream.of(Optional.of(current), onTrial(id), before.map(Former::persona))
                .flatMap(Optional::stream)
                .filter(each -> each.persona().version().equals(version))
                .findFirst();
    }

    private Optional<LivePersona> archived(LivePersona current, String version) {
        var id = current.persona().id();
        var found = archive.find(id, version);
        found.ifPresent(persona -> former.put(new Version(id, version), new Former(persona, false)));
        return found;
    }

    /** Where the persona of a channel speaks, that channel among them; none where nobody speaks. */
    Set<String> channelsBeside(String channel) {
        return Optional.ofNullable(byChannel.get(channel)).filter(live::containsKey).stream()
                .flatMap(persona -> byChannel.entrySet().stream()
                        .filter(each -> each.getValue().equals(persona)))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The region where the persona of a channel is at home, as its first language says; empty where none does. */
    public String homeOf(String channel) {
        return Optional.ofNullable(byChannel.get(channel))
                .flatMap(this::named)
                .map(speaking -> Pack.home(speaking.persona().locales().standard()))
                .orElse("");
    }

    /** Where somebody speaks. */
    public Set<String> channels() {
        return Set.copyOf(byChannel.keySet());
    }

    public Optional<LivePersona> named(String id) {
        return Optional.ofNullable(live.get(id));
    }

    public Collection<LivePersona> all() {
        return List.copyOf(live.values());
    }

    /** Puts another version in the place of the one that speaks; talks that go on keep that. */
    public void replace(LivePersona next) {
        put(next, false);
    }

    /** The same; talks that go on do so with the next one, but for those in an open form. */
    public void overtake(LivePersona next) {
        put(next, true);
    }

    private void put(LivePersona next, boolean overtakes) {
        var id = next.persona().id();
        var before = live.put(id, next);
        if (before != null) {
            former.put(new Version(id, before.persona().version()), new Former(before, overtakes));
        }
        former.invalidate(new Version(id, next.persona().version())); // it speaks again
    }

    /** Lets a version speak where a conversation begins that its audience holds. */
    public void audition(LivePersona version, Predicate<ConversationId> audience) {
        trials.put(version.persona().id(), new Trial(version, audience));
    }

    /** The version on trial, if there is one. */
    public Optional<LivePersona> onTrial(String id) {
        return Optional.ofNullable(trials.get(id)).map(Trial::persona);
    }

    /** Has a version at hand for those who try it, also where nothing of its persona speaks yet. */
    public void rehearse(String id, String version) {
        synchronized (rehearsing) { // it is learnt once, however many ask for it meanwhile
            if (!live.containsKey(id) && !rehearsing.containsKey(id)) {
                archive.find(id, version).filter(_ -> !live.containsKey(id)).ifPresent(backstage::open);
            }
        }
    }

    /** Who is on a channel for those alone who try it. */
    public void rehearse(LivePersona first, String channel) {
        rehearsing.put(first.persona().id(), first);
        byChannel.put(channel, first.persona().id());
    }

    /** Whether a persona is there for those alone who try it. */
    public boolean isRehearsing(String id) {
        return rehearsing.containsKey(id);
    }

    /** Ends the trial; talks that go on keep their version. */
    public void endTrial(String id) {
        var trial = trials.remove(id);
        if (trial != null) {
            var version = new Version(id, trial.persona().persona().version());
            former.put(version, new Former(trial.persona(), false));
        }
    }

    /** Lets a persona speak no more; names the channels on which it did. */
    public Set<String> dismiss(String id) {
        live.remove(id);
        var its = byChannel.entrySet().stream()
                .filter(each -> each.getValue().equals(id))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        byChannel.keySet().removeAll(its);
        return its;
    }

    /** A persona that was not there before speaks on a channel of its own. */
    public void welcome(LivePersona newcomer, String channel) {
        var id = newcomer.persona().id();
        live.put(id, newcomer);
        byChannel.put(channel, id);
        var rehearsed = rehearsing.remove(id);
        if (rehearsed != null) {
            former.put(new Version(id, rehearsed.persona().version()), new Former(rehearsed, false));
        }
    }
}
