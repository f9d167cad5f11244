package io.github.dropblock.dl4j;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * A forward pass of a network, in which each use of a seed has a number, from 0 on, in the order of
 * the layers.
 *
 * <p>A dropout is told the iteration, but neither its layer nor its network. In training, however,
 * the engine makes one workspace manager for each forward pass and hands it to layer after layer.
 */
final class Pass {
  private static final Map<Object, Pass> PASSES = Collections.synchronizedMap(new WeakHashMap<>());

  private final int iteration;
  private final Map<Long, Integer> uses = new HashMap<>();

  private Pass(int iteration) {
    this.iteration = iteration;
  }

  /** Returns the pass of a workspace manager, or a new one where that is null. */
  static Pass of(Object manager, int iteration) {
    if (manager == null) {
      return new Pass(iteration);
    }
    return PASSES.compute(
        manager,
        (m, pass) -> pass == null || pass.iteration != iteration ? new Pass(iteration) : pass);
  }

  /** The number of one more use of a seed. */
  int use(long seed) {
    return uses.merge(seed, 1, Integer::sum) - 1;
  }
}
