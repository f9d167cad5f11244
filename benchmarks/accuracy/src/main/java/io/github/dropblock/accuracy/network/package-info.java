/** A miniature ResNet in DJL, and the block that holds a regularizer. */
package io.github.dropblock.accuracy.network;
