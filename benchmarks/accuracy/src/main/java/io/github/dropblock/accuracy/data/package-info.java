/** Fashion-MNIST: reading it, and drawing small subsets from it. */
package io.github.dropblock.accuracy.data;
