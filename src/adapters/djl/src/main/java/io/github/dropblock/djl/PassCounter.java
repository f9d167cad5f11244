package io.github.dropblock.djl;

import ai.djl.Device;
import io.github.dropblock.LayerState;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the passes through a layer, as {@link io.github.dropblock.DropLayer} does. A layer that is
 * never told a step takes each training pass on a device as a step of that device. Once it is told,
 * passes are uses within the step.
 *
 * <p>DJL calls one and the same block for all devices, in turn or from a thread each. Passes are
 * counted by device, so that the order of devices does not matter.
 */
final class PassCounter {
  private final Map<Device, Long> passes = new HashMap<>();
  private final Map<Device, Long> draws = new HashMap<>();
  private long step;
  private long firstUse;
  private long firstDraw;
  private boolean told;

  /** Takes the numbers of the next pass on a device. */
  synchronized Draw next(Device device, boolean training) {
    // The number of a CPU is -1.
    long replica = Math.max(0, device.getDeviceId());
    if (!training) {
      long draw = take("draw", firstDraw, draws, device, Long.MAX_VALUE);
      return new Draw(false, step(), draw, replica);
    }
    return told
        ? new Draw(true, step, take("use", firstUse, passes, device, Integer.MAX_VALUE), replica)
        : new Draw(true, take("step", step, passes, device, Long.MAX_VALUE), 0, replica);
  }

  /** Takes the next number on a device, if there is one after it. */
  private static long take(
      String name, long first, Map<Device, Long> counts, Device device, long largest) {
    long taken = counts.getOrDefault(device, 0L);
    if (first >= largest - taken) {
      throw new IllegalStateException(name + " must be less than " + largest);
    }
    counts.put(device, taken + 1);
    return first + taken;
  }

  /** Gives back the numbers of a pass that failed. */
  synchronized void giveBack(Device device, boolean training) {
    (training ? passes : draws).computeIfPresent(device, (d, n) -> n > 1 ? n - 1 : null);
  }

  /** The step of the next training pass. */
  synchronized long step() {
    return told ? step : step + most(passes);
  }

  private static long most(Map<Device, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** Goes to a step; from now on, steps change only from outside. */
  synchronized void tell(long newStep) {
    startAt(newStep);
    told = true;
  }

  /** Stays at the step that was reached; from now on, steps change only from outside. */
  synchronized void takeOver() {
    tell(step());
  }

  /** A step has ended. Passes that were counted as steps have moved the count already. */
  synchronized void advance() {
    tell(told || passes.isEmpty() ? Math.addExact(step, 1) : step());
  }

  /** Goes to a step, and takes passes as steps from there on. */
  synchronized void startAt(long newStep) {
    step = newStep;
    firstUse = 0;
    told = false;
    passes.clear();
  }

  /** Begins the draws at inference anew. */
  synchronized void restartDraws() {
    firstDraw = 0;
    draws.clear();
  }

  /** Where the count stands; of several devices, where the foremost stands. */
  synchronized LayerState state(long seed) {
    long use = told ? firstUse + most(passes) : 0;
    return new LayerState(seed, step(), Math.toIntExact(use), firstDraw + most(draws), told);
  }

  /** Goes on from where another count stood, on all devices. */
  synchronized void restore(LayerState state) {
    startAt(state.step());
    firstUse = state.use();
    told = state.told();
    restartDraws();
    firstDraw = state.draw();
  }
}
