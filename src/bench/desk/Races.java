package desk;

import java.util.List;
import java.util.Map;
import world.Chrome;

/** Two browsers press the same button at the same moment; with two nodes each at its own. */
final class Races {
    /** Far enough that both pages have been told when to press. */
    private static final int AHEAD = 60;

    private final Shop shop;
    private int both;
    private int won;
    private int told;

    Races(Shop shop) {
        this.shop = shop;
    }

    /** Whether each time one had it, and the other was told. */
    boolean run(int rounds) throws Exception {
        var clerks = shop.clerks().subList(0, 2);
        var pages = List.of(shop.screen(clerks.get(0), 0), shop.screen(clerks.get(1), 0));
        for (int i = 0; i < rounds; i++) {
            round(pages, clerks);
        }
        System.out.printf(
                "claims: %d rounds, both asked in %d; one winner each in %d, the other told who in %d%n",
                rounds, both, won, told);
        return both == rounds && won == rounds && told == rounds;
    }

    private void round(List<Chrome.Page> pages, List<Clerk> clerks) throws Exception {
        var person = shop.newPerson();
        var conversation = Shop.conversation(person);
        shop.people().say(shop.call(person)).join();
        for (var page : pages) {
            page.await("document.querySelector('#list-queue [data-id=\"" + conversation + "\"]')");
            page.run("location.hash = encodeURIComponent('" + conversation + "')");
        }
        for (var page : pages) {
            page.await("document.querySelector('#stand [data-act=claim]') && document.querySelector('#thread-who h1')");
            page.run("performance.clearResourceTimings()");
        }
        long moment = System.currentTimeMillis() + AHEAD;
        for (var page : pages) {
            page.run("setTimeout(() => document.querySelector('#stand [data-act=claim]').click(), " + moment + " - Date.now()), 1");
        }
        for (var page : pages) {
            page.await("performance.getEntriesByName(location.origin + '/desk/claim').length");
        }
        both++; // each has asked, or the wait would not have ended
        judge(pages, clerks, conversation);
    }

    private void judge(List<Chrome.Page> pages, List<Clerk> clerks, String conversation) throws Exception {
        var agent = clerks.getFirst().ask("/desk/conversation?id=" + conversation).path("card").path("stand").path("agent").asText();
        int winner = clerks.get(0).login.equals(agent) ? 0 : 1;
        pages.get(winner).await("!document.querySelector('#tab-reply').disabled");
        pages.get(1 - winner).await("document.querySelector('#stand').classList.contains('alert')");
        boolean isAlone = pages.get(1 - winner).run("document.querySelector('#tab-reply').disabled").asBoolean();
        won += isAlone ? 1 : 0;
        told += pages.get(1 - winner).run("document.querySelector('#stand').textContent").asText().contains(agent) ? 1 : 0;
        clerks.get(winner).act("resolve", conversation, Map.of("topic", "a race"));
    }
}
