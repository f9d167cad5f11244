package io.github.dropblock.internal.apply;

/**
 * Copier of blocks between a buffer and a small array, in runs that are as long as the buffer
 * allows.
 *
 * <p>A bulk copy of a long run is faster than access by element, but not for a few elements. So the
 * constructor finds out which parts of a block are consecutive, or equally spaced, in the buffer,
 * and joins them into one run.
 */
final class BlockCopies {
  /** Number of elements from which a bulk copy is faster. */
  private static final int SHORTEST_BULK = 12;

  private final BlockPlan plan;

  /** Distance in the buffer between neighboring elements of a run. */
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

  BlockCopies(BlockPlan plan) {
    this.plan = plan;
    Offsets innerPart = plan.inner();
    MemoryAxis axis = plan.along();
    this.distance = innerPart.length() == 1 ? axis.place() : innerPart.distance();
    this.takesAlong = distance > 0 && axis.place() == distance * innerPart.length();
    this.takesOuter =
        takesAlong && plan.outer().liesApart(distance * innerPart.length() * plan.alongStep());
    this.starts = new int[distance > 0 ? plan.alongStep() * plan.outer().length() : plan.largest()];
  }

  /**
   * Reads a block.
   *
   * <p>Modified: {@code chunk}.
   */
  void get(Memory memory, Block block, float[] chunk) {
    locate(block);
    boolean bulk = distance == 1 && run >= SHORTEST_BULK;
    for (int i = 0; i < runs; i++) {
      if (bulk) {
        memory.get(block.place + starts[i], chunk, i * run, run);
      } else {
        memory.getApart(block.place + starts[i], distance, chunk, i * run, run);
      }
    }
  }

  /** Writes a block. */
  void put(Sink sink, Block block, float[] chunk) {
    locate(block);
    boolean bulk = distance == 1 && run >= SHORTEST_BULK;
    for (int i = 0; i < runs; i++) {
      if (bulk) {
        sink.put(block.place + starts[i], chunk, i * run, run);
      } else {
        sink.putApart(block.place + starts[i], distance, chunk, i * run, run);
      }
    }
  }

  /** Finds the runs of a block. Most blocks have the extents of the one before. */
  private void locate(Block block) {
    if (block.inner == inner && block.along == along && block.outer == outer) {
      return;
    }
    inner = block.inner;
    along = block.along;
    outer = block.outer;
    run = run();
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

  /** Returns how many consecutive elements of a block are equally spaced in the buffer. */
  private int run() {
    if (distance == 0) {
      return 1;
    }
    if (!takesAlong || inner < plan.inner().length()) {
      return inner;
    }
    return inner * (takesOuter && along == plan.alongStep() ? along * outer : along);
  }
}
