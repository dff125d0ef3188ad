package io.renhua.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Values as the store keeps them. Records by their components; a case of a sealed interface carries its simple name as
 * {@code is}, so that no annotation has to stand in the domain.
 */
public final class Json {
    /** Buffers come back to a pool: a thread of its own, as every turn has one, would leave them behind. */
    private static final ObjectMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.sharedBoundedPool())
                    .build())
            .addModule(new JavaTimeModule())
            .annotationIntrospector(new SealedTypes())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
            .build();

    private Json() {}

    public static String write(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("writing a " + value.getClass().getSimpleName() + " as JSON", e);
        }
    }

    /** The value written by {@link #write}; a newer version's extra components are passed over. */
    public static <T> T read(String json, Class<T> type) {
        try {
            var value = MAPPER.readValue(json, type);
            if (value == null) {
                throw new IllegalArgumentException("there is no " + type.getSimpleName() + " in a JSON null");
            }
            return value;
        } catch (JsonProcessingException e) {
            e.clearLocation(); // the text around the fault may be a person's words
            throw new IllegalArgumentException("reading a " + type.getSimpleName() + " from JSON", e);
        }
    }

    /** The same; empty when another version wrote it in a way that is not ours, or it is damaged. */
    public static <T> Optional<T> readable(String json, Class<T> type) {
        try {
            return Optional.of(read(json, type));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static final class SealedTypes extends JacksonAnnotationIntrospector {
        private static final long serialVersionUID = 1L;

        @Override
        public @Nullable TypeResolverBuilder<?> findTypeResolver(
                MapperConfig<?> config, AnnotatedClass type, com.fasterxml.jackson.databind.JavaType baseType) {
            return sealedParent(type.getRawType()) == null
                    ? super.findTypeResolver(config, type, baseType)
                    : new StdTypeResolverBuilder()
                            .init(
                                    JsonTypeInfo.Value.construct(
                                            JsonTypeInfo.Id.NAME, JsonTypeInfo.As.PROPERTY, "is", null, false, null),
                                    null);
        }

        @Override
        public @Nullable List<NamedType> findSubtypes(Annotated type) {
            var raw = type.getRawType();
            return raw.isInterface() && raw.isSealed()
                    ? leaves(raw)
                            .map(leaf -> new NamedType(leaf, leaf.getSimpleName()))
                            .toList()
                    : super.findSubtypes(type);
        }

        @Override
        public @Nullable String findTypeName(AnnotatedClass type) {
            return sealedParent(type.getRawType()) == null
                    ? super.findTypeName(type)
                    : type.getRawType().getSimpleName();
        }

        private static Stream<Class<?>> leaves(Class<?> type) {
            return type.isSealed()
                    ? Arrays.stream(type.getPermittedSubclasses()).flatMap(SealedTypes::leaves)
                    : Stream.of(type);
        }

        private static @Nullable Class<?> sealedParent(Class<?> type) {
            if (type.isInterface() && type.isSealed()) {
                return type;
            }
            return Arrays.stream(type.getInterfaces())
                    .filter(Class::isSealed)
                    .findFirst()
                    .orElse(null);
        }
    }
}
