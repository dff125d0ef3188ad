package trial;

/** One row of what has to hold: puts the server through something, and reports. */
@FunctionalInterface
interface Scenario {
    void play(Stage stage) throws Exception;
}
