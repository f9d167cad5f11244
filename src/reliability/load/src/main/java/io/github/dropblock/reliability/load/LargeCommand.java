package io.github.dropblock.reliability.load;

import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.Fill;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.Normalization;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SpatialDropout;
import io.github.dropblock.Threads;
import io.github.dropblock.tensor.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Tensors as large as arrays are. */
@Command(
    name = "large",
    description =
        "Draws and applies masks of the largest float[]; each element, the counts and the ends are"
            + " checked. Needs a heap of 10 GB.",
    showDefaultValues = true,
    mixinStandardHelpOptions = true)
final class LargeCommand implements Callable<Integer> {
  @Option(
      names = "--elements",
      description = "Size of the tensors, at least 2^20; that of the largest float[] unless given.")
  private Integer elements;

  private final List<String> failures = new ArrayList<>();

  @Override
  public Integer call() {
    return Load.report(failures());
  }

  /** Returns what was wrong. */
  List<String> failures() {
    checkRefusal();
    int size = elements == null ? LargestArray.length() : elements;
    System.out.printf("up to %,d elements%n", size);
    for (Shape shape : LargeShapes.of(size)) {
      checkAll(shape);
    }
    return failures;
  }

  private void checkRefusal() {
    try {
      Shape shape = Shape.nchw(2, 1, 1 << 15, 1 << 15);
      failures.add("more than an int, and accepted: " + shape);
    } catch (IllegalArgumentException e) {
      System.out.println("refused: " + e.getMessage());
    }
  }

  private void checkAll(Shape shape) {
    float[] x = new float[shape.size()];
    for (LargeCheck check : checks(shape)) {
      String name = shape + ", " + check.way() + ", " + check.regularizer();
      try {
        System.out.println(name + ": " + check.check(shape, x));
      } catch (RuntimeException | AssertionError e) {
        failures.add(name + ": " + e);
      }
    }
  }

  private static List<LargeCheck> checks(Shape shape) {
    DropBlock dropBlock = DropBlock.builder().seed(5).build();
    List<LargeCheck> checks = new ArrayList<>();
    for (Way way : Way.values()) {
      checks.add(new LargeCheck(dropBlock, way));
      checks.add(new LargeCheck(sharing(MaskSharing.CHANNELS), way));
    }
    Fill fill = Fill.constant(LargeCheck.FILL);
    for (Way way : Way.values()) {
      checks.add(new LargeCheck(dropBlock.withFill(fill).withThreads(Threads.none()), way));
    }
    List<Regularizer> others = new ArrayList<>(List.of(dropBlock.withKeepProb(0.5)));
    if (shape.n() > 1) {
      others.add(sharing(MaskSharing.ALL));
      others.add(dropBlock.withNormalization(Normalization.PLANE));
      others.add(SpatialDropout.of(0.5, 5));
      others.add(DropPath.of(0.5, 5));
      others.add(Cutout.of(2, 16, 5));
    } else {
      others.add(Dropout.of(0.999, 5));
    }
    others.forEach(each -> checks.add(new LargeCheck(each, Way.TENSOR)));
    return checks;
  }

  private static Regularizer sharing(MaskSharing sharing) {
    return DropBlock.builder().sharing(sharing).seed(5).build();
  }
}
