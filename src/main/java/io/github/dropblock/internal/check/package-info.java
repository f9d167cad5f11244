/** Argument checks, all with the same style of message. */
package io.github.dropblock.internal.check;
