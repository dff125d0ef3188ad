package io.renhua.cli;

/** For whom a command writes; named as it is typed. */
enum OutputFormat {
    people,
    json
}
