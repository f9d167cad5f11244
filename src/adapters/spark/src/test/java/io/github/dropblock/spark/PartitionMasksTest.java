package io.github.dropblock.spark;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertThrowsExactly;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.CustomRegularizer;
import io.github.dropblock.Cutout;
import io.github.dropblock.DropBlock;
import io.github.dropblock.DropMask;
import io.github.dropblock.DropPath;
import io.github.dropblock.Dropout;
import io.github.dropblock.Fill;
import io.github.dropblock.MaskFunction;
import io.github.dropblock.MaskSharing;
import io.github.dropblock.Normalization;
import io.github.dropblock.Regularizer;
import io.github.dropblock.SampleMask;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Masks drawn in partitions are the parts of the one that a single machine draws. */
class PartitionMasksTest {
  private static final long STEP = 5;
  private static final DropBlock DROP_BLOCK =
      DropBlock.builder().keepProb(.8).blockSize(3).seed(1).build();

  private static JavaSparkContext spark;

  @BeforeAll
  static void start() {
    spark = Contexts.local(2);
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  static List<Regularizer> regularizers() {
    List<Regularizer> all = new ArrayList<>();
    for (Normalization normalization : Normalization.values()) {
      all.add(DROP_BLOCK.withNormalization(normalization));
    }
    for (MaskSharing sharing : MaskSharing.values()) {
      all.add(DropBlock.builder().keepProb(.7).blockSize(2).sharing(sharing).seed(2).build());
    }
    all.add(DROP_BLOCK.withFill(Fill.gaussian(1, 2)));
    all.add(Dropout.of(.5, 3));
    all.add(Dropout.of(0, 3).withNormalization(Normalization.TENSOR));
    all.add(DropPath.of(.5, 4).withNormalization(Normalization.TENSOR));
    all.add(Cutout.of(2, 3, 5));
    all.add(CustomRegularizer.of(new RowsFunction(), .6, 6));
    all.add(
        CustomRegularizer.of(new RowsFunction(), .6, 6)
            .withSharing(MaskSharing.CHANNELS)
            .withNormalization(Normalization.EXPECTED));
    return all;
  }

  /** 17 samples: one partition, uneven ones, one each, and some with none. */
  private static List<JavaRDD<float[]>> partitionings() {
    return List.of(
        Batches.in(spark, 1), Batches.in(spark, 5), Batches.in(spark, 17), Batches.in(spark, 20));
  }

  @ParameterizedTest
  @MethodSource("regularizers")
  void theBatchIsThatOfOneMachineHoweverDivided(Regularizer regularizer) {
    DropMask whole = regularizer.sample(Batches.SHAPE, STEP);
    float[] forward = whole.apply(Batches.whole()).data();
    float[] backward = whole.backward(Batches.whole()).data();
    for (JavaRDD<float[]> batch : partitionings()) {
      PartitionMasks masks = PartitionMasks.of(batch, regularizer, Batches.SHAPE);
      assertArrayEquals(forward, Batches.joined(masks.apply(batch, STEP)));
      assertArrayEquals(backward, Batches.joined(masks.backward(batch, STEP)));
      assertEquals(whole.keptCount(), masks.keptCount(spark, STEP));
      assertEquals(Batches.SHAPE.size(), masks.size());
    }
  }

  /** For engines: the mask of a partition as one tensor, drawn in the partition's task. */
  @Test
  void theMaskOfAPartitionIsItsPartOfTheWhole() {
    DropMask whole = DROP_BLOCK.sample(Batches.SHAPE, STEP);
    float[] expected = whole.apply(Batches.whole()).data();
    for (JavaRDD<float[]> batch : partitionings()) {
      PartitionMasks masks = PartitionMasks.of(batch, DROP_BLOCK, Batches.SHAPE);
      long kept = masks.keptCount(spark, STEP);
      JavaRDD<float[]> parts =
          batch.mapPartitionsWithIndex(
              (partition, samples) -> {
                DropMask mask = masks.mask(partition, STEP).withTotals(kept, masks.size());
                int first = (int) masks.firstSample(partition);
                Tensor part = Batches.whole().slice(first, mask.shape().n());
                return Batches.samples(mask.apply(part)).iterator();
              },
              true);
      assertArrayEquals(expected, Batches.joined(parts));
    }
  }

  @Test
  void partitionsAreNumberedInOrder() {
    PartitionMasks masks = PartitionMasks.of(Batches.in(spark, 5), DROP_BLOCK, Batches.SHAPE);
    List<Long> firsts = new ArrayList<>();
    long samples = 0;
    for (int p = 0; p < masks.partitions(); p++) {
      firsts.add(masks.firstSample(p));
      assertEquals(samples, masks.firstSample(p));
      samples += masks.samples(p);
    }
    assertEquals(List.of(0L, 3L, 6L, 10L, 13L), firsts);
    assertEquals(17, samples);
  }

  @Test
  void mapsOfOneAndThreeDimensions() {
    for (Shape shape : List.of(Shape.ncw(17, 24, 9), Shape.ncdhw(17, 3, 2, 4, 9))) {
      JavaRDD<float[]> batch = Batches.in(spark, 3);
      float[] expected =
          DROP_BLOCK.sample(shape, STEP).apply(Tensor.of(Batches.whole().data(), shape)).data();
      PartitionMasks masks = PartitionMasks.of(batch, DROP_BLOCK, shape);
      assertArrayEquals(expected, Batches.joined(masks.apply(batch, STEP)));
    }
  }

  @Test
  void anEmptyBatch() {
    JavaRDD<float[]> none = spark.emptyRDD();
    PartitionMasks masks = PartitionMasks.of(none, DROP_BLOCK, Batches.SHAPE);
    assertEquals(0, masks.partitions());
    assertEquals(0, masks.keptCount(spark, STEP));
    assertEquals(List.of(), masks.apply(none, STEP).collect());
  }

  @Test
  void theBatchIsNotModified() {
    JavaRDD<float[]> batch = Batches.in(spark, 2).cache();
    PartitionMasks.of(batch, DROP_BLOCK, Batches.SHAPE).apply(batch, STEP).collect();
    assertArrayEquals(Batches.whole().data(), Batches.joined(batch));
    batch.unpersist();
  }

  @Test
  void badArguments() {
    JavaRDD<float[]> batch = Batches.in(spark, 5);
    PartitionMasks masks = PartitionMasks.of(batch, DROP_BLOCK, Batches.SHAPE);
    Shape shape = Batches.SHAPE;
    rejected("batch must not be null", () -> PartitionMasks.of(null, DROP_BLOCK, shape));
    rejected("regularizer must not be null", () -> PartitionMasks.of(batch, null, shape));
    rejected("sample must not be null", () -> PartitionMasks.of(batch, DROP_BLOCK, null));
    rejected("batch must not be null", () -> masks.apply(null, 0));
    rejected("gradients must not be null", () -> masks.backward(null, 0));
    rejected("step must be >= 0: -1", () -> masks.apply(batch, -1));
    rejected("step must be >= 0: -1", () -> masks.keptCount(spark, -1));
    rejected("spark must not be null", () -> masks.keptCount(null, 0));
    rejected("batch must have 5 partitions: 2", () -> masks.apply(Batches.in(spark, 2), 0));
    String index = "partition must be in [0, 5): ";
    for (int p : new int[] {-1, 5}) {
      outOfBounds(index + p, () -> masks.firstSample(p));
      outOfBounds(index + p, () -> masks.samples(p));
      outOfBounds(index + p, () -> masks.mask(p, 0));
    }
  }

  /** A job on this batch would end with another exception. */
  @Test
  void aRegularizerThatExecutorsCannotHaveIsRejectedBeforeAnyJob() {
    JavaRDD<float[]> failing = Batches.in(spark, 2).map(PartitionMasksTest::fail);
    MaskFunction unnamed = sample -> {};
    rejected(
        "regularizer cannot be sent to executors: only a mask function with a name goes to a map: "
            + unnamed.getClass().getName(),
        () -> PartitionMasks.of(failing, CustomRegularizer.of(unnamed, .5, 1), Batches.SHAPE));
    rejected(
        "regularizer cannot be sent to executors: regularizer function must be the name of a"
            + " service io.github.dropblock.MaskFunction: nowhere",
        () ->
            PartitionMasks.of(
                failing, CustomRegularizer.of(new NoService(), .5, 1), Batches.SHAPE));
    CustomRegularizer rows = CustomRegularizer.of(new RowsFunction(), .5, 1);
    Regularizer scaled =
        rows.withExpectedKeptFraction(shape -> .25).withNormalization(Normalization.EXPECTED);
    rejected(
        "regularizer cannot be sent to executors: its expected kept fraction is not saved",
        () -> PartitionMasks.of(failing, scaled, Batches.SHAPE));
  }

  private static float[] fail(float[] sample) {
    throw new IllegalStateException("a job was started");
  }

  /** Has a name, but is in no file of services. */
  private static final class NoService implements MaskFunction {
    @Override
    public void draw(SampleMask sample) {}

    @Override
    public String name() {
      return "nowhere";
    }
  }

  @Test
  void aPartitionThatNoTensorHolds() {
    Shape one = Shape.nchw(1, 1, 1, 1);
    PartitionMasks samples = new PartitionMasks(DROP_BLOCK, one, new long[] {0, 1L << 31});
    rejected(
        "samples must be at most 2147483647 in a partition: 2147483648", () -> samples.mask(0, 0));
    PartitionMasks positions =
        new PartitionMasks(DROP_BLOCK, Batches.SHAPE.withN(1), new long[] {0, 1L << 30});
    rejected(
        "size must be at most 2147483647: 1073741824 x 3 x 1 x 9 x 8 (n, c, d, h, w)",
        () -> positions.mask(0, 0));
  }

  private static void rejected(String message, Executable call) {
    assertEquals(message, assertThrowsExactly(IllegalArgumentException.class, call).getMessage());
  }

  private static void outOfBounds(String message, Executable call) {
    assertEquals(message, assertThrowsExactly(IndexOutOfBoundsException.class, call).getMessage());
  }

  /** Otherwise samples would silently get the masks of others. */
  @Test
  void aBatchThatIsDividedOtherwiseFails() {
    JavaRDD<float[]> batch = Batches.in(spark, 5);
    PartitionMasks masks = PartitionMasks.of(batch, DROP_BLOCK, Batches.SHAPE);
    List<float[]> twice = new ArrayList<>(Batches.samples());
    twice.addAll(Batches.samples());
    JavaRDD<float[]> more = spark.parallelize(twice, 5);
    JavaRDD<float[]> fewer = spark.parallelize(Batches.samples().subList(0, 16), 5);
    failed("the partition has more samples than were counted", masks.apply(more, 0));
    failed("the partition has 1 samples less than were counted", masks.apply(fewer, 0));
  }

  @Test
  void aSampleOfAnotherSizeFails() {
    JavaRDD<float[]> batch = Batches.in(spark, 5);
    PartitionMasks masks = PartitionMasks.of(batch, DROP_BLOCK, Shape.nchw(1, 3, 9, 9));
    failed("243", masks.apply(batch, 0));
  }

  private static void failed(String message, JavaRDD<?> rdd) {
    String thrown = assertThrows(SparkException.class, rdd::collect).getMessage();
    assertTrue(thrown.contains(message), thrown);
  }
}
