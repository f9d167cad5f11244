/** Training and judging networks that find the boxes of a scene's items. */
package io.github.dropblock.accuracy.detection;
