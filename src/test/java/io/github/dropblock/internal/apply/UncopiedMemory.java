package io.github.dropblock.internal.apply;

import io.github.dropblock.internal.kernel.DirectFloats;

/** Memory that fails the test when numbers are copied from or to it: kernels must reach it. */
record UncopiedMemory(Memory memory) implements Memory {
  private static AssertionError copied() {
    return new AssertionError("copied");
  }

  @Override
  public float[] array() {
    return memory.array();
  }

  @Override
  public int index(int place) {
    return memory.index(place);
  }

  @Override
  public DirectFloats direct() {
    return memory.direct();
  }

  @Override
  public void get(int place, float[] to, int at, int length) {
    throw copied();
  }

  @Override
  public void put(int place, float[] from, int at, int length) {
    throw copied();
  }

  @Override
  public void getRuns(
      int place, int[] starts, int first, int end, int run, int distance, float[] to, int at) {
    throw copied();
  }

  @Override
  public void putRuns(
      int place, int[] starts, int first, int end, int run, int distance, float[] from, int at) {
    throw copied();
  }
}
