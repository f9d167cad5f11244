package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.tensor.Shape;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a mask takes: a bit for each element, plane or sample that is drawn by itself. */
class MaskStorageTest {
  private static final Shape SHAPE = Shape.nchw(17, 65, 13, 11);

  /** A regularizer and the bits that its masks of {@link #SHAPE} have. */
  record Stored(Regularizer regularizer, int bits) {}

  static Stream<Stored> stored() {
    DropBlockBuilder dropBlock = DropBlock.builder().seed(1);
    return Stream.of(
        new Stored(dropBlock.build(), 17 * 65 * 13 * 11),
        new Stored(dropBlock.sharing(MaskSharing.CHANNELS).build(), 17 * 13 * 11),
        new Stored(dropBlock.sharing(MaskSharing.BATCH).build(), 65 * 13 * 11),
        new Stored(dropBlock.sharing(MaskSharing.ALL).build(), 13 * 11),
        new Stored(Dropout.of(.5, 1), 17 * 65 * 13 * 11),
        new Stored(SpatialDropout.of(.5, 1), 17 * 65),
        new Stored(DropPath.of(.5, 1), 17),
        new Stored(DropPath.ofBatch(.5, 1), 1),
        new Stored(Cutout.of(2, 5, 1), 17 * 13 * 11),
        new Stored(Patches.of(5, .5, 1), 17 * 13 * 11),
        new Stored(GridMask.of(5, .5, 1), 17 * 13 * 11));
  }

  /** An empty mask has the same bytes but for the bits, and but for the scale of an empty batch. */
  @ParameterizedTest
  @MethodSource("stored")
  void bytesHoldEachDrawnBitOnce(Stored stored) {
    int empty = stored.regularizer().sample(SHAPE.withN(0), 0).toBytes().length;
    int bytes = stored.regularizer().sample(SHAPE, 0).toBytes().length - empty;
    assertEquals((stored.bits() + 7) / 8, bytes);
  }

  @ParameterizedTest
  @MethodSource("stored")
  void memoryHoldsEachDrawnBitOnce(Stored stored) {
    DropMask mask = stored.regularizer().sample(SHAPE, 0);
    assertEquals((stored.bits() + 63) / 64, mask.state().dropped().length);
  }

  /** Whole planes of any size, and any number of channels of a sample, are one bit. */
  @ParameterizedTest
  @MethodSource("shapes")
  void theSizeOfWhatIsDroppedTogetherDoesNotMatter(Shape shape) {
    Shape points = Shape.ncdhw(shape.n(), shape.c(), 1, 1, 1);
    SpatialDropout planes = SpatialDropout.of(.5, 1);
    assertEquals(length(planes, points), length(planes, shape));
    DropPath samples = DropPath.of(.5, 1);
    assertEquals(length(samples, Shape.ncdhw(shape.n(), 1, 1, 1, 1)), length(samples, shape));
    DropPath batch = DropPath.ofBatch(.5, 1);
    assertEquals(length(batch, Shape.ncdhw(1, 1, 1, 1, 1)), length(batch, shape));
  }

  static List<Shape> shapes() {
    return List.of(Shape.ncdhw(3, 65, 2, 3, 4), Shape.ncdhw(64, 128, 1, 56, 56));
  }

  private static int length(Regularizer regularizer, Shape shape) {
    return regularizer.sample(shape, 0).toBytes().length;
  }
}
