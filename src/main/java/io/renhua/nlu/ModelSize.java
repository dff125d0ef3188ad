package io.renhua.nlu;

/** How many bytes a learnt model takes where it is kept. */
final class ModelSize {
    private ModelSize() {}

    /** 0 for what is learnt faster than read, and therefore not kept. */
    static long of(Classifier classifier) {
        if (!(classifier instanceof Committee committee)) {
            return 0;
        }
        var writer = new ModelWriter();
        committee.write(writer);
        return writer.written().length;
    }
}
