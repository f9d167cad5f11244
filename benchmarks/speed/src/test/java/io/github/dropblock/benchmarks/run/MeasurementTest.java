package io.github.dropblock.benchmarks.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.dropblock.benchmarks.plan.Row;
import io.github.dropblock.benchmarks.plan.Setting;
import io.github.dropblock.benchmarks.plan.Shapes;
import io.github.dropblock.benchmarks.plan.Work;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasurementTest {
  private static final Row OUT = new Row(Work.OUT, Shapes.MEDIUM, Setting.PAPER);

  @Test
  void theFastestLoopOfTheFormIsTheLimit() {
    Map<Work, Visit> out =
        Map.of(
            Work.COPY, visit(10),
            Work.LOOP_COPY, visit(12),
            Work.PRODUCT, visit(9),
            Work.VECTOR_PRODUCT, visit(11));
    assertEquals(new Limit(visit(10), Work.PRODUCT, 9), Limit.of(out, false));
    Map<Work, Visit> copyWins = Map.of(Work.COPY, visit(8), Work.PRODUCT, visit(9));
    assertEquals(new Limit(visit(8), Work.COPY, 8), Limit.of(copyWins, false));
  }

  @Test
  void aCopyIsNoLimitInPlaceEvenIfItIsFaster() {
    Map<Work, Visit> inPlace =
        Map.of(
            Work.COPY, visit(3),
            Work.PRODUCT_IN_PLACE, visit(5),
            Work.VECTOR_PRODUCT_IN_PLACE, visit(4));
    assertEquals(new Limit(visit(3), Work.VECTOR_PRODUCT_IN_PLACE, 4), Limit.of(inPlace, true));
  }

  /** A burst of other work slows a row and its limit alike. */
  @Test
  void ratiosAreMediansOfTheRatiosOfEachRound() {
    Measurement measured =
        Measurement.of(
            OUT,
            List.of(
                round(visit(10), Work.PRODUCT, 10, 20),
                round(visit(90), Work.PRODUCT, 30, 30),
                round(visit(20), Work.COPY, 10, 10)));
    assertEquals(20, measured.nanos());
    assertEquals(10, measured.leastNanos());
    assertEquals(2, measured.limits());
    assertEquals(1, measured.leastLimits());
    assertEquals(3, measured.mostLimits());
    assertEquals(2, measured.copies());
    assertEquals(Work.PRODUCT, measured.limit());
  }

  /** The copies allocate 100 bytes in an iteration, which are JMH's. */
  @Test
  void bytesAreTheLeastOfAllRoundsWithoutThoseOfTheCopy() {
    assertEquals(24, bytesPerCall(2100, 340));
    assertEquals(0, bytesPerCall(90));
  }

  @Test
  void aTimeThatIsNoNumberIsNotFinite() {
    assertTrue(measured(10, 9).isFinite());
    assertFalse(measured(Double.NaN, 9).isFinite());
    assertFalse(measured(10, 0).isFinite());
    assertFalse(measured(0, 9).isFinite());
  }

  private static double bytesPerCall(long... bytesOfTenCalls) {
    List<Round> rounds =
        Arrays.stream(bytesOfTenCalls)
            .mapToObj(bytes -> round(new Visit(10, 10, bytes), Work.COPY, 10, 10))
            .toList();
    return Measurement.of(OUT, rounds).bytesPerCall();
  }

  private static Measurement measured(double nanos, double limit) {
    return Measurement.of(OUT, List.of(round(visit(nanos), Work.PRODUCT, limit, 10)));
  }

  private static Round round(Visit visit, Work limit, double limitNanos, double copyNanos) {
    return new Round(visit, new Limit(visit(copyNanos), limit, limitNanos));
  }

  private static Visit visit(double nanos) {
    return new Visit(nanos, 10, 100);
  }
}
