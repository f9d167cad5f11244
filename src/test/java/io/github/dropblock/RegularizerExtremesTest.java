package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.oracle.Coins;
import io.github.dropblock.oracle.MaskCase;
import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.oracle.SmallShapes;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;

/** Every regularizer and sharing: nothing kept, everything kept, nothing there, any split. */
@Domain(SmallShapes.class)
@Domain(DomainContext.Global.class)
class RegularizerExtremesTest {
  private static final long LAST = Long.MAX_VALUE - 9;

  /** All that has a keepProb, with the exact rule where there is one. */
  private static List<KeepProbRegularizer> all(double keepProb, long seed) {
    List<KeepProbRegularizer> all = new ArrayList<>();
    for (Coins kind : Coins.values()) {
      all.add(kind.of(keepProb, seed));
    }
    for (MaskSharing sharing : MaskSharing.values()) {
      for (SeedRegion region : SeedRegion.values()) {
        all.add(
            DropBlock.builder()
                .keepProb(keepProb)
                .blockSize(3)
                .gammaRule(GammaRule.EXACT)
                .seedRegion(region)
                .sharing(sharing)
                .seed(seed)
                .build());
      }
    }
    for (MaskSharing sharing : MaskSharing.values()) {
      all.add(Patches.of(3, keepProb, seed).withSharing(sharing));
      all.add(Patches.exactly(3, keepProb, seed).withSharing(sharing));
    }
    return all;
  }

  /** Holes of each kind of size and each sharing. */
  private static List<Holes> holes(long seed) {
    List<Holes> all = new ArrayList<>();
    for (HoleSize size :
        List.of(
            HoleSize.area(.1, .5, .3, 3),
            HoleSize.between(BlockSize.ratio(.2), BlockSize.ratio(.7)),
            HoleSize.between(BlockSize.square(1), BlockSize.square(9)),
            HoleSize.bar(MapAxis.WIDTH, 0, 9))) {
      for (MaskSharing sharing : MaskSharing.values()) {
        HolesBuilder holes = Holes.builder().probability(.8).holes(0, 3).size(size);
        all.add(holes.sharing(sharing).seed(seed).build());
      }
    }
    return all;
  }

  /** Not a number, both infinities, the payload of a NaN, a negative zero. */
  private static Tensor nasty(Shape shape) {
    float[] values = {-1, Float.NaN, Float.NEGATIVE_INFINITY, -0f, Float.MAX_VALUE};
    Tensor x = Tensor.zeros(shape);
    for (int i = 0; i < shape.size(); i++) {
      x.data()[i] = values[i % values.length];
    }
    return x;
  }

  @Property(tries = 60)
  void keepProbOneIsTheIdentity(@ForAll Shape shape, @ForAll long seed) {
    for (KeepProbRegularizer r : all(1, seed)) {
      DropMask mask = r.sample(shape, 1, 2);
      assertEquals(shape.size(), mask.keptCount(), r::toString);
      assertEquals(1, mask.keptFraction(), r::toString);
      assertEquals(1, r.expectedKeptFraction(shape), r::toString);
      assertArrayEquals(nasty(shape).data(), mask.apply(nasty(shape)).data(), r::toString);
    }
  }

  @Property(tries = 60)
  void keepProbZeroKeepsNothing(@ForAll Shape shape, @ForAll long seed) {
    for (KeepProbRegularizer r : all(0, seed)) {
      DropMask mask = r.sample(shape, 1, 2);
      assertEquals(0, mask.keptCount(), r::toString);
      assertEquals(shape.n() == 0 ? 1 : 0, mask.keptFraction(), r::toString);
      assertEquals(0, r.expectedKeptFraction(shape), r::toString);
      assertArrayEquals(new float[shape.size()], mask.apply(nasty(shape)).data(), r::toString);
    }
  }

  /** Cutout has no keepProb: without holes all is kept, with holes beyond the map nothing. */
  @Property(tries = 60)
  void cutoutOfNothingAndOfEverything(@ForAll Shape shape, @ForAll long seed) {
    Cutout none = Cutout.of(0, 3, seed);
    assertEquals(shape.size(), none.sample(shape, 0).keptCount());
    assertEquals(1, none.expectedKeptFraction(shape));
    // The largest map has 630 positions: one is missed with probability 630 * e^-63.
    Cutout many = Cutout.of(40_000, 1, seed);
    assertEquals(0, many.sample(shape, 0).keptCount());
  }

  @Test
  void anEmptyBatchIsEmpty() {
    for (double keepProb : new double[] {0, .5, 1}) {
      for (KeepProbRegularizer r : all(keepProb, 1)) {
        assertEmpty(r);
      }
    }
    assertEmpty(Cutout.of(2, 3, 1));
    holes(1).forEach(RegularizerExtremesTest::assertEmpty);
    assertEmpty(GridMask.of(3, .5, 1));
  }

  private static void assertEmpty(Regularizer r) {
    for (Shape shape :
        List.of(Shape.ncw(0, 3, 5), Shape.nchw(0, 65, 7, 7), Shape.ncdhw(0, 3, 2, 2, 2))) {
      DropMask mask = r.sample(shape, 3, 9);
      Tensor empty = Tensor.zeros(shape);
      assertEquals(empty, mask.apply(empty), r::toString);
      assertEquals(empty, mask.toTensor(), r::toString);
      assertEquals(0, mask.keptCount(), r::toString);
      assertEquals(1, mask.keptFraction(), r::toString);
      r.sampleInto(mask, 4, 10);
      assertEquals(0, mask.keptCount(), r::toString);
    }
  }

  /** Parts hold the bits of the whole, for each way to share them. */
  @Property(tries = 100)
  void partsOfABatchAreTheWhole(
      @ForAll Shape shape,
      @ForAll long seed,
      @ForAll @LongRange(max = LAST) long step,
      @ForAll @LongRange(max = LAST) long first) {
    List<Regularizer> regularizers = new ArrayList<>(all(.6, seed));
    regularizers.add(Cutout.of(2, 3, seed));
    regularizers.addAll(holes(seed));
    for (MaskSharing sharing : MaskSharing.values()) {
      regularizers.add(GridMask.of(3, 9, .5, seed).withProbability(.8).withSharing(sharing));
    }
    for (Regularizer r : regularizers) {
      DropMask whole = r.sample(shape, step, first);
      for (int n = 0; n < shape.n(); n++) {
        DropMask part = r.sample(shape.withN(1), step, first + n);
        assertArrayEquals(MaskData.samples(whole, n, 1), MaskData.dropped(part), r::toString);
      }
    }
  }

  /** A 1-D map is a 2-D map of one row, and that a 3-D map of one layer. */
  @Test
  void layoutsOfOneRowAreTheSame() {
    List<Regularizer> regularizers = new ArrayList<>(all(.6, 5));
    regularizers.add(Cutout.of(2, 3, 5));
    regularizers.addAll(holes(5));
    regularizers.add(GridMask.of(3, 9, .5, 5));
    for (Regularizer r : regularizers) {
      float[] row = MaskData.dropped(r.sample(Shape.ncw(3, 65, 40), 0));
      float[] map = MaskData.dropped(r.sample(Shape.nchw(3, 65, 1, 40), 0));
      float[] cube = MaskData.dropped(r.sample(Shape.ncdhw(3, 65, 1, 1, 40), 0));
      assertArrayEquals(row, map, r::toString);
      assertArrayEquals(row, cube, r::toString);
    }
  }

  /** A regularizer keeps the plan of the last shape, which must not reach the next. */
  @Test
  void oneRegularizerServesShapesInTurn() {
    List<Shape> shapes =
        List.of(
            Shape.nchw(2, 65, 7, 9),
            Shape.nchw(2, 64, 7, 9),
            Shape.nchw(3, 65, 9, 7),
            Shape.ncw(2, 65, 63),
            Shape.ncdhw(2, 65, 3, 7, 3),
            Shape.nchw(2, 65, 7, 9));
    List<Regularizer> shared = new ArrayList<>(all(.6, 6));
    shared.add(Cutout.of(2, 3, 6));
    shared.addAll(holes(6));
    shared.add(GridMask.of(3, 9, .5, 6));
    for (Shape shape : shapes) {
      for (Regularizer r : shared) {
        Regularizer fresh = r.withSeed(6);
        assertEquals(fresh.sample(shape, 3).toTensor(), r.sample(shape, 3).toTensor());
        assertEquals(fresh.expectedKeptFraction(shape), r.expectedKeptFraction(shape));
      }
    }
  }

  /** All regions are alike where there is one position. */
  @Test
  void aMapOfOnePosition() {
    MaskCase c = MaskCase.of(Shape.nchw(1, 1, 1, 1), 70, .3, 7);
    for (SeedRegion region : SeedRegion.values()) {
      assertEquals(.7, c.in(region).gamma(), 1e-15);
      assertEquals(c.mask().keptCount(), c.in(region).mask().keptCount());
    }
    assertEquals(0, Cutout.of(1, 70, 7).sample(c.shape(), 0).keptCount());
  }
}
