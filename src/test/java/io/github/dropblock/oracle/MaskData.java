package io.github.dropblock.oracle;

import io.github.dropblock.DropMask;
import io.github.dropblock.tensor.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What tests read from a mask. */
public final class MaskData {
  private MaskData() {}

  /** 1 where dropped, 0 where kept, of all planes. */
  public static float[] dropped(DropMask mask) {
    float[] data = mask.toTensor().data();
    for (int i = 0; i < data.length; i++) {
      data[i] = 1 - data[i];
    }
    return data;
  }

  /** 1 where dropped, 0 where kept, plane by plane. */
  public static List<float[]> planes(DropMask mask) {
    float[] dropped = dropped(mask);
    int size = mask.shape().planeSize();
    List<float[]> planes = new ArrayList<>();
    for (int i = 0; i < mask.shape().planes(); i++) {
      planes.add(Arrays.copyOfRange(dropped, i * size, (i + 1) * size));
    }
    return planes;
  }

  /** The kept fraction of each plane. */
  public static double[] keptFractions(DropMask mask) {
    return planes(mask).stream().mapToDouble(plane -> 1 - sum(plane) / plane.length).toArray();
  }

  /** The number of dropped positions of a plane. */
  public static double sum(float[] plane) {
    double sum = 0;
    for (float value : plane) {
      sum += value;
    }
    return sum;
  }

  /** In how many planes each position of a plane is dropped. */
  public static int[] dropsOfEachPosition(DropMask mask) {
    float[] dropped = dropped(mask);
    int[] drops = new int[mask.shape().planeSize()];
    for (int i = 0; i < dropped.length; i++) {
      drops[i % drops.length] += (int) dropped[i];
    }
    return drops;
  }

  /** For each plane, whether a position of it is dropped. */
  public static boolean[] dropsAt(DropMask mask, int position) {
    List<float[]> planes = planes(mask);
    boolean[] drops = new boolean[planes.size()];
    for (int i = 0; i < drops.length; i++) {
      drops[i] = planes.get(i)[position] == 1;
    }
    return drops;
  }

  /** The dropped positions of a run of samples. */
  public static float[] samples(DropMask mask, int first, int count) {
    Shape shape = mask.shape();
    int size = shape.c() * shape.planeSize();
    return Arrays.copyOfRange(dropped(mask), first * size, (first + count) * size);
  }
}
