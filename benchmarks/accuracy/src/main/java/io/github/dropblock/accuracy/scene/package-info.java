/** Scenes of Fashion-MNIST items before photographs, with boxes and label maps. */
package io.github.dropblock.accuracy.scene;
