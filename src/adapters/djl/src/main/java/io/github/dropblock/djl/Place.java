package io.github.dropblock.djl;

import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;

/**
 * Place of a block in a network.
 *
 * @param parent the block that it is a child of
 * @param index the number of children of the parent in front of the place behind it
 * @param path the names of the blocks that it is in, and its own
 * @param output the shape that it gives; null if that is not known
 */
record Place(Block parent, int index, String path, Shape output) {
  /** Tells whether the block is in the part of a name, of a path or of a number. */
  boolean isIn(String part) {
    return path.equals(part) || path.startsWith(part + "/") || number().equals(part);
  }

  /** The number of the child of the network. */
  private String number() {
    return path.replaceFirst("\\D.*", "");
  }

  /** Tells whether the maps are known to be that small. */
  boolean hasMapsUpTo(int side) {
    if (output == null || output.dimension() < 3) {
      return false;
    }
    for (int axis = 2; axis < output.dimension(); axis++) {
      if (output.get(axis) > side) {
        return false;
      }
    }
    return true;
  }

  /** Returns the path, and the size of the maps if it is known. */
  @Override
  public String toString() {
    return output == null ? path : path + " " + output;
  }
}
