package io.github.dropblock.djl;

import ai.djl.Device;
import java.util.HashMap;
import java.util.Map;

/**
 * The count of training steps. By itself, each pass on a device is a step of that device; once the
 * count is driven from outside, passes are uses within a step.
 *
 * <p>DJL calls one and the same block for all devices, in turn or from a thread each. Passes are
 * counted by device, so that the order of devices does not matter.
 */
final class Steps {
  private final Map<Device, Long> passes = new HashMap<>();
  private long step;
  private boolean driven;

  /** The draw of the next pass on a device. */
  synchronized Draw next(Device device) {
    long pass = passes.merge(device, 1L, Long::sum) - 1;
    // The number of a CPU is -1.
    long replica = Math.max(0, device.getDeviceId());
    return driven ? new Draw(step, pass, replica) : new Draw(step + pass, 0, replica);
  }

  /** The step of the next pass. */
  synchronized long step() {
    if (driven) {
      return step;
    }
    return step + passes.values().stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** Goes to a step; from now on, steps change only from outside. */
  synchronized void drive(long newStep) {
    restore(newStep);
    driven = true;
  }

  /** Stays at the step that was reached; from now on, steps change only from outside. */
  synchronized void takeOver() {
    drive(step());
  }

  /** A step has ended: its passes have counted by themselves unless the count was driven. */
  synchronized void advance() {
    drive(driven ? step + 1 : step());
  }

  /** Goes to a step of an earlier run, and counts on as before. */
  synchronized void restore(long savedStep) {
    step = savedStep;
    passes.clear();
  }
}
