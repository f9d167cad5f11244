package io.github.dropblock.example;

import io.github.dropblock.DropBlock;
import io.github.dropblock.spark.PartitionMasks;
import io.github.dropblock.tensor.Shape;
import java.util.Collections;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** The argument is Spark's master. */
public final class MasksExample {
  public static void main(String[] args) {
    Shape sample = Shape.nchw(1, 64, 14, 14);
    DropBlock dropBlock = DropBlock.builder().keepProb(.9).blockSize(7).seed(42).build();
    List<float[]> samples = Collections.nCopies(32, new float[sample.size()]);

    SparkConf conf = new SparkConf().setAppName("masks").setMaster(args[0]);
    try (JavaSparkContext spark = new JavaSparkContext(conf)) {
      JavaRDD<float[]> x = spark.parallelize(samples, 8);
      PartitionMasks masks = PartitionMasks.of(x, dropBlock, sample);

      for (long step = 0; step < 3; step++) {
        JavaRDD<float[]> y = masks.apply(x, step);
        JavaRDD<float[]> dx = masks.backward(y, step); // the same mask, drawn again

        long onOneMachine = dropBlock.sample(sample.withN(32), step).keptCount();
        System.out.printf(
            "step %d: %d samples, kept %d of %d, on one machine %d%n",
            step, dx.count(), masks.keptCount(spark, step), masks.size(), onOneMachine);
      }
    }
  }
}
