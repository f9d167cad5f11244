package io.github.dropblock.accuracy.network;

/** A kind of place in the network where a regularizer can sit. */
public enum Site {
  /** The images. */
  INPUT,
  /** After a convolution of a residual branch, its batch norm and its ReLU if it has one. */
  CONVOLUTION,
  /** The skip connection beside a residual branch. */
  SKIP,
  /** The end of a residual branch. */
  BRANCH,
  /** The pooled features, before the linear classifier. */
  CLASSIFIER,
  /** After a convolution of a segmentation head, its batch norm and its ReLU. */
  HEAD,
  /** After the convolution of a feature pyramid's node and its batch norm. */
  PYRAMID
}
