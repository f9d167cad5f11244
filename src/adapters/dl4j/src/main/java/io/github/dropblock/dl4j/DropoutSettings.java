package io.github.dropblock.dl4j;

import io.github.dropblock.KeepProbRegularizer;
import io.github.dropblock.Regularizer;
import io.github.dropblock.ScheduledRegularizer;
import io.github.dropblock.schedule.KeepProbSchedule;
import java.util.Map;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.linalg.schedule.ScheduleType;

/**
 * What a {@link DropBlockDropout} is configured with.
 *
 * @param scheduled the regularizer, with the library's schedule if there is one
 * @param scheduleType what the steps of that schedule are
 * @param engineSchedule the engine's schedule, or null
 * @param layout where the channels are
 */
record DropoutSettings(
    ScheduledRegularizer scheduled,
    ScheduleType scheduleType,
    ISchedule engineSchedule,
    DataLayout layout) {

  DropoutSettings {
    if (engineSchedule != null) {
      checkDriven(scheduled);
    }
    scheduleType = scheduleType == null ? ScheduleType.ITERATION : scheduleType;
    layout = layout == null ? DataLayout.CHANNELS_FIRST : layout;
  }

  private static void checkDriven(ScheduledRegularizer scheduled) {
    if (scheduled.schedule().isPresent()) {
      throw new IllegalArgumentException(
          "schedule must be null if there is an engineSchedule: " + scheduled.schedule().get());
    }
    if (!(scheduled.regularizer() instanceof KeepProbRegularizer)) {
      throw new IllegalArgumentException(
          "regularizer must have a keepProb for a schedule to drive: " + scheduled.regularizer());
    }
  }

  static DropoutSettings of(Regularizer regularizer) {
    return new DropoutSettings(ScheduledRegularizer.of(regularizer), null, null, null);
  }

  /** Reads what {@link #regularizerMap} and {@link #scheduleMap} gave. */
  static DropoutSettings read(
      Map<String, Object> regularizer,
      Map<String, Object> schedule,
      ScheduleType scheduleType,
      ISchedule engineSchedule,
      DataLayout layout) {
    Regularizer read = Regularizer.fromMap(regularizer);
    ScheduledRegularizer scheduled =
        schedule == null
            ? ScheduledRegularizer.of(read)
            : ScheduledRegularizer.of(read, KeepProbSchedule.fromMap(schedule));
    return new DropoutSettings(scheduled, scheduleType, engineSchedule, layout);
  }

  /** Returns the same with a schedule of the library's; one of the engine's goes. */
  DropoutSettings withSchedule(KeepProbSchedule value, ScheduleType type) {
    return new DropoutSettings(
        ScheduledRegularizer.of(scheduled.regularizer(), value), type, null, layout);
  }

  /** Returns the same with a schedule of the engine's; one of the library's goes. */
  DropoutSettings withSchedule(ISchedule value) {
    return new DropoutSettings(
        ScheduledRegularizer.of(scheduled.regularizer()), null, value, layout);
  }

  DropoutSettings withLayout(DataLayout value) {
    return new DropoutSettings(scheduled, scheduleType, engineSchedule, value);
  }

  DropoutSettings forUse(long use) {
    return new DropoutSettings(
        scheduled.withSeed(scheduled.regularizer().forUse(use).seed()),
        scheduleType,
        engineSchedule,
        layout);
  }

  /** Returns the same with an engine's schedule of its own. */
  DropoutSettings copy() {
    ISchedule copy = engineSchedule == null ? null : engineSchedule.clone();
    return new DropoutSettings(scheduled, scheduleType, copy, layout);
  }

  /** Returns what draws the mask of one of several uses within an iteration. */
  Regularizer regularizer(int iteration, int epoch, long use) {
    if (engineSchedule != null) {
      return scheduled.withKeepProb(engineSchedule.valueAt(iteration, epoch), use);
    }
    return scheduled.at(scheduleType == ScheduleType.EPOCH ? epoch : iteration, use);
  }

  long seed() {
    return scheduled.regularizer().seed();
  }

  Map<String, Object> regularizerMap() {
    return scheduled.regularizer().toMap();
  }

  /** Returns the map of the library's schedule, or null. */
  Map<String, Object> scheduleMap() {
    return scheduled.schedule().map(KeepProbSchedule::toMap).orElse(null);
  }

  @Override
  public String toString() {
    String ours = scheduled.schedule().isEmpty() ? "" : " by " + scheduleType;
    String engines = engineSchedule == null ? "" : ", " + engineSchedule;
    return scheduled + ours + engines + ", " + layout;
  }
}
