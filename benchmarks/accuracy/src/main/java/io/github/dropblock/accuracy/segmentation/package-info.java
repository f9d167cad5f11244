/** Training and judging networks that give each pixel of a scene a label. */
package io.github.dropblock.accuracy.segmentation;
