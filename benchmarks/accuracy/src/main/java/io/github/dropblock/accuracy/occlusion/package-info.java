/** Test images of which a part is hidden, by masks of the library. */
package io.github.dropblock.accuracy.occlusion;
