package io.renhua.persona;

/**
 * A picture that is kept ready for people at the desk to send.
 *
 * @param path below the persona's folder
 * @param alt what it shows, for whoever cannot see it; goes along with it
 */
public record ShelfPicture(String path, Words alt) {}
