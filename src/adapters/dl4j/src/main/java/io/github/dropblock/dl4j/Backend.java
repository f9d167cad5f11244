package io.github.dropblock.dl4j;

import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;

/** What the engine's arrays lie on. */
final class Backend {
  /** Whether to treat the CPU's backend like others. */
  static final String PROPERTY = "dropblock.dl4j.arrayOperations";

  private Backend() {}

  /** Whether Java reads and writes the memory of arrays. */
  static boolean isMainMemory() {
    return Nd4j.getExecutioner().type() == ExecutionerType.NATIVE_CPU
        && !Boolean.getBoolean(PROPERTY);
  }
}
