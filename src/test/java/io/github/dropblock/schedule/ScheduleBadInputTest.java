package io.github.dropblock.schedule;

import static io.github.dropblock.internal.check.Rejections.rejected;

import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Bad arguments of schedules: the message names the parameter, the range and the value. */
class ScheduleBadInputTest {
  private static final double NAN = Double.NaN;

  @TestFactory
  List<DynamicTest> constant() {
    String range = "keepProb must be in [0, 1]: ";
    return List.of(
        rejected("below", range + "-0.1", () -> KeepProbSchedule.constant(-0.1)),
        rejected("above", range + "1.1", () -> KeepProbSchedule.constant(1.1)),
        rejected("NaN", range + "NaN", () -> KeepProbSchedule.constant(NAN)));
  }

  @TestFactory
  List<DynamicTest> linear() {
    return List.of(
        rejected(
            "from", "from must be in [0, 1]: 1.1", () -> KeepProbSchedule.linear(1.1, 0.9, 10)),
        rejected(
            "from NaN", "from must be in [0, 1]: NaN", () -> KeepProbSchedule.linear(NAN, 0.9, 10)),
        rejected("to", "to must be in [0, 1]: -0.9", () -> KeepProbSchedule.linear(1, -0.9, 10)),
        rejected("to NaN", "to must be in [0, 1]: NaN", () -> KeepProbSchedule.linear(1, NAN, 10)),
        rejected("zero", "totalSteps must be >= 1: 0", () -> KeepProbSchedule.linear(1, 0.9, 0)),
        rejected(
            "negative",
            "totalSteps must be >= 1: -9223372036854775808",
            () -> KeepProbSchedule.linear(1, 0.9, Long.MIN_VALUE)));
  }

  @TestFactory
  List<DynamicTest> cosine() {
    return List.of(
        rejected("from", "from must be in [0, 1]: 2.0", () -> KeepProbSchedule.cosine(2, 0.9, 10)),
        rejected("to", "to must be in [0, 1]: NaN", () -> KeepProbSchedule.cosine(1, NAN, 10)),
        rejected("zero", "totalSteps must be >= 1: 0", () -> KeepProbSchedule.cosine(1, 0.9, 0)));
  }

  @TestFactory
  List<DynamicTest> polynomial() {
    String range = "power must be finite and > 0: ";
    return List.of(
        rejected("from", "from must be in [0, 1]: 2.0", () -> polynomial(2, 0.9, 10, 1)),
        rejected("to", "to must be in [0, 1]: NaN", () -> polynomial(1, NAN, 10, 1)),
        rejected("zero steps", "totalSteps must be >= 1: 0", () -> polynomial(1, 0.9, 0, 1)),
        rejected("power 0", range + "0.0", () -> polynomial(1, 0.9, 10, 0)),
        rejected("power < 0", range + "-2.0", () -> polynomial(1, 0.9, 10, -2)),
        rejected("power NaN", range + "NaN", () -> polynomial(1, 0.9, 10, NAN)),
        rejected("power infinite", range + "Infinity", () -> polynomial(1, 0.9, 10, 1 / 0.0)));
  }

  private static void polynomial(double from, double to, long totalSteps, double power) {
    KeepProbSchedule.polynomial(from, to, totalSteps, power);
  }

  @TestFactory
  List<DynamicTest> step() {
    double[] three = {1, 0.95, 0.9};
    String lengths = "keepProbs.length must be boundaries.length + 1 = ";
    return List.of(
        rejected("no values", "keepProbs must not be null", () -> step(null)),
        rejected(
            "no boundaries",
            "boundaries must not be null",
            () -> KeepProbSchedule.step(three, null)),
        rejected("too many", lengths + "2: 3", () -> step(three, 10)),
        rejected("too few", lengths + "4: 3", () -> step(three, 10, 20, 30)),
        rejected("empty", lengths + "1: 0", () -> step(new double[0])),
        rejected(
            "value above",
            "keepProbs[1] must be in [0, 1]: 1.5",
            () -> step(new double[] {1, 1.5}, 10)),
        rejected(
            "value NaN", "keepProbs[0] must be in [0, 1]: NaN", () -> step(new double[] {NAN})),
        rejected("boundary 0", "boundaries[0] must be > 0: 0", () -> step(three, 0, 10)),
        rejected("equal", "boundaries[1] must be > 10: 10", () -> step(three, 10, 10)),
        rejected("falling", "boundaries[1] must be > 10: 9", () -> step(three, 10, 9)));
  }

  private static void step(double[] keepProbs, long... boundaries) {
    KeepProbSchedule.step(keepProbs, boundaries);
  }

  @TestFactory
  List<DynamicTest> warmup() {
    KeepProbSchedule then = KeepProbSchedule.constant(0.9);
    return List.of(
        rejected(
            "negative", "warmupSteps must be >= 0: -1", () -> KeepProbSchedule.warmup(-1, then)),
        rejected("null", "then must not be null", () -> KeepProbSchedule.warmup(1, null)));
  }

  @TestFactory
  List<DynamicTest> forDepth() {
    KeepProbSchedule schedule = KeepProbSchedule.constant(0.9);
    return List.of(
        rejected("no layers", "layers must be >= 1: 0", () -> schedule.forDepth(0, 0)),
        rejected("layer -1", "layer must be in [0, 12]: -1", () -> schedule.forDepth(-1, 12)),
        rejected("layer 13", "layer must be in [0, 12]: 13", () -> schedule.forDepth(13, 12)));
  }

  @TestFactory
  List<DynamicTest> forGroup() {
    KeepProbSchedule schedule = KeepProbSchedule.constant(0.9);
    return List.of(
        rejected("no groups", "groups must be >= 1: 0", () -> schedule.forGroup(0, 0)),
        rejected("group 0", "group must be in [1, 4]: 0", () -> schedule.forGroup(0, 4)),
        rejected("group 5", "group must be in [1, 4]: 5", () -> schedule.forGroup(5, 4)));
  }
}
