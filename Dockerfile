# Renhua in layers that change at different speeds: libraries, then our code, then scripts and configuration.
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
COPY --from=build /build/target/lib lib
COPY --from=build /build/target/renhua.jar renhua.jar
COPY config config
COPY personas personas
# A training run writes the AOT cache: classes loaded and linked ahead, so that a start costs a quarter of the work.
# -XX:+AOTClassLinking and the same class path and collector as at run time, or the cache is passed over.
RUN java -XX:AOTCacheOutput=/renhua/renhua.aot -XX:+UseSerialGC -Drenhua.rehearse=true -Drenhua.data=/tmp/rehearsal \
      -cp renhua.jar io.renhua.Application serve \
 && rm -rf /tmp/rehearsal && test -s /renhua/renhua.aot
USER renhua
VOLUME /renhua/data
EXPOSE 8080
ENV PORT=8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \
  CMD ["java", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", "renhua.jar", "io.renhua.Application", "health"]
ENTRYPOINT ["java", "-XX:AOTCache=/renhua/renhua.aot", "-XX:+UseSerialGC", "-XX:MaxRAMPercentage=60", \
  "--enable-native-access=ALL-UNNAMED", "-cp", "renhua.jar", "io.renhua.Application"]
CMD ["serve"]
