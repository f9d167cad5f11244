package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.kernel.Kernels;

/**
 * Division of a block into runs that are as long as the memory allows, and copier of runs to and
 * from a small array.
 *
 * <p>Kernels and bulk copies are fast on long runs, and not on a few elements. So the constructor
 * finds out which parts of a block are consecutive, or equally spaced, in memory, and joins them
 * into one run.
 */
final class BlockCopies {
  /** Number of elements below which a loop over a run costs more than an index per element. */
  private static final int SHORT_RUN = 12;

  private final BlockPlan plan;

  /** Distance in memory between neighboring elements of a run. */
  private final int distance;

  /** Whether a run continues along the middle part, if the inner part of the block is not cut. */
  private final boolean takesAlong;

  /** Whether a run covers the whole block, if no part of it is cut. */
  private final boolean takesOuter;

  /** Distance of each run's first element from the block's first element. */
  private final int[] starts;

  private int inner;
  private int along;
  private int outer;
  private int run;
  private int runs;

  /**
   * Creates the division.
   *
   * @param joinsOuter whether a run may continue over the outer part of a block
   */
  BlockCopies(BlockPlan plan, boolean joinsOuter) {
    this.plan = plan;
    Offsets innerPart = plan.inner();
    MemoryAxis axis = plan.along();
    this.distance = innerPart.length() == 1 ? axis.place() : innerPart.distance();
    this.takesAlong = distance > 0 && axis.place() == distance * innerPart.length();
    this.takesOuter =
        joinsOuter
            && takesAlong
            && plan.outer().liesApart(distance * innerPart.length() * plan.alongStep());
    int rows = plan.alongStep() * plan.outer().length();
    boolean shortRuns = distance == 0 || (!takesAlong && innerPart.length() < SHORT_RUN);
    this.starts = new int[shortRuns ? plan.largest() : Math.min(SHORT_RUN * rows, plan.largest())];
  }

  /** Finds the runs of a block. Most blocks have the extents of the one before. */
  void locate(Block block) {
    if (block.inner == inner && block.along == along && block.outer == outer) {
      return;
    }
    inner = block.inner;
    along = block.along;
    outer = block.outer;
    int longest = findRun(block);
    run = longest < SHORT_RUN ? 1 : longest;
    runs = 0;
    int outerSteps = run == block.length() ? 1 : outer;
    int alongSteps = run >= inner * along ? 1 : along;
    int innerSteps = run >= inner ? 1 : inner;
    for (int q = 0; q < outerSteps; q++) {
      for (int p = 0; p < alongSteps; p++) {
        for (int a = 0; a < innerSteps; a++) {
          starts[runs++] = plan.outer().place[q] + p * plan.along().place() + plan.inner().place[a];
        }
      }
    }
  }

  /** Finds how many consecutive elements of a block are equally spaced in memory. */
  private int findRun(Block block) {
    if (distance == 0) {
      return 1;
    }
    if (!takesAlong || inner < plan.inner().length()) {
      return inner;
    }
    return takesOuter && along == plan.alongStep() ? block.length() : inner * along;
  }

  /** Tells whether the elements of a run are neighbors in memory. */
  boolean areDense() {
    return distance == 1;
  }

  /** Returns the number of elements of a run of the block that was located. */
  int run() {
    return run;
  }

  /** Returns the number of runs of that block. */
  int runs() {
    return runs;
  }

  /** Returns the distance of a run's first element from the block's first element. */
  int start(int number) {
    return starts[number];
  }

  /**
   * Returns how many elements to copy at a time: some whole runs, or a part of one.
   *
   * @param from the first element, in the block's order, behind those copied so far
   */
  int piece(int from) {
    if (run > Kernels.CHUNK) {
      return Math.min(Kernels.CHUNK, run - from % run);
    }
    return Math.min(Kernels.CHUNK / run * run, run * runs - from);
  }

  /**
   * Reads a piece of a block.
   *
   * <p>Modified: {@code chunk}.
   */
  void get(Memory memory, Block block, int from, int length, float[] chunk, int at) {
    int first = from / run;
    if (distance == 1 && length <= run) {
      memory.get(block.place + starts[first] + from % run, chunk, at, length);
    } else if (length <= run) {
      int place = block.place + from % run * distance;
      memory.getRuns(place, starts, first, first + 1, length, distance, chunk, at);
    } else {
      int end = first + length / run;
      memory.getRuns(block.place, starts, first, end, run, distance, chunk, at);
    }
  }

  /** Writes a piece of a block. */
  void put(Sink sink, Block block, int from, int length, float[] chunk, int at) {
    int first = from / run;
    if (distance == 1 && length <= run) {
      sink.put(block.place + starts[first] + from % run, chunk, at, length);
    } else if (length <= run) {
      int place = block.place + from % run * distance;
      sink.putRuns(place, starts, first, first + 1, length, distance, chunk, at);
    } else {
      int end = first + length / run;
      sink.putRuns(block.place, starts, first, end, run, distance, chunk, at);
    }
  }
}
