package io.github.dropblock.internal.apply;

/**
 * Copies blocks between a buffer and a small array, in runs that are as long as the buffer allows.
 */
final class BlockCopies {
  /** Elements of a run that is worth a bulk copy. */
  private static final int SHORTEST_BULK = 12;

  private final BlockPlan plan;

  /** Places from element to element of a run. */
  private final int distance;

  /** Whether a run takes in what is along, if the block is not cut on the inner part. */
  private final boolean takesAlong;

  /** Whether a run takes in the whole block, if it is not cut. */
  private final boolean takesOuter;

  /** Where each run begins, from the block's first element on. */
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

  /** Reads a block. Modified: {@code chunk}. */
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

  /** Finds the runs of a block. Most blocks are as long as the one before. */
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

  /** Returns how many of a block's elements are at one distance from each other in the buffer. */
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
