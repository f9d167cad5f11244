package io.github.dropblock.spark;

import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;

/** A batch on one machine, and the same in partitions. */
final class Batches {
  static final Shape SHAPE = Shape.nchw(17, 3, 9, 8);

  private Batches() {}

  static Tensor whole() {
    Tensor x = Tensor.zeros(SHAPE);
    for (int i = 0; i < SHAPE.size(); i++) {
      x.data()[i] = 1 + i;
    }
    return x;
  }

  static List<float[]> samples() {
    return samples(whole());
  }

  /** The samples of a tensor, each as an array of its own. */
  static List<float[]> samples(Tensor x) {
    int size = SHAPE.withN(1).size();
    List<float[]> samples = new ArrayList<>();
    for (int n = 0; n < x.shape().n(); n++) {
      int from = x.offset() + n * size;
      samples.add(Arrays.copyOfRange(x.data(), from, from + size));
    }
    return samples;
  }

  static JavaRDD<float[]> in(JavaSparkContext spark, int partitions) {
    return spark.parallelize(samples(), partitions);
  }

  static float[] joined(JavaRDD<float[]> batch) {
    List<float[]> samples = batch.collect();
    float[] all = new float[SHAPE.size()];
    int size = SHAPE.withN(1).size();
    for (int n = 0; n < samples.size(); n++) {
      System.arraycopy(samples.get(n), 0, all, n * size, size);
    }
    return all;
  }
}
