/** A small fixed policy of image operations, in the form of AutoAugment's. */
package io.github.dropblock.accuracy.augment;
