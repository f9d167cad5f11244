package io.github.dropblock.example;

import io.github.dropblock.DropBlock;
import io.github.dropblock.Regularizer;
import io.github.dropblock.tensor.Shape;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** The argument is Spark's master. */
public final class BroadcastExample {
  public static void main(String[] args) {
    Shape shape = Shape.nchw(32, 64, 14, 14);
    DropBlock dropBlock = DropBlock.builder().keepProb(.9).blockSize(7).seed(42).build();

    SparkConf conf = new SparkConf().setAppName("broadcast").setMaster(args[0]);
    try (JavaSparkContext spark = new JavaSparkContext(conf)) {
      Broadcast<byte[]> regularizer = spark.broadcast(dropBlock.toBytes());
      int[] extents = shape.extents();

      List<Long> kept =
          spark
              .parallelize(List.of(0L, 1L, 2L, 3L))
              .map(
                  step ->
                      Regularizer.fromBytes(regularizer.value())
                          .sample(Shape.of(extents), step)
                          .keptCount())
              .collect();
      System.out.println(kept);
    }
  }
}
