# Renhua in layers that change at different speeds: libraries, then our code, then scripts and configuration.
# How to try it where there is no Docker: src/docs/image.md.
ARG BUILD_IMAGE=docker.io/library/eclipse-temurin:25-jdk
ARG RUN_IMAGE=docker.io/library/eclipse-temurin:25-jre

FROM ${BUILD_IMAGE} AS build
WORKDIR /build
COPY .mvn .mvn
COPY mvnw pom.xml ./
COPY src/main src/main
RUN ./mvnw -q -B -DskipTests package

FROM ${RUN_IMAGE}
RUN groupadd --system --gid 10001 renhua \
 && useradd --system --uid 10001 --gid renhua --home-dir /renhua --no-create-home renhua \
 && mkdir -p /renhua/data && chown renhua:renhua /renhua/data
WORKDIR /renhua
# Said once for training and running: a cache made under other options is passed over, and nobody notices.
RUN printf '%s\n' -XX:+UseSerialGC -XX:+UseCompactObjectHeaders -Xms24m -XX:MaxRAMPercentage=60 -XX:MaxHeapFreeRatio=30 -XX:MinHeapFreeRatio=15 \
      --enable-native-access=ALL-UNNAMED -cp renhua.jar > java.options
COPY --from=build /build/target/lib lib
COPY --from=build /build/target/renhua.jar renhua.jar
COPY config config
COPY personas personas
# A training run writes the AOT cache, classes loaded and linked ahead, and leaves what the personas learnt for the first
# start of a fresh volume. The second java proves that the cache is taken, or the build fails.
RUN java @java.options -XX:AOTCacheOutput=/renhua/renhua.aot -Drenhua.rehearse=true -Drenhua.data=/tmp/training \
      io.renhua.Application serve \
 && java @java.options -XX:AOTCache=/renhua/renhua.aot -XX:AOTMode=on io.renhua.Application lint \
 && mv /tmp/training/models data/models && chown -R renhua:renhua data && rm -rf /tmp/training
USER renhua
VOLUME /renhua/data
EXPOSE 8080
ENV PORT=8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["java", "@java.options", "-XX:AOTCache=/renhua/renhua.aot", "-XX:TieredStopAtLevel=1", "io.renhua.Application", "health", "--live"]
ENTRYPOINT ["java", "@java.options", "-XX:AOTCache=/renhua/renhua.aot", "io.renhua.Application"]
CMD ["serve"]
