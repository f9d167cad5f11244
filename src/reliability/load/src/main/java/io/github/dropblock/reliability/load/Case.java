package io.github.dropblock.reliability.load;

import io.github.dropblock.DropMask;
import io.github.dropblock.tensor.Shape;
import io.github.dropblock.tensor.Tensor;

/**
 * One set of arguments. All threads share it, and none writes to it.
 *
 * @param shape a shape
 * @param step a step
 * @param x an input of the shape
 * @param mask the mask of the step
 */
record Case(Shape shape, long step, Tensor x, DropMask mask) {}
