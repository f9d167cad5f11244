/** Seeds to blocks to counts, on bits. A set bit is a dropped position. */
package io.github.dropblock.internal.mask;
