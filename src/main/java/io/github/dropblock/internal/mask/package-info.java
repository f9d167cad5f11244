/**
 * Samplers that draw seeds, grow them to blocks and count them, on bits. A set bit is a dropped
 * position.
 */
package io.github.dropblock.internal.mask;
