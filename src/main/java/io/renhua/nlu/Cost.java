package io.renhua.nlu;

/**
 * What learning and classifying took.
 *
 * @param trainCpuSeconds of the whole process, its compiler and collector included
 * @param bytesPerCall allocated while one sentence is classified
 * @param kilobytes of the learnt model as it is stored; 0 where there is so little that it is not
 */
public record Cost(
        double trainCpuSeconds,
        double trainWallSeconds,
        double meanMicros,
        double p99Micros,
        double bytesPerCall,
        double kilobytes) {}
