package io.github.dropblock.internal.apply;

/** Numbers in an array, where index 0 is an element of the array. */
final class ArrayMemory implements Memory {
  private final float[] array;
  private final int offset;

  ArrayMemory(float[] array, int offset) {
    this.array = array;
    this.offset = offset;
  }

  @Override
  public float[] array() {
    return array;
  }

  @Override
  public int index(int place) {
    return offset + place;
  }

  @Override
  public void get(int place, float[] to, int at, int length) {
    System.arraycopy(array, offset + place, to, at, length);
  }

  @Override
  public void put(int place, float[] from, int at, int length) {
    System.arraycopy(from, at, array, offset + place, length);
  }

  @Override
  public void getRuns(
      int place, int[] starts, int first, int end, int run, int distance, float[] to, int at) {
    if (run == 1) {
      getEach(offset + place, starts, first, end, to, at);
      return;
    }
    int k = at;
    for (int i = first; i < end; i++, k += run) {
      int from = offset + place + starts[i];
      if (distance == 1) {
        System.arraycopy(array, from, to, k, run);
      } else {
        for (int j = 0; j < run; j++) {
          to[k + j] = array[from + j * distance];
        }
      }
    }
  }

  @Override
  public void putRuns(
      int place, int[] starts, int first, int end, int run, int distance, float[] from, int at) {
    if (run == 1) {
      putEach(offset + place, starts, first, end, from, at);
      return;
    }
    int k = at;
    for (int i = first; i < end; i++, k += run) {
      int to = offset + place + starts[i];
      if (distance == 1) {
        System.arraycopy(from, k, array, to, run);
      } else {
        for (int j = 0; j < run; j++) {
          array[to + j * distance] = from[k + j];
        }
      }
    }
  }

  private void getEach(int place, int[] starts, int first, int end, float[] to, int at) {
    for (int i = first; i < end; i++) {
      to[at + i - first] = array[place + starts[i]];
    }
  }

  private void putEach(int place, int[] starts, int first, int end, float[] from, int at) {
    for (int i = first; i < end; i++) {
      array[place + starts[i]] = from[at + i - first];
    }
  }
}
