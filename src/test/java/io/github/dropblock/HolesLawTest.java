package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.dropblock.oracle.HolesConfigurations;
import io.github.dropblock.oracle.MaskData;
import io.github.dropblock.oracle.OracleHoles;
import io.github.dropblock.oracle.Significance;
import io.github.dropblock.oracle.SmallShapes;
import io.github.dropblock.tensor.Shape;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rates of holes in closed form, and as drawn. False-alarm rate: 1e-4 for each comparison. */
class HolesLawTest {
  private static final int SAMPLES = 20_000;

  /** What is drawn, on a small map. */
  private record Case(Holes holes, Shape shape) {}

  static List<Case> cases() {
    Shape image = Shape.nchw(SAMPLES, 1, 8, 9);
    Shape sequence = Shape.ncw(SAMPLES, 1, 30);
    Shape volume = Shape.ncdhw(SAMPLES, 1, 3, 4, 6);
    BlockSize small = BlockSize.of(1, 2);
    BlockSize large = BlockSize.of(4, 7);
    HolesBuilder many = Holes.coarse(0, 3, small, large, 81).toBuilder();
    return List.of(
        new Case(Holes.randomErasing(.5, 81), image),
        new Case(Holes.randomErasing(1, .5, 1, .01, 100, 82), image),
        new Case(Holes.randomErasing(1, .1, .4, 1, 1, 82), sequence),
        new Case(many.build(), image),
        new Case(many.seedRegion(SeedRegion.WHOLE).build(), image),
        new Case(many.seedRegion(SeedRegion.EXTENDED).build(), image),
        new Case(many.probability(.7).inverse(true).build(), image),
        new Case(many.sharing(MaskSharing.NONE).build(), volume),
        new Case(Holes.bars(MapAxis.WIDTH, 2, 0, 9, 83), image),
        new Case(Holes.bars(MapAxis.HEIGHT, 2, 0, 100, 83), image),
        new Case(Holes.bars(MapAxis.WIDTH, 2, 3, 5, 83), sequence),
        new Case(Holes.bars(MapAxis.DEPTH, 1, 1, 2, 83), volume),
        new Case(Holes.coarse(1, 2, BlockSize.ratio(.2), BlockSize.ratio(.5), 84), volume));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void eachPositionIsDroppedAsOftenAsTheListOfSizesSays(Case c) {
    int[] drops = MaskData.dropsOfEachPosition(c.holes.sample(c.shape, 1));
    double[] expected = new OracleHoles(c.holes, c.shape).dropProbabilities();
    Significance.assertBinomials(expected, drops, SAMPLES);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theMeanKeptFractionIsTheExpectedOne(Case c) {
    double[] kept = MaskData.keptFractions(c.holes.sample(c.shape, 2));
    Significance.assertMean(c.holes.expectedKeptFraction(c.shape), kept);
  }

  /**
   * Channels of their own: the holes of two channels are independent where all samples have some.
   */
  @Test
  void channelsHaveIndependentHoles() {
    Holes holes =
        Holes.coarse(0, 2, BlockSize.square(3), BlockSize.square(5), 85).toBuilder()
            .sharing(MaskSharing.NONE)
            .build();
    boolean[] drops = MaskData.dropsAt(holes.sample(Shape.nchw(SAMPLES, 2, 7, 7), 0), 24);
    boolean[] first = new boolean[SAMPLES];
    boolean[] second = new boolean[SAMPLES];
    for (int i = 0; i < SAMPLES; i++) {
      first[i] = drops[2 * i];
      second[i] = drops[2 * i + 1];
    }
    Significance.assertIndependent(first, second, Significance.ALPHA);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  @Domain(SmallShapes.class)
  @Domain(HolesConfigurations.class)
  @Domain(DomainContext.Global.class)
  void theExpectedKeptFractionIsTheMeanOverPositionsSizesAndPlaces(
      @ForAll Shape shape, @ForAll Holes holes) {
    double expected = new OracleHoles(holes, shape).keptFraction();
    assertEquals(expected, holes.expectedKeptFraction(shape), 1e-12);
  }

  /** Pencil and paper: on 1 x 4, a bar of 1 or 2 covers 1/4 and on average 2/4 of the map. */
  @Test
  void knownShares() {
    Shape shape = Shape.ncw(1, 1, 4);
    double kept = Holes.bars(MapAxis.WIDTH, 1, 1, 2, 0).expectedKeptFraction(shape);
    assertEquals(1 - (.25 + .5) / 2, kept, 1e-15);
    HolesBuilder half = Holes.bars(MapAxis.WIDTH, 1, 1, 1, 0).toBuilder().probability(.5);
    assertEquals(1 - .5 * .25, half.build().expectedKeptFraction(shape), 1e-15);
    assertEquals(1 - .5 * .75, half.inverse(true).build().expectedKeptFraction(shape), 1e-15);
    HolesBuilder two = Holes.bars(MapAxis.WIDTH, 2, 1, 1, 0).toBuilder();
    assertEquals(9 / 16.0, two.build().expectedKeptFraction(shape), 1e-15);
    two.holes(0, 2);
    assertEquals((1 + .75 + 9 / 16.0) / 3, two.build().expectedKeptFraction(shape), 1e-15);
  }

  /** Positions far from the edges form one term, so long axes cost nothing. */
  @Test
  void longAxesHaveARateToo() {
    Shape shape = Shape.ncw(1, 1, 1_000_000_000);
    double kept = Holes.bars(MapAxis.WIDTH, 3, 0, 100, 0).expectedKeptFraction(shape);
    assertEquals(1 - 3 * 50e-9, kept, 1e-12);
  }

  /** The number of holes may have the whole range of an int. */
  @Test
  void anyRangeOfTheNumberHasARate() {
    Shape shape = Shape.ncw(1, 1, 1_000_000_000);
    HolesBuilder holes = Holes.bars(MapAxis.WIDTH, 0, 1, 1, 0).toBuilder();
    double kept = holes.holes(0, Integer.MAX_VALUE).build().expectedKeptFraction(shape);
    double mean = (1 - Math.exp(-2.147483648)) / 2.147483648;
    assertEquals(mean, kept, 1e-8);
  }
}
