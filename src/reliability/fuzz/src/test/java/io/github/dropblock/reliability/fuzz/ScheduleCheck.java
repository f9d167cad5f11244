package io.github.dropblock.reliability.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** Schedules of any numbers: rejected, or a probability at each step. */
final class ScheduleCheck {
  /** As many are read. */
  private static final int MAX_NESTED = 8;

  private ScheduleCheck() {}

  static void check(FuzzedDataProvider data) {
    schedule(data)
        .ifPresent(
            schedule -> {
              Kind.SCHEDULES.checkRoundTrips(schedule);
              checkRange(schedule, Draws.anyLong(data));
              KeepProbSchedule copy = KeepProbSchedule.fromBytes(schedule.toBytes());
              long step = Draws.counter(data);
              assertEquals(schedule.at(step), copy.at(step));
            });
  }

  static void checkRange(KeepProbSchedule schedule, long step) {
    LongStream.of(step, 0, 1, -1, Long.MIN_VALUE, Long.MAX_VALUE)
        .mapToDouble(schedule::at)
        .forEach(at -> assertTrue(at >= 0 && at <= 1, () -> at + " of " + schedule));
  }

  private static Optional<KeepProbSchedule> schedule(FuzzedDataProvider data) {
    Optional<KeepProbSchedule> schedule = simple(data);
    int wrappings = data.consumeInt(0, MAX_NESTED - 1);
    for (int i = 0; i < wrappings; i++) {
      schedule = schedule.flatMap(inner -> wrapped(data, inner));
    }
    return schedule;
  }

  private static Optional<KeepProbSchedule> simple(FuzzedDataProvider data) {
    double from = Draws.probability(data);
    double to = Draws.probability(data);
    long steps = Draws.counter(data);
    double power = Draws.anyDouble(data);
    boolean ramp = isProbability(from) && isProbability(to) && steps >= 1;
    String[] names = {"from", "to", "totalSteps", "power"};
    return switch (data.consumeInt(0, 4)) {
      case 0 -> Attempt.of(isProbability(from), () -> KeepProbSchedule.constant(from), "keepProb");
      case 1 -> Attempt.of(ramp, () -> KeepProbSchedule.linear(from, to, steps), names);
      case 2 -> Attempt.of(ramp, () -> KeepProbSchedule.cosine(from, to, steps), names);
      case 3 ->
          Attempt.of(
              ramp && power > 0 && power < Double.POSITIVE_INFINITY,
              () -> KeepProbSchedule.polynomial(from, to, steps, power),
              names);
      default -> step(data);
    };
  }

  private static boolean isProbability(double value) {
    return value >= 0 && value <= 1;
  }

  private static Optional<KeepProbSchedule> step(FuzzedDataProvider data) {
    int count = data.consumeInt(0, 5);
    double[] values =
        DoubleStream.generate(() -> Draws.probability(data))
            .limit(Draws.oneIn(8, data) ? data.consumeInt(0, 6) : count + 1)
            .toArray();
    long[] steps = new long[count];
    boolean allowed =
        values.length == count + 1
            && DoubleStream.of(values).allMatch(ScheduleCheck::isProbability);
    long previous = 0;
    for (int i = 0; i < count; i++) {
      steps[i] = Draws.oneIn(8, data) ? Draws.anyLong(data) : previous + data.consumeInt(0, 100);
      allowed &= steps[i] > previous;
      previous = steps[i];
    }
    return Attempt.of(
        allowed, () -> KeepProbSchedule.step(values, steps), "keepProbs", "boundaries");
  }

  private static Optional<KeepProbSchedule> wrapped(
      FuzzedDataProvider data, KeepProbSchedule inner) {
    if (data.consumeBoolean()) {
      long warmup = Draws.counter(data);
      return Attempt.of(warmup >= 0, () -> KeepProbSchedule.warmup(warmup, inner), "warmupSteps");
    }
    int groups = Draws.length(data);
    int group = Draws.oneIn(4, data) ? Draws.anyInt(data) : data.consumeInt(1, 4);
    return Attempt.of(
        groups >= 1 && group >= 1 && group <= groups, () -> inner.forGroup(group, groups), "group");
  }
}
