package io.github.dropblock.internal.apply;

/**
 * One block of a plan: where it begins in each numbering, and how long it is. It is mutable, so
 * that a pass needs only one.
 */
final class Block {
  private final BlockPlan plan;
  int place;
  int element;
  int bit;
  int scale;
  int inner;
  int along;
  int outer;

  Block(BlockPlan plan) {
    this.plan = plan;
  }

  /** Moves to a block by its number in the plan. */
  void moveTo(int number) {
    place = plan.offset();
    element = 0;
    bit = 0;
    scale = 0;
    inner = plan.inner().length();
    along = plan.alongStep();
    outer = plan.outer().length();
    int rest = number;
    for (BlockPlan.Loop loop : plan.loops()) {
      int from = rest % loop.pieces() * loop.step();
      rest /= loop.pieces();
      step(loop.axis(), from);
      cut(loop, Math.min(loop.step(), loop.axis().extent() - from));
    }
  }

  private void step(MemoryAxis axis, int steps) {
    place += steps * axis.place();
    element += steps * axis.element();
    bit += steps * axis.bit();
    scale += steps * axis.scale();
  }

  private void cut(BlockPlan.Loop loop, int steps) {
    switch (loop.part()) {
      case INNER -> inner = loop.others() * steps;
      case ALONG -> along = steps;
      case OUTER -> outer = loop.others() * steps;
      case NONE -> {}
    }
  }

  /** Returns the number of elements. */
  int length() {
    return inner * along * outer;
  }
}
