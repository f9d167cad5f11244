package io.github.dropblock.schedule;

import io.github.dropblock.internal.check.Check;
import io.github.dropblock.internal.codec.MapBytes;
import java.util.Map;

/**
 * Function that gives keepProb for each training step.
 *
 * <p>A schedule is a pure function without a position. So there is nothing to save, to lose when
 * training is resumed, or to advance by mistake during evaluation. Before its first step and after
 * its last one, a schedule keeps its end values. Results are the same on every JVM ({@link
 * StrictMath}), since masks depend on them.
 *
 * <p>The DropBlock paper (section 4.1, "scheduled DropBlock") uses {@code linear(1.0, keepProb,
 * totalSteps)}.
 *
 * @see <a href="https://arxiv.org/abs/1810.12890">Ghiasi, Lin and Le, "DropBlock: A regularization
 *     method for convolutional networks", NeurIPS 2018</a>
 * @since 0.1.0
 */
@FunctionalInterface
public interface KeepProbSchedule {
  /**
   * Returns the keep probability at a step.
   *
   * @param step the training step, counted from 0; negative steps give the first value
   * @return keepProb in [0, 1]
   */
  double at(long step);

  /**
   * Returns a schedule with the same value at each step.
   *
   * @param keepProb in [0, 1]
   * @return the schedule
   * @throws IllegalArgumentException if {@code keepProb} is out of range
   */
  static KeepProbSchedule constant(double keepProb) {
    return new ConstantSchedule(keepProb);
  }

  /**
   * Moves in a straight line: {@code from + (to - from) * t}, with {@code t = step / totalSteps}.
   *
   * @param from keepProb at step 0, in [0, 1]
   * @param to keepProb at step {@code totalSteps} and after, in [0, 1]
   * @param totalSteps number of steps of the transition, at least 1
   * @return the schedule
   * @throws IllegalArgumentException if an argument is out of range
   */
  static KeepProbSchedule linear(double from, double to, long totalSteps) {
    return new LinearSchedule(new Ramp(from, to, totalSteps));
  }

  /**
   * Moves along half a cosine: {@code to + (from - to) * (1 + cos(pi * t)) / 2}, with {@code t =
   * step / totalSteps}.
   *
   * @param from keepProb at step 0, in [0, 1]
   * @param to keepProb at step {@code totalSteps} and after, in [0, 1]
   * @param totalSteps number of steps of the transition, at least 1
   * @return the schedule
   * @throws IllegalArgumentException if an argument is out of range
   */
  static KeepProbSchedule cosine(double from, double to, long totalSteps) {
    return new CosineSchedule(new Ramp(from, to, totalSteps));
  }

  /**
   * Moves along a power: {@code from + (to - from) * t^power}, with {@code t = step / totalSteps}.
   *
   * @param from keepProb at step 0, in [0, 1]
   * @param to keepProb at step {@code totalSteps} and after, in [0, 1]
   * @param totalSteps number of steps of the transition, at least 1
   * @param power the exponent, greater than 0; 1 is linear, more than 1 starts slowly
   * @return the schedule
   * @throws IllegalArgumentException if an argument is out of range
   */
  static KeepProbSchedule polynomial(double from, double to, long totalSteps, double power) {
    return new PolynomialSchedule(new Ramp(from, to, totalSteps), power);
  }

  /**
   * Changes at given steps: the value is {@code keepProbs[i]} before step {@code boundaries[i]},
   * and the last of {@code keepProbs} at the last boundary and after.
   *
   * @param keepProbs the values, each in [0, 1], one more than there are boundaries
   * @param boundaries the steps at which the value changes, at least 1 and strictly increasing
   * @return the schedule
   * @throws IllegalArgumentException if an argument is null or out of range, or the lengths do not
   *     match
   */
  static KeepProbSchedule step(double[] keepProbs, long[] boundaries) {
    return new StepSchedule(keepProbs, boundaries);
  }

  /**
   * Moves linearly from 1 to {@code then.at(0)}, then follows {@code then} from its step 0. If
   * {@code then} starts at 1, nothing is dropped during the warm-up.
   *
   * @param warmupSteps number of steps of the ramp, at least 0
   * @param then the schedule after the warm-up
   * @return the schedule
   * @throws IllegalArgumentException if {@code warmupSteps} is negative or {@code then} is null
   */
  static KeepProbSchedule warmup(long warmupSteps, KeepProbSchedule then) {
    return new WarmupSchedule(warmupSteps, then);
  }

  /**
   * Derives the schedule of one group of residual blocks: {@code 1 - (1 - keepProb) / 4^(groups -
   * group)}.
   *
   * <p>The DropBlock paper (section 4.1) divides gamma by 4 in group 3 of ResNet-50's four groups,
   * where maps are larger and features less semantic. The last group gets keepProb itself.
   *
   * @param group the group, counted from 1, in [1, groups]
   * @param groups number of groups, at least 1
   * @return the schedule of that group
   * @throws IllegalArgumentException if an argument is out of range
   */
  default KeepProbSchedule forGroup(int group, int groups) {
    Check.atLeast("groups", groups, 1);
    Check.inRange("group", group, 1, groups);
    return new GroupSchedule(this, group, groups);
  }

  /**
   * Derives the schedule of one of several layers, such as residual blocks with {@code DropPath}:
   * {@code 1 - (1 - keepProb) * layer / layers}.
   *
   * <p>This is the linear decay of Huang et al. (section 3), who count residual blocks from 1. The
   * last layer gets keepProb itself, and layer 0 keeps everything.
   *
   * @param layer the layer, in [0, layers]
   * @param layers number of layers, at least 1
   * @return the schedule of that layer
   * @throws IllegalArgumentException if an argument is out of range
   * @see <a href="https://arxiv.org/abs/1603.09382">Huang et al., "Deep networks with stochastic
   *     depth", ECCV 2016</a>
   */
  default KeepProbSchedule forDepth(int layer, int layers) {
    Check.atLeast("layers", layers, 1);
    Check.inRange("layer", layer, 0, layers);
    return new DepthSchedule(this, layer, layers);
  }

  /**
   * Writes the schedule as a map of strings, numbers, lists and maps, ready for any JSON library.
   * Only the schedules of this interface have a map form.
   *
   * @return a new map
   * @throws UnsupportedOperationException if the schedule is not one of this interface's own, or
   *     more than 8 are nested
   */
  default Map<String, Object> toMap() {
    throw new UnsupportedOperationException(
        "only the library's own schedules go to a map: " + getClass().getName());
  }

  /**
   * Reads a schedule from what {@link #toMap} returned, for instance after a round trip through
   * JSON.
   *
   * @param map the map
   * @return the schedule
   * @throws IllegalArgumentException if the map is null, or a value is missing, unknown or out of
   *     range
   */
  static KeepProbSchedule fromMap(Map<String, ?> map) {
    return ScheduleFormat.read(map);
  }

  /**
   * Writes the schedule as bytes, with a checksum.
   *
   * @return a new array
   * @throws UnsupportedOperationException if the schedule is not one of this interface's own, or
   *     more than 8 are nested
   */
  default byte[] toBytes() {
    return MapBytes.write(toMap());
  }

  /**
   * Reads a schedule from what {@link #toBytes} returned.
   *
   * @param bytes the bytes; not modified
   * @return the schedule
   * @throws IllegalArgumentException if the bytes are null, damaged or of another version
   */
  static KeepProbSchedule fromBytes(byte[] bytes) {
    return fromMap(MapBytes.read(bytes));
  }
}
