package desk;

import java.time.Duration;
import java.util.ArrayList;
import world.Chrome;
import world.Spread;

/** How a desk full of conversations opens, and whether its lists scroll without a hitch. */
final class Opening {
    private static final int ROUNDS = 5;

    /** So many rows a list shows at first. */
    private static final int SHOWN = 60;
    private static final Duration AT_MOST = Duration.ofSeconds(1);

    /** A frame that takes longer than three of sixty a second is seen as a hitch. */
    private static final double HITCH = 50;

    /** Scrolls from end to end in three seconds, and tells how long each frame took. */
    private static final String SCROLL = """
            new Promise(done => {
              const lists = document.querySelector('.lists');
              const frames = [];
              const began = performance.now();
              let last = began;
              const step = now => {
                frames.push(now - last);
                last = now;
                lists.scrollTop = (lists.scrollHeight - lists.clientHeight) * Math.min(1, (now - began) / 3000);
                if (now - began < 3000) requestAnimationFrame(step);
                else done(frames.slice(1));
              };
              requestAnimationFrame(step);
            })""";

    /** Notes when as many rows as there are to be could be seen. */
    private static final String WATCH = """
            document.addEventListener('DOMContentLoaded', () => new MutationObserver((changes, watch) => {
              if (document.querySelectorAll('.conversation').length < %d) return;
              watch.disconnect();
              requestAnimationFrame(() => setTimeout(() => window.drawn = performance.now()));
            }).observe(document.querySelector('.lists'), { childList: true, subtree: true }))""";

    private final Shop shop;

    Opening(Shop shop) {
        this.shop = shop;
    }

    boolean run(int open) throws Exception {
        shop.serve(open - shop.served().size());
        var clerk = shop.clerks().getFirst();
        shop.restart();
        System.out.printf("  asked for the lists after a restart: %.0f ms%n", ask(clerk) / 1e6);
        System.out.printf("  asked again: %.0f ms%n", ask(clerk) / 1e6);
        var opened = new ArrayList<Long>();
        var hitches = new ArrayList<Long>();
        for (int i = 0; i < ROUNDS; i++) {
            var page = shop.screen(clerk, SHOWN, WATCH.formatted(SHOWN));
            page.await("window.drawn");
            opened.add((long) (page.run("window.drawn").asDouble() * 1e6));
            hitches.add(scroll(page));
            page.close();
        }
        System.out.printf(
                "%d conversations: the desk opens after %s; frames above %.0f ms in three seconds of scrolling: %s%n",
                open, Spread.of(opened), HITCH, hitches);
        return Spread.share(opened, 0.5) < AT_MOST.toNanos();
    }

    private static long ask(Clerk clerk) {
        long began = System.nanoTime();
        clerk.ask("/desk/lists");
        return System.nanoTime() - began;
    }

    /** How many frames took too long. */
    private static long scroll(Chrome.Page page) {
        var frames = new ArrayList<Double>();
        page.run(SCROLL).forEach(frame -> frames.add(frame.asDouble()));
        return frames.stream().filter(frame -> frame > HITCH).count();
    }
}
