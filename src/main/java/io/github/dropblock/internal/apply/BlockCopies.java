package io.github.dropblock.internal.apply;

/** Copies blocks between a buffer and a small array, in as long runs as the buffer allows. */
final class BlockCopies {
  /** Elements of a run that is worth a call of its own. */
  private static final int SHORTEST_RUN = 6;

  private final BlockPlan plan;
  private final boolean innerIsRun;
  private final boolean alongIsRun;
  private final boolean outerIsRun;

  BlockCopies(BlockPlan plan) {
    this.plan = plan;
    int part = plan.inner().length() * plan.alongStep();
    this.innerIsRun = plan.inner().liesApart(1);
    this.alongIsRun = innerIsRun && plan.along().place() == plan.inner().length();
    this.outerIsRun = alongIsRun && plan.outer().liesApart(part);
  }

  /** Reads a block. Modified: {@code chunk}. */
  void get(Memory memory, Block block, float[] chunk) {
    int run = run(block);
    if (run < SHORTEST_RUN) {
      getEach(memory, block, chunk);
      return;
    }
    for (int k = 0; k < block.length(); k += run) {
      memory.get(place(block, k), chunk, k, run);
    }
  }

  /** Writes a block. */
  void put(Sink sink, Block block, float[] chunk) {
    int run = run(block);
    if (run < SHORTEST_RUN) {
      putEach(sink, block, chunk);
      return;
    }
    for (int k = 0; k < block.length(); k += run) {
      sink.put(place(block, k), chunk, k, run);
    }
  }

  /** Returns how many of a block's elements follow each other in the buffer. */
  private int run(Block block) {
    if (!innerIsRun) {
      return 1;
    }
    boolean wholeInner = block.inner == plan.inner().length();
    if (!alongIsRun || !wholeInner) {
      return block.inner;
    }
    boolean wholeAlong = block.along == plan.alongStep();
    return block.inner * (outerIsRun && wholeAlong ? block.along * block.outer : block.along);
  }

  /** Returns where the first element of a run is. */
  private int place(Block block, int k) {
    int row = k / block.inner;
    return block.place
        + plan.outer().place[row / block.along]
        + row % block.along * plan.along().place();
  }

  private void getEach(Memory memory, Block block, float[] chunk) {
    int[] places = plan.inner().place;
    int step = plan.along().place();
    int k = 0;
    for (int q = 0; q < block.outer; q++) {
      int place = block.place + plan.outer().place[q];
      for (int p = 0; p < block.along; p++, place += step) {
        for (int a = 0; a < block.inner; a++, k++) {
          chunk[k] = memory.get(place + places[a]);
        }
      }
    }
  }

  private void putEach(Sink sink, Block block, float[] chunk) {
    int[] places = plan.inner().place;
    int step = plan.along().place();
    int k = 0;
    for (int q = 0; q < block.outer; q++) {
      int place = block.place + plan.outer().place[q];
      for (int p = 0; p < block.along; p++, place += step) {
        for (int a = 0; a < block.inner; a++, k++) {
          sink.put(place + places[a], chunk[k]);
        }
      }
    }
  }
}
