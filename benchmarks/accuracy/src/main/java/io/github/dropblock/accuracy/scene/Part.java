package io.github.dropblock.accuracy.scene;

import java.util.List;

/**
 * A part of the data. Parts share no item of Fashion-MNIST and no column of a photograph: each has
 * vertical strips of its own.
 */
public enum Part {
  TRAINING(List.of(0, 2, 4, 6)),
  VALIDATION(List.of(1, 5)),
  TEST(List.of(3, 7));

  private final List<Integer> strips;

  Part(List<Integer> strips) {
    this.strips = strips;
  }

  /** The numbers of its strips, from the left. */
  List<Integer> strips() {
    return strips;
  }
}
