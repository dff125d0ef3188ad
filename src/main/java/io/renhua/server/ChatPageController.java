package io.renhua.server;

import io.micronaut.context.annotation.Value;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.views.ModelAndView;
import io.renhua.connector.Visitor;
import io.renhua.conversation.Personas;
import io.renhua.dialogue.LivePersona;
import io.renhua.persona.Persona;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The pages people open: whom there is to chat with, and the chat with one of them. */
@Controller
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
@Produces(MediaType.TEXT_HTML)
class ChatPageController {
    private final Personas personas;
    private final ChatCookies cookies;
    private final ChatCallers callers;
    private final ChatTrials trials;
    private final ChatWords words;
    private final Clock clock;
    private final String publicUrl;
    private final SecureRandom random = new SecureRandom();

    ChatPageController(
            Personas personas,
            ChatCookies cookies,
            ChatCallers callers,
            ChatTrials trials,
            ChatWords words,
            Clock clock,
            @Value("${renhua.public-url:`http://localhost:8080`}") String publicUrl) {
        this.personas = personas;
        this.cookies = cookies;
        this.callers = callers;
        this.trials = trials;
        this.words = words;
        this.clock = clock;
        this.publicUrl = publicUrl;
    }

    @Get("/")
    HttpResponse<?> home(HttpRequest<?> request, @Nullable @QueryValue String lang) {
        var everybody = personas.all().stream().map(LivePersona::persona).toList();
        return view(HttpStatus.OK, "home", page(request, lang, "en").home(everybody), request, lang);
    }

    @Get("/c/{persona}")
    HttpResponse<?> chat(
            String persona,
            HttpRequest<?> request,
            @Nullable @QueryValue String s,
            @Nullable @QueryValue String lang,
            @Nullable @QueryValue("try") String link) {
        var speaks = personas.named(persona).map(LivePersona::persona);
        if (link != null) {
            return trials.begin(request, persona, link)
                    .orElseGet(() -> speaks.<HttpResponse<?>>map(it -> over(it, request, lang))
                            .orElseGet(() -> lost(request, lang)));
        }
        var trial = trials.in(request, persona);
        return trial.map(ChatTrials.Going::persona)
                .or(() -> speaks)
                .<HttpResponse<?>>map(shown -> chat(shown, trial, request, s, lang))
                .orElseGet(() -> lost(request, lang));
    }

    private HttpResponse<?> lost(HttpRequest<?> request, @Nullable String lang) {
        return view(HttpStatus.NOT_FOUND, "lost", page(request, lang, "en").lost(), request, lang);
    }

    private HttpResponse<?> chat(
            Persona shown,
            Optional<ChatTrials.Going> trial,
            HttpRequest<?> request,
            @Nullable String scene,
            @Nullable String lang) {
        var page = page(request, lang, shown.locales().standard());
        var visitor = cookies.usual(request, shown.id()).orElseGet(() -> Visitor.newcomer(random));
        var caller = callers.of(request, shown.id()).orElseGet(() -> ChatCallers.guest(visitor, shown.id()));
        var response = view(
                HttpStatus.OK,
                "chat",
                page.chat(shown, scene, publicUrl, caller, trial, clock.instant()),
                request,
                lang);
        if (trial.isPresent()) {
            return response;
        }
        var kept = response.cookie(cookies.keeping(request, shown.id(), visitor));
        return cookies.trying(request, shown.id()).isEmpty()
                ? kept
                : kept.cookie(cookies.endingTrial(request, shown.id()));
    }

    /** Else somebody would take what everybody hears for what is to be tried. */
    private HttpResponse<?> over(Persona persona, HttpRequest<?> request, @Nullable String lang) {
        var page = page(request, lang, persona.locales().standard());
        return view(HttpStatus.GONE, "over", page.over(persona), request, lang);
    }

    private ChatPage page(HttpRequest<?> request, @Nullable String lang, String otherwise) {
        var asked = Optional.ofNullable(lang).or(() -> cookies.language(request));
        var language = ChatWords.pick(asked, request.getHeaders().get(HttpHeaders.ACCEPT_LANGUAGE), otherwise);
        return new ChatPage(language, words.in(language));
    }

    private MutableHttpResponse<?> view(
            HttpStatus status, String name, Map<String, Object> model, HttpRequest<?> request, @Nullable String lang) {
        var response = HttpResponse.<Object>status(status)
                .body(new ModelAndView<>("chat/" + name, model))
                .header(HttpHeaders.CACHE_CONTROL, "no-store");
        return lang == null
                ? response
                : response.cookie(cookies.keepingLanguage(request, String.valueOf(model.get("language"))));
    }
}
