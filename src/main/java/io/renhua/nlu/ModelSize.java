package io.renhua.nlu;

/** How large a learnt model is, as it is kept; in memory it is about as large. */
public final class ModelSize {
    private ModelSize() {}

    /** In bytes; zero for what knows too little to be kept. */
    public static int of(Classifier classifier) {
        if (!(classifier instanceof Committee committee)) {
            return 0;
        }
        var writer = new ModelWriter();
        committee.write(writer);
        return writer.written().length;
    }
}
