package io.github.dropblock.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;

/** What holds for a schedule of any kind at any step. */
class KeepProbScheduleProperties {
  private static final double ROUNDING = 1e-15;

  /** Every double from 0 to 1 in principle, the ends and the numbers next to them often. */
  private static Arbitrary<Double> probabilities() {
    return Arbitraries.oneOf(
        Arbitraries.of(0.0, 1.0, Double.MIN_VALUE, 0x1p-53, Math.nextDown(1.0), 0.1, 0.9),
        Arbitraries.randomValue(random -> random.nextDouble()));
  }

  private static Arbitrary<Long> lengths() {
    return Arbitraries.oneOf(
        Arbitraries.longs().between(1, 1000), Arbitraries.longs().between(1, Long.MAX_VALUE));
  }

  private static Arbitrary<KeepProbSchedule> ramps(
      BiFunction<Ramp, Double, KeepProbSchedule> kind) {
    Arbitrary<Ramp> ramp =
        Combinators.combine(probabilities(), probabilities(), lengths()).as(Ramp::new);
    Arbitrary<Double> power = Arbitraries.of(0.01, 0.5, 1.0, 2.0, 3.7, 100.0);
    return Combinators.combine(ramp, power).as(kind::apply);
  }

  @Provide
  Arbitrary<KeepProbSchedule> monotone() {
    return Arbitraries.oneOf(
        probabilities().map(KeepProbSchedule::constant),
        ramps((r, power) -> KeepProbSchedule.linear(r.from(), r.to(), r.totalSteps())),
        ramps((r, power) -> KeepProbSchedule.cosine(r.from(), r.to(), r.totalSteps())),
        ramps((r, power) -> KeepProbSchedule.polynomial(r.from(), r.to(), r.totalSteps(), power)));
  }

  @Provide
  Arbitrary<KeepProbSchedule> schedules() {
    Arbitrary<KeepProbSchedule> steps =
        Combinators.combine(probabilities(), probabilities(), lengths())
            .as((a, b, at) -> KeepProbSchedule.step(new double[] {a, b}, new long[] {at}));
    Arbitrary<KeepProbSchedule> simple = Arbitraries.oneOf(monotone(), steps);
    return Arbitraries.oneOf(
        simple,
        Combinators.combine(lengths(), simple).as(KeepProbSchedule::warmup),
        Combinators.combine(simple, Arbitraries.integers().between(1, 40))
            .as((schedule, group) -> schedule.forGroup(group, 40)),
        Combinators.combine(simple, Arbitraries.integers().between(0, 37))
            .as((schedule, layer) -> schedule.forDepth(layer, 37)));
  }

  @Provide
  Arbitrary<Long> steps() {
    return Arbitraries.oneOf(Arbitraries.longs().between(-10, 1010), Arbitraries.longs());
  }

  @Property
  void everyValueIsAProbability(
      @ForAll("schedules") KeepProbSchedule schedule, @ForAll("steps") long step) {
    double keepProb = schedule.at(step);
    assertTrue(keepProb >= 0 && keepProb <= 1, () -> "keepProb " + keepProb);
  }

  @Property
  void rampsAreMonotoneUpToRounding(
      @ForAll("monotone") KeepProbSchedule schedule,
      @ForAll("steps") long a,
      @ForAll("steps") long b) {
    double direction = Math.signum(schedule.at(Long.MAX_VALUE) - schedule.at(0));
    double early = schedule.at(Math.min(a, b));
    double late = schedule.at(Math.max(a, b));
    assertTrue(direction * (late - early) >= -ROUNDING, () -> early + " then " + late);
  }

  @Property
  void rampsStayBetweenTheirEnds(
      @ForAll("monotone") KeepProbSchedule schedule, @ForAll("steps") long step) {
    double first = schedule.at(0);
    double last = schedule.at(Long.MAX_VALUE);
    double value = schedule.at(step);
    assertTrue(
        value >= Math.min(first, last) && value <= Math.max(first, last),
        () -> value + " is not between " + first + " and " + last);
  }

  @Property(tries = 200)
  void valuesDoNotDependOnTheOrderOfQuestions(
      @ForAll("schedules") KeepProbSchedule schedule, @ForAll List<@From("steps") Long> steps) {
    TreeMap<Long, Double> values = new TreeMap<>();
    for (long step : steps) {
      values.put(step, schedule.at(step));
    }
    values.forEach((step, value) -> assertEquals(value, schedule.at(step)));
  }

  @Property
  void rampsFollowTheirFormulas(
      @ForAll @DoubleRange(min = 0, max = 1) double from,
      @ForAll @DoubleRange(min = 0, max = 1) double to,
      @ForAll @LongRange(min = 1, max = 1_000_000) long total,
      @ForAll @LongRange(min = 0, max = 1_000_000) long step) {
    double t = Math.min(1, (double) step / total);
    assertEquals(
        from + (to - from) * t, KeepProbSchedule.linear(from, to, total).at(step), ROUNDING);
    assertEquals(
        to + (from - to) * (1 + Math.cos(Math.PI * t)) / 2,
        KeepProbSchedule.cosine(from, to, total).at(step),
        ROUNDING);
    assertEquals(
        from + (to - from) * Math.pow(t, 2.5),
        KeepProbSchedule.polynomial(from, to, total, 2.5).at(step),
        ROUNDING);
  }
}
