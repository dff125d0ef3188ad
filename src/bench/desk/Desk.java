package desk;

import world.Options;

/**
 * What the desk bears, seen in a real browser: who wins when two claim at once, how long it takes until something that
 * happened stands on a colleague's screen, beside how many conversations and colleagues, and how a desk full of them opens
 * and scrolls.
 *
 * <p>java -cp 'target/classes:target/lib/*' src/bench/desk/Desk.java [--claims 1000] [--few 200] [--many 2000] [--most 5000]
 * [--agents 50] [--events 500] [--only races,few,many,opening] [--postgres] [--browser /usr/bin/chromium]
 */
final class Desk {
    private Desk() {}

    public static void main(String[] arguments) throws Exception {
        System.setProperty("logback.configurationFile", "config/logback.xml");
        var options = Options.of(arguments);
        boolean holds = false;
        try (var shop = new Shop(options)) {
            holds = play(shop);
        } catch (IllegalStateException e) {
            System.out.println(e.getMessage());
        }
        System.exit(holds ? 0 : 1); // whatever still runs ends with it
    }

    private static boolean play(Shop shop) throws Exception {
        var options = shop.options();
        var only = options.text("only", "races,few,many,opening");
        boolean holds = true;
        if (only.contains("races")) {
            holds = new Races(shop).run(options.number("claims", 1000));
        }
        if (only.contains("few")) {
            holds &= new News(shop, 10, 4).run(options.number("few", 200), options.number("events", 500));
        }
        if (only.contains("many")) {
            holds &= new News(shop, shop.clerks().size(), 10).run(options.number("many", 2000), options.number("events", 500));
        }
        if (only.contains("opening")) {
            holds &= new Opening(shop).run(options.number("most", 5000));
        }
        return holds;
    }
}
