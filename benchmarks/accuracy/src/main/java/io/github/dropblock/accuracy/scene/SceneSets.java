package io.github.dropblock.accuracy.scene;

import io.github.dropblock.accuracy.data.FashionMnist;
import io.github.dropblock.accuracy.data.Images;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Training, validation and test scenes. Training and validation scenes are made of the training
 * images, test scenes of the test images; no item is in two scenes of a network's.
 *
 * @param data where the items come from
 * @param photographs where the backgrounds come from
 */
public record SceneSets(FashionMnist data, Photographs photographs) {
  /** So many training images are kept for validation scenes. */
  static final int HELD = 2000;

  private static final long VALIDATION_SEED = 20181231;
  private static final long TEST_SEED = 20190101;

  /** Draws training scenes: for each seed others. */
  public List<Scene> training(long seed, int count) {
    List<Integer> free = free(data.training());
    Collections.shuffle(free, new Random(seed));
    return scenes(data.training(), free, Part.TRAINING, seed, count);
  }

  /** Draws validation scenes: always the same. */
  public List<Scene> validation(int count) {
    return scenes(data.training(), held(data.training()), Part.VALIDATION, VALIDATION_SEED, count);
  }

  /** Draws test scenes: always the same. */
  public List<Scene> test(int count) {
    List<Integer> all = shuffled(data.test(), TEST_SEED);
    return scenes(data.test(), all, Part.TEST, TEST_SEED, count);
  }

  /** Puts occluders on test scenes: always the same ones. */
  public List<Scene> occluded(List<Scene> test, Occluder occluder) {
    Random random = new Random(TEST_SEED);
    return test.stream().map(scene -> occluder.hide(scene, photographs, random)).toList();
  }

  private List<Scene> scenes(Images items, List<Integer> order, Part part, long seed, int count) {
    Queue<Integer> unused = new ArrayDeque<>(order);
    // Apart from the numbers that shuffled the items.
    SceneMaker maker = new SceneMaker(items, unused, photographs, part, ~seed);
    return Stream.generate(maker::next).limit(count).toList();
  }

  /** The training images of which validation scenes are made. */
  static List<Integer> held(Images training) {
    return shuffled(training, VALIDATION_SEED).subList(0, HELD);
  }

  /** The others. */
  static List<Integer> free(Images training) {
    return new ArrayList<>(shuffled(training, VALIDATION_SEED).subList(HELD, training.count()));
  }

  private static List<Integer> shuffled(Images images, long seed) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, images.count()).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    return order;
  }
}
