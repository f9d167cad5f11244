package io.github.dropblock.accuracy.network;

import ai.djl.nn.Block;

/** What sits at the network's sites. */
@FunctionalInterface
public interface Sites {
  /**
   * The block at a site.
   *
   * @param site the kind of site
   * @param group the group of residual blocks, from 1 on; 0 outside the groups
   */
  Block at(Site site, int group);
}
