package io.github.dropblock.dl4j;

/**
 * Where a layer's activations have their channels.
 *
 * @since 0.1.0
 */
public enum DataLayout {
  /** NCW, NCHW or NCDHW: Deeplearning4j's default. */
  CHANNELS_FIRST,

  /** NWC, NHWC or NDHWC. */
  CHANNELS_LAST
}
