package io.renhua.server;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import io.renhua.message.ConversationId;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Lets the desk's routes take conversations; what is none is a bad request. */
@Singleton
final class DeskConversationIds implements TypeConverter<CharSequence, ConversationId> {

    @Override
    public Optional<ConversationId> convert(CharSequence text, Class<ConversationId> type, ConversionContext context) {
        try {
            return Optional.of(ConversationId.parse(text.toString()));
        } catch (IllegalArgumentException e) {
            context.reject(text, e);
            return Optional.empty();
        }
    }
}
