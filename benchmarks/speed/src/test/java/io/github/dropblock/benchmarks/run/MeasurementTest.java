package io.github.dropblock.benchmarks.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.benchmarks.plan.Row;
import io.github.dropblock.benchmarks.plan.Setting;
import io.github.dropblock.benchmarks.plan.Shapes;
import io.github.dropblock.benchmarks.plan.Work;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  private static final Row OUT = new Row(Work.OUT, Shapes.MEDIUM, Setting.PAPER);

  @Test
  void theFastestLoopOfTheFormIsTheLimit() {
    Map<Work, Double> out =
        Map.of(Work.COPY, 10.0, Work.LOOP_COPY, 12.0, Work.PRODUCT, 9.0, Work.VECTOR_PRODUCT, 11.0);
    assertEquals(new Limit(10, Work.PRODUCT, 9), Limit.of(out, false));
    Map<Work, Double> copyWins = Map.of(Work.COPY, 8.0, Work.PRODUCT, 9.0);
    assertEquals(new Limit(8, Work.COPY, 8), Limit.of(copyWins, false));
  }

  @Test
  void aCopyIsNoLimitInPlaceEvenIfItIsFaster() {
    Map<Work, Double> inPlace =
        Map.of(Work.COPY, 3.0, Work.PRODUCT_IN_PLACE, 5.0, Work.VECTOR_PRODUCT_IN_PLACE, 4.0);
    assertEquals(new Limit(3, Work.VECTOR_PRODUCT_IN_PLACE, 4), Limit.of(inPlace, true));
  }

  /** A burst of other work slows a row and its limit alike. */
  @Test
  void ratiosAreMediansOfTheRatiosOfEachRound() {
    Measurement measured =
        Measurement.of(
            OUT,
            List.of(
                round(10, 0, Work.PRODUCT, 10, 20),
                round(90, 0, Work.PRODUCT, 30, 30),
                round(20, 0, Work.COPY, 10, 10)));
    assertEquals(20, measured.nanos());
    assertEquals(2, measured.limits());
    assertEquals(1, measured.leastLimits());
    assertEquals(3, measured.mostLimits());
    assertEquals(2, measured.copies());
    assertEquals(Work.PRODUCT, measured.limit());
  }

  @Test
  void bytesAreTheLeastOfAllRounds() {
    Measurement measured =
        Measurement.of(
            OUT, List.of(round(10, 400, Work.COPY, 10, 10), round(10, 24, Work.COPY, 10, 10)));
    assertEquals(24, measured.bytesPerCall());
  }

  @Test
  void aTimeThatIsNoNumberIsNotFinite() {
    assertTrue(Measurement.of(OUT, List.of(round(10, 0, Work.COPY, 10, 10))).isFinite());
    assertFalse(Measurement.of(OUT, List.of(round(Double.NaN, 0, Work.COPY, 9, 9))).isFinite());
    assertFalse(Measurement.of(OUT, List.of(round(10, 0, Work.COPY, 0, 10))).isFinite());
    assertFalse(Measurement.of(OUT, List.of(round(10, -1, Work.COPY, 9, 9))).isFinite());
  }

  private static Round round(
      double nanos, double bytes, Work limit, double limitNanos, double copy) {
    return new Round(new Visit(nanos, bytes), new Limit(copy, limit, limitNanos));
  }
}
