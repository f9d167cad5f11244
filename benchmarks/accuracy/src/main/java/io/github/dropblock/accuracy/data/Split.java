package io.github.dropblock.accuracy.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Small training and validation sets, both from the training images, with as many images of each
 * class.
 *
 * <p>The validation images are the same for all seeds and never trained on. The training images are
 * drawn anew by each seed, so that what is found does not hang on one subset.
 *
 * @param training what the network learns from
 * @param validation what choices are made by
 */
public record Split(Images training, Images validation) {
  private static final long VALIDATION_SEED = 20181230;

  /**
   * Draws a split.
   *
   * @param source where both come from
   * @param trainingCount training images, a multiple of the number of classes
   * @param validationCount validation images, likewise
   * @param seed of the training images
   * @throws IllegalArgumentException if a class has too few images
   */
  public static Split of(Images source, int trainingCount, int validationCount, long seed) {
    List<Integer> held = new ArrayList<>();
    List<Integer> rest = new ArrayList<>();
    divide(source, all(source), validationCount, VALIDATION_SEED, held, rest);
    List<Integer> chosen = new ArrayList<>();
    divide(source, rest, trainingCount, seed, chosen, new ArrayList<>());
    return new Split(select(source, chosen), select(source, held));
  }

  private static void divide(
      Images source,
      List<Integer> indices,
      int count,
      long seed,
      List<Integer> chosen,
      List<Integer> rest) {
    int classes = classes(source);
    if (count % classes != 0) {
      throw new IllegalArgumentException("count must be a multiple of " + classes + ": " + count);
    }
    List<Integer> shuffled = new ArrayList<>(indices);
    Collections.shuffle(shuffled, new Random(seed));
    int[] missing = new int[FashionMnist.CLASSES];
    Arrays.fill(missing, count / classes);
    for (int index : shuffled) {
      (missing[source.label(index)]-- > 0 ? chosen : rest).add(index);
    }
    if (chosen.size() < count) {
      throw new IllegalArgumentException(
          "count must be at most that of the images, in each class: " + count);
    }
  }

  /** How many classes have images. */
  private static int classes(Images source) {
    return (int) IntStream.range(0, source.count()).map(source::label).distinct().count();
  }

  private static List<Integer> all(Images source) {
    return IntStream.range(0, source.count()).boxed().toList();
  }

  private static Images select(Images source, List<Integer> indices) {
    return source.select(indices.stream().mapToInt(i -> i).toArray());
  }
}
