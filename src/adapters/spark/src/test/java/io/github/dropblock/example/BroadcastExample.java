package io.github.dropblock.example;

import io.github.dropblock.DropBlock;
import io.github.dropblock.ScheduledRegularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;

/** The argument is Spark's master. */
public final class BroadcastExample {
  public static void main(String[] args) {
    Shape shape = Shape.nchw(32, 64, 14, 14);
    DropBlock dropBlock = DropBlock.builder().blockSize(7).seed(42).build();
    KeepProbSchedule schedule = KeepProbSchedule.linear(1.0, 0.9, 4);

    SparkConf conf = new SparkConf().setAppName("broadcast").setMaster(args[0]);
    try (JavaSparkContext spark = new JavaSparkContext(conf)) {
      Broadcast<ScheduledRegularizer> regularizer =
          spark.broadcast(ScheduledRegularizer.of(dropBlock, schedule));

      List<Long> kept =
          spark
              .parallelize(List.of(0L, 1L, 2L, 3L))
              .map(step -> regularizer.value().at(step).sample(shape, step).keptCount())
              .collect();
      System.out.println(kept);
    }
  }
}
