package io.github.dropblock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.dropblock.oracle.HolesConfigurations;
import io.github.dropblock.schedule.KeepProbSchedule;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Configurations, schedules, masks and states through maps, JSON text and bytes. */
class MapRoundTripProperties extends MaskSetups {
  @Provide
  Arbitrary<BlockSize> blockSizes() {
    Arbitrary<Integer> lengths = Arbitraries.integers().greaterOrEqual(1);
    return Arbitraries.oneOf(
        Arbitraries.doubles().between(0, false, 1, true).map(BlockSize::ratio),
        lengths.map(BlockSize::square),
        lengths.tuple3().map(t -> BlockSize.of(t.get1(), t.get2(), t.get3())));
  }

  @Provide
  Arbitrary<HoleSize> holeSizes() {
    return Arbitraries.oneOf(
        blockSizes().map(HoleSize::of),
        HolesConfigurations.sizes(),
        Arbitraries.of(HoleSize.area(Double.MIN_VALUE, 1, 1e-6, 1e6)));
  }

  @Property(tries = 300)
  void regularizers(
      @ForAll("setups") MaskSetup setup,
      @ForAll("blockSizes") BlockSize size,
      @ForAll("holeSizes") HoleSize holeSize,
      @ForAll JsonDialect json) {
    assumeThatNumbersFit(setup, json);
    assertRoundTrip(setup.regularizer(), json);
    CommonChoices common = setup.regularizer().common;
    assertRoundTrip(AlphaDropout.of(1 / 3.0, setup.step()), json);
    assertRoundTrip(
        AlphaDropout.ofPlanes(.5, 1)
            .withFill(Fill.constant(.1f))
            .withNormalization(Normalization.NONE),
        json);
    assertRoundTrip(new Cutout(Integer.MAX_VALUE, size, common), json);
    Holes.Choices holes = Holes.builder().size(holeSize).holes(0, Integer.MAX_VALUE).choices();
    assertRoundTrip(new Holes(holes, common), json);
    assertRoundTrip(Patches.exactly(size, 1 / 3.0, 5), json);
    assertRoundTrip(GridMask.of(1, 1 << 20, 1 / 3.0, -5).withProbability(1 / 7.0), json);
    assertRoundTrip(
        new DropBlock(
            DropBlockBuilder.Choices.PAPER.withBlockSize(size).withGammaScale(1 / 3.0), common),
        json);
  }

  private static void assertRoundTrip(Regularizer expected, JsonDialect json) {
    Map<String, Object> map = expected.toMap();
    for (Regularizer actual :
        List.of(
            Regularizer.fromMap(map),
            Regularizer.fromMap(json.roundTrip(map)),
            Regularizer.fromBytes(expected.toBytes()))) {
      assertEquals(expected, actual);
      assertEquals(expected.hashCode(), actual.hashCode());
      assertEquals(expected.getClass(), actual.getClass());
      assertEquals(map, actual.toMap());
      assertEquals(expected.toString(), actual.toString());
    }
  }

  /** What is read draws what was written. */
  @Property(tries = 150)
  void regularizersDrawAlike(@ForAll("setups") MaskSetup setup, @ForAll JsonDialect json) {
    assumeThatNumbersFit(setup, json);
    Regularizer read = Regularizer.fromMap(json.roundTrip(setup.regularizer().toMap()));
    DropMask mask = read.sample(setup.shape(), setup.step(), setup.firstSample());
    assertSame(setup, setup.mask(), mask);
  }

  @Property(tries = 300)
  void masks(@ForAll("setups") MaskSetup setup, @ForAll JsonDialect json) {
    assumeThatNumbersFit(setup, json);
    DropMask mask = setup.mask();
    assertSame(setup, mask, DropMask.fromMap(mask.toMap()));
    assertSame(setup, mask, DropMask.fromMap(json.roundTrip(mask.toMap())));
    DropMask read = DropMask.fromBytes(mask.toBytes());
    assertSame(setup, mask, read);
    assertArrayEquals(mask.toBytes(), DropMask.fromBytes(mask.toBytes()).toBytes());
    setup.regularizer().sampleInto(read, 1);
    assertSame(setup, setup.regularizer().sample(setup.shape(), 1), read);
  }

  @Property(tries = 50)
  void masksOfParts(@ForAll("setups") MaskSetup any, @ForAll JsonDialect json) {
    assumeThatNumbersFit(any, json);
    MaskSetup setup = any.with(Normalization.TENSOR);
    DropMask part = setup.mask().withTotals(1L << 40, 1L << 41);
    assertEquals(2f, part.scale());
    assertSame(setup, part, DropMask.fromMap(json.roundTrip(part.toMap())));
    assertSame(setup, part, DropMask.fromBytes(part.toBytes()));
    assertEquals(3f, DropMask.fromBytes(part.toBytes()).withTotals(1L << 40, 3L << 40).scale());
  }

  /** A BigDecimal has no negative zero. */
  private static void assumeThatNumbersFit(MaskSetup setup, JsonDialect json) {
    boolean negativeZero = setup.regularizer().common.fill().equals(Fill.constant(-0f));
    Assume.that(!negativeZero || json != JsonDialect.BIG);
  }

  private static void assertSame(MaskSetup setup, DropMask expected, DropMask actual) {
    Tensor x = setup.input();
    assertEquals(expected.toTensor(), actual.toTensor());
    assertEquals(expected.toString(), actual.toString());
    assertEquals(expected.hasFill(), actual.hasFill());
    assertEquals(expected.apply(x), actual.apply(x));
    assertEquals(expected.backward(x), actual.backward(x));
    FloatBuffer fill = FloatBuffer.allocate(setup.shape().size());
    FloatBuffer fillRead = FloatBuffer.allocate(setup.shape().size());
    expected.writeFill(fill);
    actual.writeFill(fillRead);
    assertArrayEquals(fill.array(), fillRead.array());
  }

  /** A factor may be larger than any float: nothing is ever kept by such a probability. */
  @Example
  void aMaskWhoseExpectedKeptFractionIsTiny() {
    for (double keepProb : new double[] {1e-30, 1e-45, Double.MIN_VALUE}) {
      DropMask mask = Dropout.of(keepProb, 1).sample(Shape.ncw(1, 2, 9), 0);
      DropMask read = DropMask.fromBytes(mask.toBytes());
      assertEquals(mask.toString(), read.toString());
    }
  }

  @Property(tries = 200)
  void states(
      @ForAll long seed,
      @ForAll @LongRange(min = 0) long step,
      @ForAll @IntRange(min = 0) int use,
      @ForAll boolean told,
      @ForAll JsonDialect json) {
    LayerState state = new LayerState(seed, step, told ? use : 0, step / 3, told);
    assertEquals(state, LayerState.fromMap(state.toMap()));
    assertEquals(state, LayerState.fromMap(json.roundTrip(state.toMap())));
    assertEquals(state, LayerState.fromBytes(state.toBytes()));
  }

  @Property(tries = 50)
  void schedules(@ForAll JsonDialect json) {
    KeepProbSchedule cosine = KeepProbSchedule.cosine(1, .1, Long.MAX_VALUE);
    for (KeepProbSchedule schedule :
        List.of(
            cosine,
            KeepProbSchedule.constant(1 / 3.0),
            KeepProbSchedule.linear(1, .9, (1L << 53) + 1),
            KeepProbSchedule.polynomial(0, 1, 7, 1e-9),
            KeepProbSchedule.polynomial(0, 1, 7, 1),
            KeepProbSchedule.step(new double[] {1}, new long[0]),
            KeepProbSchedule.step(new double[] {1, .5, 0}, new long[] {1, Long.MAX_VALUE}),
            KeepProbSchedule.warmup(0, cosine),
            cosine.forGroup(1, Integer.MAX_VALUE),
            cosine.forDepth(0, 1),
            KeepProbSchedule.warmup(9, cosine.forDepth(3, Integer.MAX_VALUE)).forDepth(2, 2),
            KeepProbSchedule.warmup(9, cosine.forGroup(3, 4)).forGroup(1, 2))) {
      Map<String, Object> map = schedule.toMap();
      assertEquals(schedule, KeepProbSchedule.fromMap(map));
      assertEquals(schedule, KeepProbSchedule.fromBytes(schedule.toBytes()));
      KeepProbSchedule read = KeepProbSchedule.fromMap(json.roundTrip(map));
      assertEquals(schedule, read);
      assertEquals(map, read.toMap());
      assertEquals(schedule.toString(), read.toString());
    }
  }

  /** As deep as anyone nests; and a schedule of the caller's own has no map. */
  @Example
  void nestedAndForeignSchedules() {
    KeepProbSchedule schedule = KeepProbSchedule.constant(.5);
    for (int depth = 1; depth < 8; depth++) {
      schedule = KeepProbSchedule.warmup(depth, schedule);
      assertEquals(schedule, KeepProbSchedule.fromMap(schedule.toMap()));
    }
    KeepProbSchedule foreign = step -> .5;
    assertThrows(
        UnsupportedOperationException.class, () -> KeepProbSchedule.warmup(1, foreign).toMap());
  }
}
