package world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real browser without a screen, spoken to by the Chrome DevTools Protocol
 * (https://chromedevtools.github.io/devtools-protocol/), so that a run needs nothing but the browser itself.
 */
public final class Chrome implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration LONGEST = Duration.ofMinutes(2);

    private final Process process;
    private final WebSocket socket;
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> open = new ConcurrentHashMap<>();

    /**
     * @param executable such as {@code /usr/bin/chromium}
     * @param profile a folder of its own
     */
    public Chrome(String executable, Path profile) throws Exception {
        Files.createDirectories(profile);
        this.process = new ProcessBuilder(List.of(
                        executable,
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-background-timer-throttling",
                        "--disable-backgrounding-occluded-windows",
                        "--disable-renderer-backgrounding",
                        "--window-size=1280,800",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(process::destroyForcibly));
        var told = told(profile.resolve("DevToolsActivePort"));
        this.socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + told.get(0) + told.get(1)), new Ear())
                .join();
    }

    /** The port that it chose, and the path to speak to it. */
    private List<String> told(Path file) throws IOException, InterruptedException {
        for (long end = System.nanoTime() + LONGEST.toNanos(); System.nanoTime() < end && process.isAlive(); ) {
            if (Files.exists(file) && Files.readAllLines(file).size() == 2) {
                return Files.readAllLines(file);
            }
            Thread.sleep(20);
        }
        throw new IllegalStateException("the browser did not come up");
    }

    /** A page in a profile of its own, of somebody who has a cookie there already. */
    public Page page(String address, String cookie, String value) {
        var context = call(null, "Target.createBrowserContext", object()).path("browserContextId").asText();
        var kept = object().put("name", cookie).put("value", value).put("url", address);
        var cookies = object().put("browserContextId", context);
        cookies.putArray("cookies").add(kept);
        call(null, "Storage.setCookies", cookies);
        var target = call(null, "Target.createTarget", object().put("url", "about:blank").put("browserContextId", context))
                .path("targetId")
                .asText();
        var session = call(null, "Target.attachToTarget", object().put("targetId", target).put("flatten", true))
                .path("sessionId")
                .asText();
        call(session, "Page.enable", object());
        return new Page(this, context, session);
    }

    /** One page. */
    public record Page(Chrome chrome, String context, String session) implements AutoCloseable {

        /** Goes somewhere, and comes back once a script there says {@code true}. */
        public void go(String address, String arrived) throws InterruptedException {
            chrome.call(session, "Page.navigate", object().put("url", address));
            await(arrived);
        }

        /** Lets a script run on whatever comes next, before its own. */
        public void first(String script) {
            chrome.call(session, "Page.addScriptToEvaluateOnNewDocument", object().put("source", script));
        }

        /** Until a script there says {@code true}. */
        public void await(String script) throws InterruptedException {
            for (long end = System.nanoTime() + LONGEST.toNanos(); System.nanoTime() < end; Thread.sleep(10)) {
                if (run("(() => { try { return Boolean(" + script + "); } catch { return false; } })()").asBoolean()) {
                    return;
                }
            }
            throw new IllegalStateException("the page never came to " + script);
        }

        /** What a script says there, waited for where it is a promise. */
        public JsonNode run(String script) {
            var answer = chrome.call(
                    session,
                    "Runtime.evaluate",
                    object().put("expression", script).put("awaitPromise", true).put("returnByValue", true));
            if (answer.has("exceptionDetails")) {
                throw new IllegalStateException(answer.get("exceptionDetails").toString());
            }
            return answer.path("result").path("value");
        }

        @Override
        public void close() {
            chrome.call(null, "Target.disposeBrowserContext", object().put("browserContextId", context));
        }
    }

    private static ObjectNode object() {
        return JSON.createObjectNode();
    }

    private JsonNode call(String session, String method, ObjectNode values) {
        int number = calls.incrementAndGet();
        var answer = new CompletableFuture<JsonNode>();
        open.put(number, answer);
        var message = object().put("id", number).put("method", method);
        message.set("params", values);
        if (session != null) {
            message.put("sessionId", session);
        }
        synchronized (this) { // a socket takes one message at a time
            socket.sendText(message.toString(), true).join();
        }
        var said = answer.orTimeout(LONGEST.toSeconds(), TimeUnit.SECONDS).join();
        if (said.has("error")) {
            throw new IllegalStateException(method + ": " + said.get("error"));
        }
        return said.path("result");
    }

    /** Hears answers, which may come in parts. */
    private final class Ear implements WebSocket.Listener {
        private final StringBuilder heard = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            heard.append(part);
            if (last) {
                take(heard.toString());
                heard.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void take(String message) {
            try {
                var said = JSON.readTree(message);
                var waiting = open.remove(said.path("id").asInt());
                if (waiting != null) {
                    waiting.complete(said);
                }
            } catch (IOException e) {
                throw new IllegalStateException("the browser says what is no JSON", e);
            }
        }
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
    }
}
