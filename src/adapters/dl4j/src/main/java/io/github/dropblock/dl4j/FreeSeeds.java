package io.github.dropblock.dl4j;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Numbers copies of a dropout so that none has the seed of another layer. */
final class FreeSeeds {
  private final Set<Long> taken = new HashSet<>();
  private final DropBlockDropout dropout;
  private int next;

  /** Layers that share a seed take those of its further uses too. */
  FreeSeeds(DropBlockDropout dropout, Stream<DropBlockDropout> others) {
    this.dropout = dropout;
    Map<Long, Integer> uses = new HashMap<>();
    others.forEach(
        other -> {
          int use = uses.merge(seed(other), 1, Integer::sum) - 1;
          taken.add(seed(other.forLayer(use)));
        });
  }

  private static long seed(DropBlockDropout dropout) {
    return dropout.hook().settings().seed();
  }

  DropBlockDropout next() {
    DropBlockDropout numbered;
    do {
      numbered = dropout.forLayer(next++);
    } while (!taken.add(seed(numbered)));
    return numbered;
  }
}
