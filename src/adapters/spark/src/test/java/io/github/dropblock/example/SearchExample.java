package io.github.dropblock.example;

import io.github.dropblock.DropBlock;
import io.github.dropblock.search.Budgets;
import io.github.dropblock.search.Candidate;
import io.github.dropblock.search.ProgressBarListener;
import io.github.dropblock.search.Search;
import io.github.dropblock.search.SearchResult;
import io.github.dropblock.search.SearchSpace;
import io.github.dropblock.search.SuccessiveHalving;
import io.github.dropblock.search.ThreadTrialRunner;
import io.github.dropblock.search.TrialRunner;
import io.github.dropblock.search.TrialStore;
import io.github.dropblock.spark.SparkTrialRunner;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;

/** Arguments: the store's file, and Spark's master if Spark is to be used. */
public final class SearchExample {
  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[0]);
    if (args.length == 1) {
      search(file, new ThreadTrialRunner(2));
      return;
    }
    SparkConf conf = new SparkConf().setAppName("search").setMaster(args[1]);
    try (JavaSparkContext spark = new JavaSparkContext(conf)) {
      search(file, new SparkTrialRunner(spark));
    }
  }

  private static void search(Path file, TrialRunner runner) throws Exception {
    SearchSpace space = new SearchSpace(.5, 1, List.of(1, 3, 5, 7), List.of("input"));
    Search search = new SuccessiveHalving(space, 27, new Budgets(2, 18, 3), 42);
    try (TrialStore store = TrialStore.file(file)) {
      SearchResult result =
          search.run(SearchExample::train, runner, store, new ProgressBarListener());
      result.ranked().stream().limit(3).forEach(System.out::println);
    }
  }

  /** In place of a network: logistic regression on 60 noisy 12 x 12 images of two classes. */
  private static double train(Candidate candidate, int epochs, long seed) {
    Images train = Images.random(60, 1);
    Images validation = Images.random(500, 2);
    DropBlock dropBlock =
        DropBlock.builder()
            .keepProb(candidate.keepProb())
            .blockSize(candidate.blockSize())
            .seed(seed)
            .build();
    float[] weights = new float[144];
    for (int epoch = 0; epoch < epochs; epoch++) {
      Tensor dropped = dropBlock.sample(train.pixels.shape(), epoch).apply(train.pixels);
      new Images(dropped, train.labels).descend(weights);
    }
    return validation.accuracy(weights);
  }

  private record Images(Tensor pixels, boolean[] labels) {
    /** The class is the sign of a spot in the middle; the rest is noise. */
    static Images random(int count, long seed) {
      SplittableRandom random = new SplittableRandom(seed);
      Tensor pixels = Tensor.zeros(Shape.nchw(count, 1, 12, 12));
      boolean[] labels = new boolean[count];
      for (int n = 0; n < count; n++) {
        labels[n] = random.nextBoolean();
        for (int i = 0; i < 144; i++) {
          boolean inSpot = i / 12 >= 3 && i / 12 < 9 && i % 12 >= 3 && i % 12 < 9;
          double spot = inSpot ? (labels[n] ? .1 : -.1) : 0;
          pixels.data()[n * 144 + i] = (float) (spot + random.nextDouble() * 2 - 1);
        }
      }
      return new Images(pixels, labels);
    }

    private double output(float[] weights, int n) {
      double sum = 0;
      for (int i = 0; i < 144; i++) {
        sum += weights[i] * pixels.data()[n * 144 + i];
      }
      return sum;
    }

    void descend(float[] weights) {
      for (int n = 0; n < labels.length; n++) {
        double error = (labels[n] ? 1 : 0) - 1 / (1 + Math.exp(-output(weights, n)));
        for (int i = 0; i < 144; i++) {
          weights[i] += (float) (.1 * error * pixels.data()[n * 144 + i]);
        }
      }
    }

    double accuracy(float[] weights) {
      int right = 0;
      for (int n = 0; n < labels.length; n++) {
        right += output(weights, n) > 0 == labels[n] ? 1 : 0;
      }
      return (double) right / labels.length;
    }
  }
}
