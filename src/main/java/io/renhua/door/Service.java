package io.renhua.door;

import io.renhua.store.Json;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * Something that can be asked for at the door.
 *
 * @param name by which a command asks
 * @param answering from a question's JSON to its answer's
 */
public record Service(String name, UnaryOperator<String> answering) {

    public static <Q> Service of(String name, Class<Q> questions, Function<Q, ?> answering) {
        return new Service(name, question -> Json.write(answering.apply(Json.read(question, questions))));
    }
}
