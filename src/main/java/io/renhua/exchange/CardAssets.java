package io.renhua.exchange;

import io.renhua.bundle.CannotTravel;
import io.renhua.text.Wording;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;

/** Where the pictures are that a card names; nothing where there is none. Nothing is fetched. */
interface CardAssets {
    CardAssets NONE = uri -> new byte[0];

    byte[] at(String uri);

    /** Those beside the card in an unpacked CHARX file. The standard's own word for it lacks a letter. */
    static CardAssets in(Path folder) {
        return uri -> {
            var path = uri.replaceFirst("^embedd?ed://", "");
            var file = folder.resolve(path).normalize();
            return !path.equals(uri) && file.startsWith(folder) && Files.isRegularFile(file) ? read(file) : new byte[0];
        };
    }

    /** The picture that the card is in, and what older applications put beside it. */
    static CardAssets in(CardPicture picture) {
        return uri -> uri.equals("ccdefault:") ? picture.picture() : picture.asset(uri.replaceFirst("^__asset:", ""));
    }

    /** These, and what stands in the card itself. */
    default byte[] orInCard(String uri) {
        if (!uri.startsWith("data:")) {
            return at(uri);
        }
        try {
            return Base64.getMimeDecoder().decode(uri.substring(uri.indexOf(',') + 1));
        } catch (IllegalArgumentException e) {
            throw new CannotTravel(Wording.of("It is refused: a picture in the card is no base64."));
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("reading " + file, e);
        }
    }
}
