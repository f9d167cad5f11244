/** Measures of predicted probabilities: how right they are, and what their uncertainty is worth. */
package io.github.dropblock.accuracy.measure;
