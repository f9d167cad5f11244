package io.github.dropblock.accuracy.network;

import ai.djl.nn.SequentialBlock;

/**
 * A network in two parts.
 *
 * @param features from images to the maps of the last group
 * @param head from maps to one number for each class
 */
public record Network(SequentialBlock features, SequentialBlock head) {
  /** Both parts in a row. */
  public SequentialBlock whole() {
    return new SequentialBlock().add(features).add(head);
  }
}
